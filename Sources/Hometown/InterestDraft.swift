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
