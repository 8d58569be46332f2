/// 직위 초안. An office as somebody states it; the government is still the caller's word.
package struct OfficeDraft: Hashable, Sendable {
    /// 세종특별자치시장, Mayor of Sejong.
    package var title: Bilingual
    /// `nil` for an office that no government employs.
    package var government: String?
    /// 지역구.
    package var constituency: Bilingual?
    /// 정당.
    package var party: Bilingual?
    package var heldFrom: CivilDate?
    /// Exclusive.
    package var heldTo: CivilDate?
    /// A day on which a source says the office was held.
    package var knownOn: CivilDate?

    package init(
        title: Bilingual, government: String? = nil, constituency: Bilingual? = nil,
        party: Bilingual? = nil, heldFrom: CivilDate? = nil, heldTo: CivilDate? = nil,
        knownOn: CivilDate? = nil
    ) {
        self.title = title
        self.government = government
        self.constituency = constituency
        self.party = party
        self.heldFrom = heldFrom
        self.heldTo = heldTo
        self.knownOn = knownOn
    }

    /// What is wrong with it whatever the registry says.
    package var problems: [Refusal] {
        guard let heldFrom, let heldTo, heldTo <= heldFrom else { return [] }
        return [.dateInvalid(field: "held_to", reason: .endBeforeBeginning)]
    }

    /// The day by which names in the office are read.
    package var readOn: CivilDate? { knownOn ?? heldFrom ?? heldTo?.adding(days: -1) }
}
