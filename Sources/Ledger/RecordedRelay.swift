package import Hometown

/// A relay as the ledger knows it.
package struct RecordedRelay: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let name: Bilingual
    package let startedBy: Identifier?
    package let nominationsPerParticipation: Int16?
    package let endsOn: CivilDate?
    package let goal: Int32?

    package var no: String { Entry.no(.relay, recordedAt: recordedAt, number: number) }
}
