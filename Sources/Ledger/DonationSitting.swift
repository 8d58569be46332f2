import Hometown
import Postgres

/// 심사 자리. Donations judged one after another under the locks of their donors' years: each sees
/// what the ones before it added, in this transaction and in all that committed earlier.
struct DonationSitting {
    /// Who a draft's donor is.
    struct Donor: Sendable {
        let id: Identifier
        let offices: [Office]
    }

    struct DonorYear: Hashable, Comparable {
        let donor: Identifier
        let year: Int16

        var lock: Int64 {
            donor.lockNumber &+ Int64(year)
        }

        static func < (left: DonorYear, right: DonorYear) -> Bool {
            (left.donor, left.year) < (right.donor, right.year)
        }
    }

    private let registry: GovernmentRegistry
    private let bars: [Bar]
    private var interests: [Identifier: [Interest]]
    private var projects: [Identifier: Project]
    private let today: CivilDate
    private var late: LateEntries
    private var twins = Twins()
    private var standings: [DonorYear: Standing] = [:]
    /// Years that were on record when they were asked for.
    private var recorded: Set<DonorYear> = []
    /// What this sitting adds to the years.
    private(set) var added: [DonorYear: Standing] = [:]
    /// Of donors who are one human with others: the person who they are.
    private var humans: [Identifier: Identifier] = [:]
    /// What this sitting adds to the years of such humans.
    private var addedTogether: [DonorYear: Standing] = [:]

    init(
        registry: GovernmentRegistry, bars: [Bar], interests: [ReadInterests.Row],
        projects: [Identifier: Project], today: CivilDate, standings rows: [ReadStandings.Row],
        late: LateEntries
    ) {
        self.registry = registry
        self.bars = bars
        self.interests = Dictionary(grouping: interests, by: \.donor)
            .mapValues { $0.map(\.interest) }
        self.projects = projects
        self.today = today
        self.late = late
        standings.reserveCapacity(rows.count)
        learn(rows)
    }

    /// Takes in what is recorded of further donors' years. Not for years it has judged in already.
    mutating func learn(_ rows: [ReadStandings.Row]) {
        for row in rows {
            humans[row.donor] = row.human
            let year = DonorYear(donor: row.donor, year: row.year)
            recorded.insert(year)
            standings[year] = Standing(
                recorded: Won(row.total), undisclosedCount: Int(row.undisclosed))
        }
    }

    /// Takes in what is declared of further donors, and further projects and approvals that are
    /// named.
    mutating func learn(
        _ rows: [ReadInterests.Row], _ named: [Identifier: Project], _ leave: [LateApproval]
    ) {
        late.learn(leave)
        for (donor, rows) in Dictionary(grouping: rows, by: \.donor) {
            interests[donor] = rows.map(\.interest)
        }
        projects.merge(named) { _, new in new }
    }

    /// Takes in what is on record and may be like what is to be judged.
    mutating func learn(_ rows: [FindTwins.Row]) { twins.learn(rows) }

    /// Whether something is known of the donor's year: recorded before, or added here.
    func knows(_ year: DonorYear) -> Bool { standings[year] != nil }

    /// Whether the year was on record when it was asked for.
    func hasOnRecord(_ year: DonorYear) -> Bool { recorded.contains(year) }

    /// The donor-years that judging the draft may look at. Whatever day it is, none is missing.
    static func years(of draft: DonationDraft, donor: Identifier) -> [DonorYear] {
        draft.donatedOn.capYears(today: draft.donatedOn.latest).map {
            DonorYear(donor: donor, year: Int16(clamping: $0))
        }
    }

    /// - Parameter author: who records it; `nil` where nobody does.
    mutating func judge(_ draft: DonationDraft, donor: Donor, by author: Identifier?) -> Verdict {
        let years = DonationSitting.years(of: draft, donor: donor.id)
        let facts = DonationFacts(
            registry: registry, offices: donor.offices, bars: bars,
            interests: interests[donor.id] ?? [], projects: projects, today: today)
        let standing = years.first.map { self.standing(in: $0) } ?? .empty
        var verdict = Hometown.judge(draft, standing: standing, facts: facts)
        if let refusal = late.refusal(of: draft, by: author) { return verdict.refused(refusal) }
        if verdict.outcome != .refused, let recipient = verdict.recipient {
            late.take(draft)
            let twin = twins.take(draft, donor: donor.id, recipient: recipient)
            if let twin { verdict.warnings.append(twin) }
        }
        if verdict.outcome == .standing, let year = verdict.capYear {
            add(draft.amount, to: DonorYear(donor: donor.id, year: Int16(clamping: year)))
        }
        return verdict
    }

    /// Takes back what a verdict added, for a donation that something else stands against.
    mutating func takeBack(_ draft: DonationDraft, donor: Donor, after verdict: Verdict) {
        late.giveBack(draft)
        if let recipient = verdict.recipient {
            twins.giveBack(draft, donor: donor.id, recipient: recipient, after: verdict)
        }
        guard verdict.outcome == .standing, let year = verdict.capYear else { return }
        let donorYear = DonorYear(donor: donor.id, year: Int16(clamping: year))
        standings[donorYear]?.remove(draft.amount)
        added[donorYear]?.remove(draft.amount)
        if let together = together(donorYear) { addedTogether[together]?.remove(draft.amount) }
    }

    private mutating func add(_ amount: Won?, to year: DonorYear) {
        standings[year, default: .empty].add(amount)
        added[year, default: .empty].add(amount)
        if let together = together(year) {
            addedTogether[together, default: .empty].add(amount)
        }
    }

    /// The year of the human behind the donor, where the human is several donors.
    private func together(_ year: DonorYear) -> DonorYear? {
        humans[year.donor].map { DonorYear(donor: $0, year: year.year) }
    }

    /// 한 사람, 하나의 상한. What counts for the donor: what was read counts what other donors of the
    /// same human have on record, and not what this sitting adds to them.
    private func standing(in year: DonorYear) -> Standing {
        var standing = standings[year] ?? .empty
        guard let together = together(year).flatMap({ addedTogether[$0] }) else {
            return standing
        }
        let own = added[year] ?? .empty
        standing.recorded = standing.recorded + together.recorded - own.recorded
        standing.undisclosedCount += together.undisclosedCount - own.undisclosedCount
        return standing
    }

    /// One statement for all years this sitting adds to; there may be none.
    var additions: AddToDonorYears { AddToDonorYears(adding: added) { _ in true } }

    /// The same apart for years that were on record and for those that, as far as is known, are
    /// not: by the hundred thousand, new rows go in by COPY at a third of the cost.
    var additionsApart: (known: AddToDonorYears, new: AddToDonorYears) {
        (
            AddToDonorYears(adding: added, where: recorded.contains),
            AddToDonorYears(adding: added) { !recorded.contains($0) }
        )
    }
}

extension AddToDonorYears {
    /// In the order of donors and years, as everybody adds.
    fileprivate init(
        adding added: [DonationSitting.DonorYear: Standing],
        where isMeant: (DonationSitting.DonorYear) -> Bool
    ) {
        let rows = added.filter { $0.value != .empty && isMeant($0.key) }
            .sorted { $0.key < $1.key }
        self.init(
            donors: rows.map(\.key.donor), years: rows.map(\.key.year),
            totals: rows.map(\.value.recorded.amount),
            undisclosed: rows.map { Int32($0.value.undisclosedCount) })
    }
}

extension Standing {
    /// Undisclosed gifts count as gifts and never as money.
    fileprivate mutating func add(_ amount: Won?) {
        if let amount {
            recorded = recorded + amount
        } else {
            undisclosedCount += 1
        }
    }

    fileprivate mutating func remove(_ amount: Won?) {
        if let amount {
            recorded = recorded - amount
        } else {
            undisclosedCount -= 1
        }
    }
}
