package import Hometown

/// What somebody said became of an agreement.
package struct RecordedAgreementStatus: Hashable, Sendable {
    package let agreement: Identifier
    package let state: String
    package let text: Bilingual?
    package let happenedOn: EventDate?
    package let recordedAt: Instant
}
