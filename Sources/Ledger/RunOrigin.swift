package import Hometown

/// Why a run took place.
package enum RunOrigin: String, Sendable, CaseIterable {
    case scheduled
    case catchUp = "catch_up"
    case manual, backfill
}

extension RunOrigin: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .scheduled: Bilingual("예약", "on schedule")
        case .catchUp: Bilingual("따라잡음", "caught up")
        case .manual: Bilingual("직접 실행", "by hand")
        case .backfill: Bilingual("기간 채우기", "backfill")
        }
    }
}
