/// 기금 수치. What became of the money of a year (Act 13, Decree 9(1)2 to 5), as a document of the
/// office says it. Receipts are not among them: they are the donations themselves.
package enum FundFigure: String, Sendable, CaseIterable {
    /// 모금 목표액: a government's, never a person's (Act 6). No item of the publication.
    case target
    /// 전년도 이월액.
    case openingBalance = "opening_balance"
    /// 기금 사용액, by purpose or project.
    case use
    /// 모집 비용 (Act 11(3)).
    case collectionCost = "collection_cost"
    /// 답례품 비용 (Act 11(4)).
    case giftCost = "gift_cost"
    /// 다음 연도 이월액.
    case closingBalance = "closing_balance"
    /// 행정안전부가 정하는 항목 (Decree 9(1)4).
    case ministryItem = "ministry_item"
    /// 지방자치단체의 장이 정하는 항목 (Decree 9(1)5).
    case headItem = "head_item"

    package var name: Bilingual {
        switch self {
        case .target: Bilingual("모금 목표액", "target")
        case .openingBalance: Bilingual("전년도 이월액", "opening balance")
        case .use: Bilingual("기금 사용액", "use of the fund")
        case .collectionCost: Bilingual("모집 비용", "collection costs")
        case .giftCost: Bilingual("답례품 비용", "gift costs")
        case .closingBalance: Bilingual("다음 연도 이월액", "closing balance")
        case .ministryItem: Bilingual("행정안전부 지정 항목", "item of the Ministry")
        case .headItem: Bilingual("지자체장 지정 항목", "item of the head")
        }
    }

    /// Of items 4 and 5, which say in a title what they are and may have no amount.
    package var isFree: Bool { self == .ministryItem || self == .headItem }
    /// Of Decree 9(1), in its order.
    package static let published = allCases.filter { $0 != .target }
}

extension FundFigure: Vocabulary {
    package var title: Bilingual { name }
}
