package import Hometown

/// What became of a period.
package enum RunState: String, Sendable, CaseIterable {
    /// 성공, 건너뜀, 실패.
    case filed, skipped, failed
}

extension RunState: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .filed: Bilingual("성공", "filed")
        case .skipped: Bilingual("건너뜀", "skipped")
        case .failed: Bilingual("실패", "failed")
        }
    }
}
