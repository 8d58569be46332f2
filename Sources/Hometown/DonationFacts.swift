/// 판단 근거. What a donation is judged by besides itself and the donor's year.
package struct DonationFacts: Sendable {
    package var registry: GovernmentRegistry
    /// All offices on record of the donor, of whatever date; none of an opaque donor.
    package var offices: [Office]
    /// The bars of any government, or at least of the recipient.
    package var bars: [Bar]
    /// What is declared of the donor, of whatever date.
    package var interests: [Interest]
    /// The projects of any government, or at least the one that is named.
    package var projects: [Identifier: Project]
    /// The Korean day on which the judgement is made.
    package var today: CivilDate

    package init(
        registry: GovernmentRegistry, offices: [Office] = [], bars: [Bar] = [],
        interests: [Interest] = [], projects: [Identifier: Project] = [:], today: CivilDate
    ) {
        self.registry = registry
        self.offices = offices
        self.bars = bars
        self.interests = interests
        self.projects = projects
        self.today = today
    }
}
