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

extension RecordedSchedule {
    /// Whether it comes due.
    package enum Standing: String, Sendable, CaseIterable {
        case on, off
        /// Switched on, and held back for a while.
        case paused
    }

    package var standing: Standing {
        guard isOn else { return .off }
        return schedule.pause == nil ? .on : .paused
    }
}

extension RecordedSchedule.Standing: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .on: OnOff.on.title
        case .off: OnOff.off.title
        case .paused: RecordedScheduleChange.Action.paused.title
        }
    }
}
