package import Hometown

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
