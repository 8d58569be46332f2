extension Facts {
    /// 모금 목표. What a government means to raise in a year, as a document of its office says, and
    /// what it has. Targets are governments', never people's or departments' (Act 6).
    package struct Target: Hashable, Sendable {
        package let government: Party
        package let amount: Won
        /// 근거 문서.
        package let document: String
        /// What was given to it from 1 January to the end of the period.
        package internal(set) var raised: Tally
        /// Of this, what was given in the period; and what in the one before it. Shown nowhere:
        /// whoever takes one report from the next learns them.
        let recent: [Tally]

        package init(
            government: Party, amount: Won, document: String, raised: Tally, recent: [Tally]
        ) {
            self.government = government
            self.amount = amount
            self.document = document
            self.raised = raised
            self.recent = recent
        }

        /// For everybody.
        /// - Parameters:
        ///   - all: what was given in the year so far to all governments together.
        ///   - told: the same as everybody reads it.
        func published(of all: Tally, _ told: Tally, _ small: SmallCounts) -> Target {
            let others = all.count - raised.count
            let betrays =
                told.cover != nil || small.isSmall(others)
                || recent.contains { small.isSmall($0.count) }
            var published = self
            if small.isSmall(raised.count) {
                published.raised = Tally(covered: .small)
            } else if betrays {
                published.raised = Tally(covered: .withheld)
            }
            return published
        }
    }
}
