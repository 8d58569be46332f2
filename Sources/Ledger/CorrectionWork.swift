import Hometown
import Postgres

/// 정정 작업. A correction on its way through one transaction: what it is about, read under the locks
/// of every donor-year that it may change, and what is to stand in the donation's place.
struct CorrectionWork: Sendable {
    /// A donation that leaves the totals or comes back, and where it stands.
    struct Donation: Sendable {
        let id: Identifier
        let row: Corrigible
        var settlement: Settlement
    }

    let draft: CorrectionDraft
    private(set) var target: Donation
    /// The donation that took its place by the correction that is undone.
    private(set) var undone: Donation?
    /// What is to stand: the amended donation, or the old one again.
    private(set) var standing: DonationDraft?
    /// What the changes leave without a value it needs.
    private var missing: [Refusal] = []
    private let today: CivilDate
    /// What is closed.
    let late: LateEntries
    /// Every donor-year that it may change, locked.
    private(set) var years: [DonationSitting.DonorYear] = []

    /// Reads and locks. Nothing is judged before the locks are held, and what is read before them
    /// never changes.
    /// - Throws: `CorrectionStop.unknown`.
    init(_ draft: CorrectionDraft, in book: Book) async throws {
        var draft = draft
        today = book.today
        late = try await PeriodCache.read(in: book.transaction)
        let (rows, before) = try await book.transaction.pipeline(
            ReadCorrigible(donation: draft.donation),
            ReadSettlements(donations: [draft.donation]))
        guard let row = rows.first else { throw CorrectionStop.unknown }
        let settlement = before.first?.settlement ?? .untouched
        target = Donation(id: draft.donation, row: row, settlement: settlement)
        // Only one correction can be undone, the last: a restoration need not name it.
        if draft.action == .restore, draft.corrects == nil, settlement.outcome != .open {
            draft.corrects = settlement.correction
        }
        self.draft = draft
        if draft.corrects != nil, draft.corrects == target.settlement.correction,
            let id = target.settlement.replacement,
            let row = try await book.transaction.run(ReadCorrigible(donation: id)).first
        {
            undone = Donation(id: id, row: row, settlement: .untouched)
        }
        let donor = try await buildStanding(in: book)
        try await lock(donor: donor, in: book.transaction)
    }

    /// - Returns: the donor of what is to stand.
    private mutating func buildStanding(in book: Book) async throws -> Identifier? {
        guard draft.action == .amend || draft.action == .restore else { return nil }
        do {
            standing = try target.row.draft(
                changedBy: draft.changes,
                replacing: draft.action == .amend ? draft.donation : nil, today: book.today,
                registry: book.registry)
        } catch let refused as Refused {
            missing = refused.refusals
        }
        guard let standing else { return nil }
        return try await DonationSitting.Donor.read([standing.donor], in: book.transaction)
            .first??.id
    }

    private mutating func lock(donor: Identifier?, in transaction: Transaction) async throws {
        var years = Set(target.row.locks + (undone?.row.locks ?? []))
        if let standing, let donor {
            years.formUnion(DonationSitting.years(of: standing, donor: donor))
        }
        self.years = years.sorted()
        let ids = [target.id] + (undone.map { [$0.id] } ?? [])
        let (_, settlements) = try await transaction.pipeline(
            TakeLocks(numbers: self.years.map(\.lock)), ReadSettlements(donations: ids))
        let byID = Dictionary(
            uniqueKeysWithValues: settlements.map { ($0.donation, $0.settlement) })
        target.settlement = byID[target.id] ?? .untouched
        if let id = undone?.id { undone?.settlement = byID[id] ?? .untouched }
    }

    var subject: CorrectionSubject {
        CorrectionSubject(
            settlement: target.settlement, replacement: undone?.settlement ?? .untouched,
            amount: target.row.amount, giftValue: target.row.giftValue,
            unlawful: target.row.unlawful, donatedOn: target.row.donatedOn, today: today)
    }

    /// What a return gives back; `nil` of whatever is none.
    var returned: CorrectionForesight.Returned? {
        guard draft.action == .return else { return nil }
        return CorrectionForesight.Returned(
            giftValue: target.row.giftValue ?? .zero, amount: draft.returnAmount(subject))
    }

    /// - Throws: `Refused` with everything that stands against the correction itself.
    func judge() throws {
        let refusals = Hometown.judge(draft, on: subject) + missing
        guard refusals.isEmpty else { throw Refused(refusals) }
    }

    /// Why it waits for a second person; empty where it need not.
    func fourEyes(from threshold: Won?) -> [FourEyes] {
        let rows = [target.row] + (undone.map { [$0.row] } ?? [])
        return FourEyes.reasons(
            amounts: rows.map(\.amount) + (standing.map { [$0.amount] } ?? []),
            dates: rows.map(\.donatedOn) + (standing.map { [$0.donatedOn] } ?? []), late: late,
            threshold: threshold)
    }

    /// What the correction does to the donation: undo what it undoes, then what it is itself.
    var steps: [SettlementStep] {
        var steps: [SettlementStep] = []
        var step = target.settlement.step
        if draft.corrects != nil {
            step += 1
            steps.append(SettlementStep(donation: target.id, step: step, outcome: .open))
            if let undone {
                steps.append(
                    SettlementStep(
                        donation: undone.id, step: undone.settlement.step + 1,
                        outcome: .reversed))
            }
        }
        let outcome: Settlement.Outcome? =
            switch draft.action {
            case .amend, .reverse: .reversed
            case .return: .returned
            case .restore: nil
            }
        if let outcome {
            steps.append(
                SettlementStep(donation: target.id, step: step + 1, outcome: outcome))
        }
        return steps
    }

    /// The donations that leave the totals.
    var leaving: [Corrigible] {
        let leaves = target.settlement.outcome == .open && draft.action != .restore
        return (leaves ? [target.row] : []) + (undone.map { [$0.row] } ?? [])
    }

    /// What leaves, by donor-year, as one statement; there may be none.
    var takings: TakeFromDonorYears {
        var taken: [DonationSitting.DonorYear: Standing] = [:]
        for row in leaving {
            guard let year = row.year else { continue }
            let sum = taken[year] ?? .empty
            taken[year] = Standing(
                recorded: sum.recorded + row.standing.recorded,
                undisclosedCount: sum.undisclosedCount + row.standing.undisclosedCount)
        }
        let years = taken.keys.sorted()
        return TakeFromDonorYears(
            years: years, standings: years.map { taken[$0] ?? .empty })
    }
}
