package import Hometown

/// 늦은 등록. A donation that was recorded into a closed period, and by whose leave.
package struct RecordedLateEntry: Hashable, Sendable {
    package let donation: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let donatedOn: EventDate
    package let amount: Won?
    /// The approval given beforehand, or the correction that put it in another's place.
    package let lateApproval: Identifier?
    package let correction: Identifier?
    package let author: String
    package let approver: String?

    package var no: String { Entry.no(.donation, recordedAt: recordedAt, number: number) }
}
