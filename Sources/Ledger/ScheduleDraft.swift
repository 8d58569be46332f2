import Hometown
package import Timetable

/// 예약 작업 양식. What somebody wants of a schedule; what is `nil` stays as it is, or as it is by
/// default in a new one.
package struct ScheduleDraft: Hashable, Sendable {
    /// Of a new one alone: what a schedule does stays.
    package var job: Job?
    package var rule: Schedule.Rule?
    package var at: TimeOfDay?
    package var zone: String?
    package var misfire: Schedule.Misfire?
    package var overlap: Schedule.Overlap?
    package var catchUpSeconds: Int64?
    package var onWorkingDays: Bool?
    package var isOn: Bool?

    package init() {}

    package var isEmpty: Bool { self == ScheduleDraft() }
}
