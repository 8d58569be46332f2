package import Hometown

/// 늦은 등록 승인. Leave to record donations into a closed period, and how much of it is used.
package struct RecordedLateApproval: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let entriesMax: Int16
    package let entriesUsed: Int64
    package let author: String
    package let reason: String?

    package var no: String { Entry.no(.lateApproval, recordedAt: recordedAt, number: number) }
}
