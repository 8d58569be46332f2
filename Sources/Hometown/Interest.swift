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

/// 이해관계 신고. A tie as somebody declares it; the government is still the caller's word.
package struct InterestDraft: Hashable, Sendable {
    package var donor: DonorReference
    package var government: String
    package var relation: Interest.Relation
    package var validFrom: CivilDate?
    /// Exclusive.
    package var validTo: CivilDate?
    /// What ties them. Personal: it is committed to and can be erased.
    package var note: String?

    package init(
        donor: DonorReference, government: String, relation: Interest.Relation,
        validFrom: CivilDate? = nil, validTo: CivilDate? = nil, note: String? = nil
    ) {
        self.donor = donor
        self.government = government
        self.relation = relation
        self.validFrom = validFrom
        self.validTo = validTo
        self.note = note
    }

    /// The day by which the name of the government is read.
    /// - Parameter today: where no day is said.
    package func readOn(today: CivilDate) -> CivilDate {
        validFrom ?? validTo?.adding(days: -1) ?? today
    }

    /// What is wrong with it whatever the registry says.
    package var problems: [Refusal] {
        guard let validFrom, let validTo, validTo <= validFrom else { return [] }
        return [.dateInvalid(field: "valid_to", reason: .endBeforeBeginning)]
    }
}

extension InterestDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = terms
        switch donor {
        case .person(let person): all["donor"] = .members(["person": .id(person)])
        case .keyed(let key): all["donor"] = .members(["key": .id(key)])
        }
        all["government"] = .string(government)
        all["note"] = .text(note)
        return .members(all)
    }

    /// What the entry says; who the donor is, is only committed to.
    package func members(_ government: Government) -> [String: CanonicalValue?] {
        var all = terms
        all["government"] = .government(government)
        return all
    }

    private var terms: [String: CanonicalValue?] {
        [
            "relation": .string(relation.rawValue), "valid_from": .date(validFrom),
            "valid_to": .date(validTo),
        ]
    }
}
