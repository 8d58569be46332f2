import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 지금 실행. Files a finished period by hand; one that is filed is made once more from the same
    /// inputs and compared.
    /// - Parameters:
    ///   - period: the key; `nil` for the newest finished one.
    ///   - revising: the newest revision, which another is to follow.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func runNow(
        _ name: String, period: String?, reason: String, revising revision: Int32? = nil,
        _ desk: SummaryDesk
    ) async throws -> ManualRun {
        guard let recorded = try await schedule(name) else {
            throw ScheduleProblem.unknownSchedule(name)
        }
        guard recorded.job != .publication || desk.home != nil else {
            throw ScheduleProblem.homeMissing
        }
        let now = desk.time(try await now())
        let key = try recorded.schedule.ended(period, at: now)
        var order = RunOrder(
            recorded, recorded.schedule.occurrence(for: key), origin: .manual, at: now)
        order.reason = reason
        let newest = try await newestRun(of: name, key.text)
        guard recorded.job.isReport else {
            guard revision == nil else { throw ScheduleProblem.checksAsOfNow }
            return try await checkNow(order, after: newest, desk)
        }
        guard let newest, newest.state == .filed else {
            guard revision == nil else { throw ScheduleProblem.notNewest(revision: nil) }
            order.revision = newest?.revision ?? 0
            return try await filed(order, desk)
        }
        guard let revision else { return .rechecked(try await recheck(newest, desk)) }
        // Asked a second time, the revision is there already.
        if newest.revision == revision + 1, newest.reason == reason { return .filed(newest) }
        guard newest.revision == revision else {
            throw ScheduleProblem.notNewest(revision: newest.revision)
        }
        order.revision = revision + 1
        return try await filed(order, desk)
    }

    private func newestRun(of name: String, _ period: String) async throws -> RecordedRun? {
        try await read {
            try await $0.run(ReadRuns(schedule: name, period: period, rowsMax: 1)).first
        }
    }

    func filed(_ order: RunOrder, _ desk: SummaryDesk) async throws -> ManualRun {
        let outcome: RunOutcome
        do {
            outcome = try await execute(order, nil, desk)
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
        switch outcome {
        case .filed(let id), .found(let id, _):
            guard let run = try await run(id)?.run else { throw LedgerFailure.damaged }
            return .filed(run)
        case .taken, .busy: throw ScheduleProblem.busy
        case .failed: throw ScheduleProblem.failed
        }
    }
}

extension Schedule {
    /// The period of a key, which must have ended.
    /// - Throws: `ScheduleProblem`.
    func ended(_ text: String?, at now: Instant) throws -> PeriodKey {
        let newest = newestEnded(at: now)
        guard let text else { return newest }
        guard let key = PeriodKey(text), key.cadence == rule.cadence else {
            throw ScheduleProblem.unknownPeriod(text, example: newest.text)
        }
        guard key.last <= newest.last else {
            throw ScheduleProblem.unfinishedPeriod(text, newest: newest.text)
        }
        return key
    }
}
