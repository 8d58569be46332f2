extension LegDraft {
    var canonical: CanonicalValue {
        var all = common
        all["donations"] = .array(donations.map(\.canonical))
        all["links"] = .ids(links)
        all["from"] = .string(from)
        all["to"] = .string(to)
        return .members(all)
    }

    /// What a request asks for that adds the leg to an exchange on record.
    package func canonical(of exchange: Identifier) -> CanonicalValue {
        .members(["exchange": .id(exchange), "leg": canonical])
    }

    /// What the entry of the leg says.
    package func members(
        of exchange: Identifier, _ giver: Government, _ recipient: Government
    ) -> [String: CanonicalValue?] {
        var all = common
        all["exchange"] = .id(exchange)
        all["from"] = .government(giver)
        all["to"] = .government(recipient)
        return all
    }

    package var problems: [Refusal] {
        var problems: [Refusal] = []
        if let people, people < 1 { problems.append(.numberInvalid(field: "people")) }
        if let amount, amount < Won(1) { problems.append(.amountInvalid) }
        if happenedOn == nil, people != nil || amount != nil || !donations.isEmpty {
            problems.append(.fieldMissing(field: "on"))
        }
        if links.count > LegDraft.linksMax {
            problems.append(.tooMany(field: "donation_ids", max: LegDraft.linksMax))
        }
        return problems
    }

    private var common: [String: CanonicalValue?] {
        [
            "amount": .won(amount), "department": .text(department), "on": .date(happenedOn),
            "people": .number(people), "replaces": .id(replaces),
        ]
    }
}
