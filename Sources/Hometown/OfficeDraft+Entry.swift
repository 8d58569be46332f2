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
