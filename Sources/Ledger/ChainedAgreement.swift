package import Hometown

/// An agreement as a step of a chain.
package struct ChainedAgreement: Hashable, Sendable {
    /// The agreement whose chain it is.
    package let start: Identifier
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let title: Bilingual?
    package let signedOn: EventDate
    package let predecessor: Identifier?

    package var no: String { Entry.no(.agreement, recordedAt: recordedAt, number: number) }
}
