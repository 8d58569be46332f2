/// 정정, 취소, 반환. What a correction does to a donation. Nothing is edited: each of them is an entry
/// of its own that says what became of another.
package enum CorrectionAction: String, Sendable, CaseIterable {
    /// 정정: out of the totals, and another donation in its place.
    case amend
    /// 취소: out of the totals; a mistyped entry.
    case reverse
    /// 반환: money unlawfully taken went back (Act 14).
    case `return`
    /// 되살림: an earlier correction was itself a mistake, and is undone.
    case restore
}

extension CorrectionAction: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .amend: Bilingual("정정", "amended")
        case .reverse: Bilingual("취소", "reversed")
        case .return: Bilingual("반환", "returned")
        case .restore: Bilingual("되살림", "restored")
        }
    }
}
