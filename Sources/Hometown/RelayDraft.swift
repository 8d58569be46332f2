/// 인증 챌린지. A relay in which a nominee donates, shows it and nominates the next. Its rules are
/// data, and nobody need have stated any.
package struct RelayDraft: Hashable, Sendable {
    package var name: Bilingual
    package var startedBy: Identifier?
    package var nominationsPerParticipation: Int16?
    package var endsOn: CivilDate?
    package var goal: Int32?
    package var claims: [ClaimDraft]

    package init(
        name: Bilingual, startedBy: Identifier? = nil, nominationsPerParticipation: Int16? = nil,
        endsOn: CivilDate? = nil, goal: Int32? = nil, claims: [ClaimDraft] = []
    ) {
        self.name = name
        self.startedBy = startedBy
        self.nominationsPerParticipation = nominationsPerParticipation
        self.endsOn = endsOn
        self.goal = goal
        self.claims = claims
    }
}
