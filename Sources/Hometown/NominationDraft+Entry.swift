extension NominationDraft {
    package var canonical: CanonicalValue {
        var all = members
        all["quotes"] = claims.quotes.canonical
        return .members(all)
    }

    /// What the entry of the nomination says.
    package var members: [String: CanonicalValue?] {
        [
            "claims": claims.canonical, "nominee": .id(nominee), "on": .date(happenedOn),
            "participation": .id(participation), "relay": .id(relay),
        ]
    }

    /// What is wrong with the draft whatever the ledger holds.
    package var problems: [Refusal] { claims.problems }
}
