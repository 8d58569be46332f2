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
        _ desk: SummaryDesk, errand: Errand<ManualRun>? = nil
    ) async throws -> ManualRun {
        guard !ResidentNumber.isPresent(in: reason) else { throw ScheduleProblem.residentNumber }
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
        order.errand = errand
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
        guard let revision else {
            return try await found(.rechecked(recheck(newest, desk)), errand)
        }
        // Asked a second time, the revision is there already.
        if newest.revision == revision + 1, newest.reason == reason {
            return try await found(.filed(newest), errand)
        }
        guard newest.revision == revision else {
            throw ScheduleProblem.notNewest(revision: newest.revision)
        }
        order.revision = revision + 1
        return try await filed(order, desk)
    }

    /// What was there already, or was only looked at, is told once, too.
    private func found(
        _ outcome: ManualRun, _ errand: Errand<ManualRun>?
    ) async throws -> ManualRun {
        guard let errand else { return outcome }
        return try await administer(errand) { _ in outcome }
    }

    /// Keeps what whoever asked for a run is told of it. The attempt that made it is written down
    /// after the commit, and counts.
    /// - Throws: `PeriodTaken` when the same request was answered meanwhile.
    func keepAnswer(
        of order: RunOrder, _ id: Identifier, in transaction: Transaction
    ) async throws {
        guard let errand = order.errand else { return }
        guard var run = try await transaction.run(ReadRuns(id: id, rowsMax: 1)).first else {
            throw LedgerFailure.damaged
        }
        run.attempts += 1
        guard try await keep(errand, .filed(run), in: transaction) else { throw PeriodTaken() }
    }

    private func newestRun(of name: String, _ period: String) async throws -> RecordedRun? {
        try await ask(ReadRuns(schedule: name, period: period, rowsMax: 1)).first
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
