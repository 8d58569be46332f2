import Hometown
import Postgres

extension DonationSitting {
    /// 심사 준비. Who gives the donations of one request, and what has to be asked before they are
    /// judged: whoever judges them sends these statements in one flight with its own. A
    /// `DonationBatch` prepares itself: much of it is remembered there and need not be asked.
    struct Ground {
        /// In the order of the drafts; `nil` for a person whom nobody knows.
        let donors: [Donor?]
        /// All that judging may look at, in the order in which everybody locks them.
        let years: [DonorYear]
        private let gifts: [FindTwins.Gift?]
        private let projects: [Identifier: Project]

        static func read(
            for drafts: [DonationDraft], in transaction: Transaction
        ) async throws -> Ground {
            let donors = try await Donor.read(drafts.map(\.donor), in: transaction)
            let years = Set(
                zip(drafts, donors).flatMap { draft, donor in
                    donor.map { DonationSitting.years(of: draft, donor: $0.id) } ?? []
                })
            return Ground(
                donors: donors, years: years.sorted(), gifts: drafts.map(FindTwins.gift),
                projects: try await ReadNamedProjects.run(
                    for: drafts.lazy.map(\.project), in: transaction))
        }

        var locks: TakeLocks { TakeLocks(numbers: years.map(\.lock)) }
        var interests: ReadInterests { ReadInterests(donors: donors.compactMap { $0?.id }) }
        var standings: ReadStandings {
            ReadStandings(donors: years.map(\.donor), years: years.map(\.year))
        }
        var twins: FindTwins { FindTwins(zip(gifts, donors.lazy.map { $0?.id })) }

        /// The sitting, once all that has answered.
        func sitting(
            _ registry: GovernmentRegistry, _ bars: [Bar], _ interests: [ReadInterests.Row],
            _ standings: [ReadStandings.Row], late: LateEntries, on today: CivilDate
        ) -> DonationSitting {
            DonationSitting(
                registry: registry, bars: bars, interests: interests, projects: projects,
                today: today, standings: standings, late: late)
        }
    }
}
