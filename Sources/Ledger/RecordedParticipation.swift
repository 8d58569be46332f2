package import Hometown

/// One run of one person.
package struct RecordedParticipation: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let relay: Identifier
    package let person: Identifier
    package let happenedOn: EventDate?
    package let isImplied: Bool
    package let isOrigin: Bool
    package let proofLink: String?
    /// SHA-256 of the picture.
    package let proofHash: [UInt8]?
    package let proofCapturedOn: CivilDate?
    package let comment: String?
    package private(set) var donations: [Identifier]
    /// Of those donations, in their order.
    package private(set) var recipients: [Int16]

    package var no: String { Entry.no(.participation, recordedAt: recordedAt, number: number) }

    /// With these donations alone.
    func showing(_ gifts: Set<Identifier>) -> RecordedParticipation {
        let shown = zip(donations, recipients).filter { gifts.contains($0.0) }
        var run = self
        (run.donations, run.recipients) = (shown.map(\.0), shown.map(\.1))
        return run
    }
}
