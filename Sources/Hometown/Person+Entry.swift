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

extension OfficeDraft {
    package var canonical: CanonicalValue {
        var all = terms
        all["government"] = .text(government)
        return .members(all)
    }

    /// What the entry of the office says.
    package func members(
        of person: Identifier, _ government: Government?
    ) -> [String: CanonicalValue?] {
        var all = terms
        all["government"] = .government(government)
        all["person"] = .id(person)
        return all
    }

    private var terms: [String: CanonicalValue?] {
        [
            "constituency": .bilingual(constituency), "held_from": .date(heldFrom),
            "held_to": .date(heldTo), "known_on": .date(knownOn), "party": .bilingual(party),
            "title": .bilingual(title),
        ]
    }
}
