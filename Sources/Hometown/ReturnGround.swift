/// 반환 사유. Why money that was taken must be given back (Act 14(1)1 to 7).
package enum ReturnGround: Int16, Sendable, CaseIterable {
    /// 주민: the donor was a resident (Act 4(1)).
    case resident = 1
    /// 제한 기간: received during a bar (Act 4(2)).
    case barredGovernment
    /// 타인 명의·이해관계: another's name, a pseudonym, an employer or interest (Act 5).
    case nameOrRelation
    /// 강요: forced or urged through work (Act 6).
    case coercion
    /// 모금 방법 위반: a forbidden way of soliciting (Act 7).
    case solicitation
    /// 비공개 장소: received at a closed place (Act 8(1)).
    case placeNotPublic
    /// 답례품 위반: a gift that is forbidden or over the limit (Act 9(1)(3)).
    case unlawfulGift

    /// The word for it in the API.
    package var code: String {
        switch self {
        case .resident: "resident"
        case .barredGovernment: "barred_government"
        case .nameOrRelation: "name_or_relation"
        case .coercion: "coercion"
        case .solicitation: "solicitation"
        case .placeNotPublic: "place_not_public"
        case .unlawfulGift: "unlawful_gift"
        }
    }

    /// As the law has it, in short.
    package var title: Bilingual {
        switch self {
        case .resident: Bilingual("주민이 기부", "the donor was a resident")
        case .barredGovernment: Bilingual("제한 기간에 접수", "received during a bar")
        case .nameOrRelation: Bilingual("타인 명의·이해관계", "another's name, or an interest")
        case .coercion: Bilingual("강요", "forced or urged")
        case .solicitation: Bilingual("모금 방법 위반", "a forbidden way of soliciting")
        case .placeNotPublic: Bilingual("공개되지 않은 장소", "received at a closed place")
        case .unlawfulGift: Bilingual("답례품 위반", "a forbidden or excessive gift")
        }
    }

    /// Reads the number of the item or its word.
    package init?(_ text: String) {
        let found = ReturnGround.allCases.first { text == String($0.rawValue) || text == $0.code }
        guard let found else { return nil }
        self = found
    }

    /// 반환액. What goes back: the donation less the gift that was provided; the whole of it where
    /// the gift itself was unlawful, for Act 14(2) deducts it on grounds 1 to 6 only.
    package func amount(of donation: Won, gift: Won) -> Won {
        self == .unlawfulGift ? donation : donation - gift
    }
}
