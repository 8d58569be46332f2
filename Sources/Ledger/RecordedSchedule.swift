import Hometown
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
