/// 응답. What became of a nomination, as somebody says it: a state that no age and no rule gives.
package struct ReplyDraft: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 수락, 사양, 실효.
        case accepted, declined, lapsed
        /// An earlier reply is taken back.
        case open
        /// 완료. A participation on record answers it.
        case answered
    }

    package var relay: Identifier
    package var nomination: Identifier
    package var kind: Kind
    /// The participation that answers; of `answered` alone.
    package var participation: Identifier?
    package var happenedOn: EventDate?
    /// Who says so: a state that is said needs a source.
    package var claims: [ClaimDraft]

    package init(
        relay: Identifier, nomination: Identifier, kind: Kind,
        participation: Identifier? = nil, happenedOn: EventDate? = nil, claims: [ClaimDraft] = []
    ) {
        self.relay = relay
        self.nomination = nomination
        self.kind = kind
        self.participation = participation
        self.happenedOn = happenedOn
        self.claims = claims
    }
}

extension ReplyDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members
        all["quotes"] = claims.quotes.canonical
        return .members(all)
    }

    /// What the entry of the reply says.
    package var members: [String: CanonicalValue?] {
        [
            "claims": claims.canonical, "nomination": .id(nomination), "on": .date(happenedOn),
            "participation": .id(participation), "relay": .id(relay),
            "reply": .string(kind.rawValue),
        ]
    }

    /// What is wrong with the draft whatever the ledger holds.
    package var problems: [Refusal] {
        var problems = claims.problems
        switch kind {
        case .accepted, .declined, .lapsed:
            if claims.isEmpty { problems.append(.fieldMissing(field: "claims")) }
        case .answered:
            if participation == nil { problems.append(.fieldMissing(field: "participation")) }
        case .open: break
        }
        return problems
    }
}
