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

extension RecordedScheduleChange.Action: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .created: Bilingual("만듦", "created")
        case .changed: Bilingual("바꿈", "changed")
        case .paused: Bilingual("일시정지", "paused")
        case .resumed: Bilingual("다시 시작", "resumed")
        }
    }
}
