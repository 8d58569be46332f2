import Hometown
import Postgres
import Timetable

extension Ledger {
    /// Entries folded in one transaction: enough to catch up, few enough to be soon seen.
    package static let foldedTakingsMax: Int64 = 1 << 16

    /// 모금 실적 접기. Folds sealed entries into the roll-up that summaries read, as far as one
    /// transaction should go.
    ///
    /// If we die before the commit nothing is folded, and whoever reads adds what is missing. A
    /// second daemon waits for the row of the head and goes on from there.
    /// - Parameter entriesMin: fewer that wait are left for another time.
    /// - Returns: how many entries were folded; zero when too few wait.
    /// - Throws: `LedgerFailure`.
    package func foldTakings(atLeast entriesMin: Int64 = 1) async throws -> Int64 {
        do {
            return try await pool.transaction { transaction in
                try await transaction.allowLongLookUps()
                let head = try await transaction.pipeline(LockTakingsHead(), KeepToKeys()).0[0]
                guard head.sealed - head.folded >= entriesMin else { return 0 }
                let logSize = min(head.sealed, head.folded + Ledger.foldedTakingsMax)
                _ = try await transaction.run(FoldTakings(logSize: logSize))
                return logSize - head.folded
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 집계 점검. Holds the roll-up against the donations themselves.
    /// - Throws: `LedgerFailure`.
    package func checkTakings() async throws -> TakingsCheck {
        try await read { transaction in
            try await transaction.allowLongLookUps()
            return try await transaction.pipeline(AllowWholeTables(), CheckTakings()).1[0]
        }
    }

    /// What was given in a period and in those it is compared with, of a log of any size.
    /// - Parameters:
    ///   - home: what these governments took in themselves; `nil` for everything.
    ///   - goal: what the government of the book means to raise in the year.
    func takings(
        _ inputs: RunInputs, _ registry: GovernmentRegistry, of home: [Int16]?,
        towards goal: TakingsGoal?, in transaction: Transaction
    ) async throws -> Facts.Donations {
        let plan = TakingsPlan(inputs.period, isYearByRecipient: goal != nil)
        let size = inputs.log.size
        _ = try await transaction.run(KeepToKeys())
        let rows =
            if let home {
                try await transaction.run(
                    ReadReceipts(logSize: size, governments: home, questions: plan.questions))
            } else {
                try await transaction.run(ReadTakings(logSize: size, questions: plan.questions))
            }
        // What was taken in is never in dispute: it is refused.
        let disputed =
            if home == nil {
                try await transaction.run(
                    CountDisputed(
                        logSize: size, last: inputs.period.last,
                        countsReversed: inputs.countsReversedDisputes))
            } else { [Int64(0)] }
        func members(_ facet: Facts.Facet) -> [Int64] {
            Set(rows.filter { $0.facet == facet.rawValue && $0.member != 0 }.map(\.member)).sorted()
        }
        let projects = try await transaction.run(
            ReadToldProjects(
                numbers: members(.project), logSize: size, days: inputs.days, governments: home))
        let named = try await transaction.run(
            CountNamedFlows(
                logSize: size, days: inputs.period.first...inputs.period.last, governments: home))
        return TakingsReading(
            plan: plan, rows: rows, named: named, registry: registry,
            projects: Dictionary(uniqueKeysWithValues: projects.map { ($0.number, $0) }),
            platforms: try await platforms(members(.platform), size, in: transaction)
        ).donations(disputed: disputed[0], towards: goal)
    }

    /// What platforms are called, by their numbers. Those that nothing was folded of yet stand
    /// with the donations that were not.
    private func platforms(
        _ numbers: [Int64], _ size: Int64, in transaction: Transaction
    ) async throws -> [Int64: String] {
        guard !numbers.isEmpty else { return [:] }
        var found = try await transaction.run(ReadPlatforms(numbers: numbers))
        if found.count < numbers.count {
            found += try await transaction.run(ReadFreshPlatforms(logSize: size))
        }
        return Dictionary(
            found.map { ($0.number, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

extension PeriodKey {
    /// 전년 동기. The period of the same name in the year before; 29 February and week 53 are
    /// followed by the last one there is.
    var yearBefore: PeriodKey {
        switch self {
        case .day(let date):
            let days = CivilDate.days(inMonth: date.month, of: date.year - 1)
            return .day(CivilDate.day(min(date.day, days), ofMonth: date.month, in: date.year - 1))
        case .week(let year, let week):
            // 28 December lies in the last week of its year.
            let last = PeriodKey(
                .weekly, containing: CivilDate.day(28, ofMonth: 12, in: year - 1))
            guard case .week(_, let weeks) = last, week > weeks else {
                return .week(year: year - 1, week: week)
            }
            return last
        case .month(let year, let month): return .month(year: year - 1, month: month)
        case .quarter(let year, let quarter):
            return .quarter(year: year - 1, quarter: quarter)
        case .year(let year): return .year(year - 1)
        }
    }
}
