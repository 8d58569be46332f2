extension PersonDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        .members([
            "claims": claims.canonical, "donor": .id(donor), "name": .bilingual(name),
            "offices": .array(offices.map(\.canonical)),
            "quotes": claims.isEmpty ? nil : claims.quotes.canonical,
        ])
    }

    /// What the entry of the person says; the name is only committed to.
    package var members: [String: CanonicalValue?] { ["claims": claims.canonical] }

    /// What is wrong with the draft whatever the ledger holds.
    package var problems: [Refusal] { claims.problems + offices.flatMap(\.problems) }
}
