/// 이해관계. What ties a donor to a government by the donor's own or the office's declaration
/// (Act 5(2)); the ledger cannot find such ties by itself.
package struct Interest: Hashable, Sendable {
    package enum Relation: String, Sendable, CaseIterable {
        /// 고용. Serves the government: the ground of R14.
        case employment
        /// 계약.
        case contract
        /// 처분.
        case disposition
        /// 그 밖의 관계.
        case other
    }

    package let government: Int16
    package let relation: Relation
    /// `nil` when the beginning is not known.
    package let validFrom: CivilDate?
    /// Exclusive, like the registry; `nil` while it lasts.
    package let validTo: CivilDate?

    package init(
        government: Int16, relation: Relation, validFrom: CivilDate? = nil,
        validTo: CivilDate? = nil
    ) {
        self.government = government
        self.relation = relation
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether it holds on a day that is itself known only as a range. Without a known beginning it
    /// may have begun at any time before its end.
    package func tenure(on days: ClosedRange<CivilDate>) -> Office.Tenure {
        if let validFrom, days.upperBound < validFrom { return .none }
        if let validTo, days.lowerBound >= validTo { return .none }
        guard let validFrom, validFrom <= days.lowerBound else { return .possible }
        return validTo.map { days.upperBound < $0 } ?? true ? .certain : .possible
    }
}

extension Interest.Relation: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .employment: Bilingual("고용", "employment")
        case .contract: Bilingual("계약", "contract")
        case .disposition: Bilingual("처분", "disposition")
        case .other: Bilingual("그 밖의 관계", "other")
        }
    }
}
