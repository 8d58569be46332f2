package import Hometown

/// 한눈에. What the public page is made of, read in one snapshot of the ledger. Of private donors
/// it holds sums and nothing else.
package struct Overview: Sendable {
    /// What was given, without what is disputed.
    package struct Gifts: Hashable, Sendable {
        /// By persons whose name and office are published.
        package let published: Facts.Tally
        /// By everybody else.
        package let personal: Facts.Tally
        /// 이견. Reported gifts of public persons against a rule: in neither tally.
        package let disputed: Int64

        package init(published: Facts.Tally, personal: Facts.Tally, disputed: Int64) {
            self.published = published
            self.personal = personal
            self.disputed = disputed
        }
    }

    /// The database's clock.
    /// How much there is in all; the lists hold the newest of it.
    package struct Counts: Hashable, Sendable {
        package let agreements: Int64
        package let exchanges: Int64
        package let runs: Int64
        package let openNominations: Int64

        package init(agreements: Int64, exchanges: Int64, runs: Int64, openNominations: Int64) {
            self.agreements = agreements
            self.exchanges = exchanges
            self.runs = runs
            self.openNominations = openNominations
        }
    }

    package let readAt: Instant
    package let head: TreeHead
    package let gifts: Gifts
    package let counts: Counts
    /// Of public persons, newest entry first, at most `donationsMax`.
    package let donations: [RecordedDonation]
    /// In the order they were recorded, at most `agreementsMax`.
    package let agreements: [AgreementRecord]
    /// In the order they were recorded, at most `exchangesMax`.
    package let exchanges: [ExchangeRecord]
    /// Which donations of those legs are public persons'.
    package let publishedDonations: Set<Identifier>
    /// As everybody is told of them, in the order they were recorded, at most `relaysMax`.
    package let relays: [RelayRecord]
    /// The newest.
    package let summary: SummaryRecord?
    /// When the next one is due; `nil` while no schedule runs.
    package let nextSummary: Instant?
    package let governments: GovernmentRegistry

    /// What a first page can show without becoming a list.
    package static let donationsMax = 12
    package static let agreementsMax = 8
    package static let exchangesMax = 6
    package static let relaysMax = 4
}
