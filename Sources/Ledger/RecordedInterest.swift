package import Hometown

/// A declared interest as the ledger knows it.
package struct RecordedInterest: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    /// `nil` for a donor who is no public person.
    package let person: Identifier?
    package let government: Int16
    package let relation: Interest.Relation
    package let validFrom: CivilDate?
    package let validTo: CivilDate?
    /// When it was ended apart from its own end.
    package let endedOn: CivilDate?
    package let endingReason: String?
    /// Personal, erasable.
    package let note: String?

    package var no: String { Entry.no(.interest, recordedAt: recordedAt, number: number) }
}
