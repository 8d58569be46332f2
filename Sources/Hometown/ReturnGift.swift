/// 답례품. What the donor gets in return for one donation (Act 9, Decree 5).
package struct ReturnGift: Hashable, Sendable {
    /// What it is. The law allows three kinds; the others have names so that they can be refused.
    package enum Kind: String, Sendable, CaseIterable {
        /// 지역 특산품.
        case localProduct = "local_product"
        /// 지역사랑상품권.
        case localVoucher = "local_voucher"
        /// 조례로 정한 것.
        case byOrdinance = "by_ordinance"
        /// 현금.
        case cash
        /// 귀금속.
        case preciousMetal = "precious_metal"
        /// 타 지역 상품권.
        case outsideVoucher = "outside_voucher"
        /// 그 밖에 제공할 수 없는 것.
        case otherForbidden = "other_forbidden"

        package var isLawful: Bool {
            switch self {
            case .localProduct, .localVoucher, .byOrdinance: true
            case .cash, .preciousMetal, .outsideVoucher, .otherForbidden: false
            }
        }
    }

    package var kind: Kind?
    /// 가액. Zero when there is none; `nil` when it is not known.
    package var value: Won?
    /// 답례품 희망 여부. `nil` when nobody asked.
    package var isWanted: Bool?

    /// `nil` where nothing is said of a gift at all.
    package init?(kind: Kind?, value: Won?, isWanted: Bool?) {
        guard kind != nil || value != nil || isWanted != nil else { return nil }
        self.kind = kind
        self.value = value
        self.isWanted = isWanted
    }

    /// Whether anything is given.
    package var isGiven: Bool { kind != nil || value ?? .zero > .zero }

    /// 한도. The most a gift may be worth: three tenths of this one donation, in whole won
    /// (Act 9(1), Decree 5(1)).
    package static func limit(for amount: Won) -> Won {
        // In this order nothing overflows, and the remainder is not lost.
        Won(amount.amount / 10 * 3 + amount.amount % 10 * 3 / 10)
    }
}

extension ReturnGift.Kind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .localProduct: Bilingual("지역 특산품", "local product")
        case .localVoucher: Bilingual("지역사랑상품권", "local voucher")
        case .byOrdinance: Bilingual("조례로 정한 것", "set by ordinance")
        case .cash: Bilingual("현금", "cash")
        case .preciousMetal: Bilingual("귀금속", "precious metal")
        case .outsideVoucher: Bilingual("다른 지역 상품권", "outside voucher")
        case .otherForbidden: Bilingual("그 밖에 제공할 수 없는 것", "other forbidden gift")
        }
    }
}
