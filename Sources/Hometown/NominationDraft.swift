/// 지명. An edge of the relay: from a run to a person, answered by one later run at most.
package struct NominationDraft: Hashable, Sendable {
    package var relay: Identifier
    package var participation: Identifier
    package var nominee: Identifier
    package var happenedOn: EventDate?
    package var claims: [ClaimDraft]

    package init(
        relay: Identifier, participation: Identifier, nominee: Identifier,
        happenedOn: EventDate? = nil, claims: [ClaimDraft] = []
    ) {
        self.relay = relay
        self.participation = participation
        self.nominee = nominee
        self.happenedOn = happenedOn
        self.claims = claims
    }
}
