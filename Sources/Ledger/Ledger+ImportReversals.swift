package import Hometown
import Postgres

extension Ledger {
    /// Donations read, and reversed, in one flight.
    static let reversedRowsMax = 2_000

    /// 되돌리기 심사. What undoing an import would come to. Nothing is recorded.
    /// - Throws: `LedgerFailure`.
    package func tryReversal(ofImport listImport: Identifier) async throws -> ImportReversalAnswer {
        try await read { transaction in
            let found = try await ImportReversal(
                of: listImport, fourEyesFrom: fourEyesFrom, in: transaction)
            guard let reversal = found else { return .unknown }
            return .tried(reversal.plan)
        }
    }

    /// 되돌리기. Reverses every donation of an import in one transaction, or says what stands in the
    /// way. Each gets a correction with the same reason, which can itself be corrected.
    /// - Parameter reason: 1 to 2000 characters.
    /// - Throws: `LedgerFailure`.
    package func reverse(
        listImport: Identifier, reason: String, request: Request
    ) async throws -> ImportReversalAnswer {
        let content = CanonicalValue.members([
            "import": .id(listImport), "reason": .string(reason),
        ])
        do {
            return .answered(
                try await write(request, content: content, locks: [listImport.lockNumber]) {
                    try await $0.reverse(
                        listImport: listImport, reason: reason, fourEyesFrom: fourEyesFrom)
                })
        } catch CorrectionStop.unknown {
            return .unknown
        } catch CorrectionStop.blocked(let plan) {
            return .blocked(plan)
        }
    }
}

/// 일괄 취소. The donations of an import, and what reversing them comes to.
private struct ImportReversal {
    private(set) var plan: ImportReversalPlan
    private(set) var rows: [ReadReversible.Row] = []
    private let late: LateEntries
    private let fourEyesFrom: Won?

    /// `nil` when there is no such import.
    /// - Parameter fourEyesFrom: the amount from which on nobody reverses a donation alone.
    init?(
        of listImport: Identifier, fourEyesFrom: Won?, in transaction: Transaction
    ) async throws {
        self.fourEyesFrom = fourEyesFrom
        late = try await PeriodCache.read(in: transaction)
        let found = try await transaction.run(ReadImports(id: listImport, before: nil, rowsMax: 1))
        guard let found = found.first else { return nil }
        plan = ImportReversalPlan(found)
        let (earlier, time) = try await transaction.pipeline(
            FindImportReversal(listImport: listImport), ReadTime())
        plan.earlier = earlier.first.map {
            Entry.no(.importReversal, recordedAt: $0.recordedAt, number: $0.number)
        }
        var after: Int64 = 0
        while true {
            let rows = try await transaction.run(
                ReadReversible(
                    listImport: found.number, after: after,
                    rowsMax: Int32(Ledger.reversedRowsMax)))
            for row in rows { add(row, today: time[0].koreanDate) }
            guard rows.count == Ledger.reversedRowsMax, let last = rows.last else { return }
            after = last.number
        }
    }

    private mutating func add(_ row: ReadReversible.Row, today: CivilDate) {
        if row.settlement.outcome == .reversed, row.settlement.replacement == nil {
            plan.reversedBefore += 1
            return
        }
        let draft = CorrectionDraft(donation: row.id, action: .reverse, reason: " ")
        let subject = CorrectionSubject(
            settlement: row.settlement, amount: row.amount.map { Won($0) }, giftValue: .zero,
            donatedOn: row.donatedOn, today: today)
        // A list is undone by one person: what needs a second one is corrected by itself.
        let needsSecond = !FourEyes.reasons(
            amounts: [subject.amount], dates: [row.donatedOn], late: late,
            threshold: fourEyesFrom
        ).isEmpty
        let own = judge(draft, on: subject).first
        if let reason = own ?? (needsSecond ? .approvalRequired : nil) {
            plan.obstaclesCount += 1
            guard plan.obstacles.count < ImportReversalPlan.obstaclesMax else { return }
            plan.obstacles.append(.init(no: row.no, id: row.id, reason: reason))
            return
        }
        plan.reversing += 1
        if row.counts { plan.amount += row.amount ?? 0 }
        rows.append(row)
    }
}

extension Book {
    /// Reverses a whole import.
    /// - Throws: `CorrectionStop` when there is none, or something stands in the way.
    fileprivate mutating func reverse(
        listImport: Identifier, reason: String, fourEyesFrom: Won?
    ) async throws {
        let found = try await ImportReversal(
            of: listImport, fourEyesFrom: fourEyesFrom, in: transaction)
        guard let reversal = found else { throw CorrectionStop.unknown }
        let plan = reversal.plan
        guard plan.isPossible else { throw CorrectionStop.blocked(plan) }
        let place = try await add(
            .importReversal,
            members: [
                "amount": .integer(plan.amount), "import": .id(listImport),
                "reversed": .number(plan.reversing),
            ], personal: ["reason": reason])
        _ = try await transaction.run(
            InsertImportReversal(
                place: place, listImport: listImport, author: author.id, recordedAt: recordedAt,
                reversed: plan.reversing, amount: plan.amount))
        for start in stride(from: 0, to: reversal.rows.count, by: Ledger.reversedRowsMax) {
            let end = min(start + Ledger.reversedRowsMax, reversal.rows.count)
            try await reverse(Array(reversal.rows[start..<end]), reason: reason)
        }
        try await take(from: reversal.rows)
    }

    private mutating func reverse(_ rows: [ReadReversible.Row], reason: String) async throws {
        let corrections = rows.map { row in
            let draft = CorrectionDraft(donation: row.id, action: .reverse, reason: reason)
            return Draft(
                kind: .correction, id: newIdentifier(), members: draft.members(subject: nil),
                personal: draft.personal)
        }
        let numbers = try await add(corrections)
        let added = InsertReversals(
            numbers: numbers, ids: corrections.map(\.id), donations: rows.map(\.id),
            steps: rows.map { Int32(clamping: $0.settlement.step + 1) }, author: author.id,
            recordedAt: recordedAt)
        _ = try await transaction.pipeline(added, SettleReversals(added))
    }

    /// The last thing before the commit, so that whoever records for the same donors waits for no
    /// longer than he must. Totals only fall: nobody is over a cap who was not.
    private func take(from rows: [ReadReversible.Row]) async throws {
        var taken: [DonationSitting.DonorYear: Standing] = [:]
        for row in rows where row.counts {
            guard let year = row.capYear else { continue }
            let key = DonationSitting.DonorYear(donor: row.donor, year: year)
            let sum = taken[key] ?? .empty
            taken[key] = Standing(
                recorded: sum.recorded + Won(row.amount ?? 0),
                undisclosedCount: sum.undisclosedCount + (row.amount == nil ? 1 : 0))
        }
        let years = taken.keys.sorted()
        for start in stride(from: 0, to: years.count, by: Ledger.yearsMax) {
            let part = Array(years[start..<min(start + Ledger.yearsMax, years.count)])
            _ = try await transaction.run(
                TakeFromDonorYears(years: part, standings: part.map { taken[$0] ?? .empty }))
        }
    }
}
