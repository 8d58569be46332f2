import Hometown
import Postgres

/// 물음. What judging some rows of a list needs from the ledger: asked all at once, on a connection
/// of its own, while the rows after them are read.
struct ImportQuestions: Sendable {
    let drafts: [DonationDraft]
    /// Of rows that were here before.
    let rows: [Identifier]
    /// Donors' years of which nothing is known yet.
    let years: Set<DonationSitting.DonorYear>
    /// Those of which it is known that the ledger has them.
    let recorded: Set<DonationSitting.DonorYear>
    /// Entries that the rows may become.
    let numbersCount: Int
    /// Every row of the file, where it is not yet known which of them are recorded.
    let file: ImportFile.RowIDs?
    let secret: LedgerSecret

    struct Answers: Sendable {
        var people: [Identifier: DonationSitting.Donor] = [:]
        var projects: [Identifier: Project] = [:]
        var leave: [LateApproval] = []
        var standings: [ReadStandings.Row] = []
        var interests: [ReadInterests.Row] = []
        var twins: [FindTwins.Row] = []
        var known: [ReadKnownDonations.Row] = []
        /// Of rows whose donations were undone, by the ids they bring, those they come under.
        var turns: [Identifier: Identifier] = [:]
        var knownRows: [Identifier] = []
        var numbers: [Int64] = []
    }

    /// - Throws: `PostgresError`, `Refused`.
    @concurrent func answers(from pool: Pool) async throws -> Answers {
        if drafts.isEmpty, rows.isEmpty, file == nil { return Answers() }
        let (people, projects, leave, facts, turns) = try await pool.transaction { transaction in
            let people = try await DonationSitting.Donor.people(
                among: drafts.map(\.donor), in: transaction)
            let projects = try await ReadNamedProjects.run(
                for: drafts.lazy.map(\.project), in: transaction)
            let leave = try await PeriodCache.approvals(
                drafts.lazy.map(\.lateApproval), in: transaction)
            let asked = years.union(namedYears(people)).sorted()
            let none = Identifier(high: 0, low: 0)
            let facts = try await transaction.pipeline(
                ReadStandings(donors: asked.map(\.donor), years: asked.map(\.year)),
                ReadKnownDonations(ids: rows), WaitForNoDisk(),
                DrawEntryNumbers(count: Int32(clamping: numbersCount)),
                ReadKnownRows(first: file?.all.first ?? none, last: file?.all.last ?? none),
                ReadInterests(donors: Set(asked.map(\.donor)).sorted()))
            return (
                people, projects, leave, facts,
                try await self.turns(after: facts.1, in: transaction)
            )
        }
        let (standings, known, _, numbers, knownRows, interests) = facts
        return Answers(
            people: people, projects: projects, leave: leave, standings: standings,
            interests: interests, twins: try await twins(people, among: standings, from: pool),
            known: known + turns.known, turns: turns.ids, knownRows: knownRows, numbers: numbers)
    }

    /// A row that was undone with its list may come again, as the list may: under another id, each
    /// time as often.
    /// - Parameter found: what is recorded under the ids that the rows bring.
    /// - Returns: the ids they come under, by those they bring, and what is recorded there.
    private func turns(
        after found: [ReadKnownDonations.Row], in transaction: Transaction
    ) async throws -> (ids: [Identifier: Identifier], known: [ReadKnownDonations.Row]) {
        var ids: [Identifier: Identifier] = [:]
        var known: [ReadKnownDonations.Row] = []
        var undone = Set(found.filter(\.isUndone).map(\.id))
        var turn = 0
        while !undone.isEmpty {
            turn += 1
            var brought: [Identifier: Identifier] = [:]
            for id in undone {
                let next = ImportFile.RowIDs(secret.rows(of: id.bytes))[turn]
                brought[next] = id
                ids[id] = next
            }
            let rows = try await transaction.run(ReadKnownDonations(ids: brought.keys.sorted()))
            known += rows
            undone = Set(rows.filter(\.isUndone).compactMap { brought[$0.id] })
        }
        return (ids, known)
    }

    private func namedYears(
        _ people: [Identifier: DonationSitting.Donor]
    ) -> [DonationSitting.DonorYear] {
        drafts.flatMap { draft -> [DonationSitting.DonorYear] in
            guard case .person(let person) = draft.donor, let donor = people[person]
            else { return [] }
            return DonationSitting.years(of: draft, donor: donor.id)
        }
    }

    /// What the ledger has that may be like these: a donor of whom it has nothing in the year is
    /// not looked up.
    private func twins(
        _ people: [Identifier: DonationSitting.Donor], among standings: [ReadStandings.Row],
        from pool: Pool
    ) async throws -> [FindTwins.Row] {
        let known = recorded.union(
            standings.map { DonationSitting.DonorYear(donor: $0.donor, year: $0.year) })
        guard !known.isEmpty else { return [] }
        let suspects = FindTwins(
            drafts.lazy.map { draft -> (FindTwins.Gift?, Identifier?) in
                let donor = draft.donor.known(among: people)?.id
                let year = Int16(clamping: draft.donatedOn.date.year)
                let isKnown = donor.map { known.contains(.init(donor: $0, year: year)) }
                return (FindTwins.gift(of: draft), isKnown == true ? donor : nil)
            })
        guard !suspects.isEmpty else { return [] }
        return try await pool.transaction(readOnly: true) { try await $0.run(suspects) }
    }
}
