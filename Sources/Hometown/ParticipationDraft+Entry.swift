extension ParticipationDraft {
    package var canonical: CanonicalValue {
        var all = members
        all["comment"] = .text(comment)
        all["donations"] = .array(donations.map(\.canonical))
        all["nominees"] = .array(
            nominees.map { .members(["on": .date($0.happenedOn), "person": .id($0.person)]) })
        all["quotes"] = claims.quotes.canonical
        return .members(all)
    }

    /// What the entry of the participation says; nominations and donations are entries of their
    /// own, and the comment is only committed to.
    package var members: [String: CanonicalValue?] {
        [
            "answers": .ids(answers), "claims": claims.canonical,
            "implied": isImplied ? .bool(true) : nil, "on": .date(happenedOn),
            "origin": isOrigin ? .bool(true) : nil, "person": .id(person),
            "proof": proof.map { proof in
                .members([
                    "captured_on": .date(proof.capturedOn), "link": .text(proof.link),
                    "sha256": .text(proof.sha256.map { Hexadecimal.text($0) }),
                ])
            },
            "relay": .id(relay),
        ]
    }

    /// What is wrong with the draft whatever the ledger holds.
    package var problems: [Refusal] {
        var problems: [Refusal] = []
        if nominees.count > ParticipationDraft.nomineesMax {
            problems.append(.tooMany(field: "nominees", max: ParticipationDraft.nomineesMax))
        }
        if answers.count > ParticipationDraft.answersMax {
            problems.append(.tooMany(field: "answers", max: ParticipationDraft.answersMax))
        }
        if donations.count > ParticipationDraft.donationsMax {
            problems.append(.tooMany(field: "donations", max: ParticipationDraft.donationsMax))
        }
        problems += claims.problems
        if nominees.contains(where: { $0.person == person }) { problems.append(.nominationToSelf) }
        return problems
    }
}
