package import Hometown
package import Timetable

/// A schedule as stored.
package struct RecordedSchedule: Hashable, Sendable {
    let id: Int16
    package let job: Job
    package let schedule: Schedule
    /// Switched off, it never comes due.
    package let isOn: Bool
    /// Whatever came due up to here has its row; `nil` where nobody has looked.
    let settledThrough: Instant?

    package var name: String { schedule.name }
}

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

/// 예약 변경 기록. Somebody made, changed, paused or resumed a schedule.
package struct RecordedScheduleChange: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case created, changed, paused, resumed
    }

    package let action: Action
    package let note: String?
    package let author: String
    package let changedAt: Instant
}

/// 놓친 기간. A period that came due a while ago and has neither been filed nor skipped.
package struct OverduePeriod: Hashable, Sendable {
    package let schedule: String
    package let period: String
    package let scheduledFor: Instant
    package let lateSeconds: Int64
}
