extension ExchangeDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members
        all["legs"] = .array(legs.map(\.canonical))
        all["quotes"] = claims.quotes.canonical
        return .members(all)
    }

    /// What the entry of the exchange says; each leg is an entry of its own.
    package var members: [String: CanonicalValue?] {
        [
            "agreement": .id(agreement), "claims": claims.canonical, "note": .text(note),
            "occasion": .string(occasion.rawValue), "on": .date(happenedOn),
        ]
    }

    /// What is wrong with the draft whatever the registry says.
    package var problems: [Refusal] {
        var problems: [Refusal] = []
        if legs.count < ExchangeDraft.legsMin {
            problems.append(.tooFew(field: "legs", min: ExchangeDraft.legsMin))
        }
        if legs.count > ExchangeDraft.legsMax {
            problems.append(.tooMany(field: "legs", max: ExchangeDraft.legsMax))
        }
        problems += claims.problems
        for (index, leg) in legs.enumerated() {
            problems += leg.problems.map { .part(.legs, index: index, $0) }
        }
        return problems
    }
}
