extension RelayDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members
        all["quotes"] = claims.quotes.canonical
        return .members(all)
    }

    /// What the entry of the relay says.
    package var members: [String: CanonicalValue?] {
        [
            "claims": claims.canonical, "ends_on": .date(endsOn), "goal": .number(goal),
            "name": .bilingual(name),
            "nominations_per_participation": .number(nominationsPerParticipation),
            "started_by": .id(startedBy),
        ]
    }

    /// What is wrong with the draft whatever the ledger holds.
    package var problems: [Refusal] { claims.problems }
}
