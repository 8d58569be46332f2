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
        let (given, newest) = try await manualOrder(name, period, reason, desk)
        var order = given
        order.errand = errand
        guard order.recorded.job.isReport else {
            guard revision == nil else { throw ScheduleProblem.checksAsOfNow }
            return try await checkNow(order, after: newest, desk)
        }
        switch try ManualCourse(after: newest, revising: revision, reason: reason) {
        case .files(let revision):
            order.revision = revision
            return try await filed(order, desk)
        case .compares(let run): return try await found(.rechecked(recheck(run, desk)), errand)
        case .stands(let run): return try await found(.filed(run), errand)
        }
    }

    /// 실행 미리보기. What `runNow` would file, made as it makes it in a transaction that may only
    /// read: nothing is filed, claimed, compared or delivered.
    /// - Parameter reason: with which it would be run, if that is known.
    /// - Throws: `ScheduleProblem` as `runNow`, `checksAsOfNow` for a check; `LedgerFailure`.
    package func foreseeRun(
        _ name: String, period: String?, reason: String? = nil,
        revising revision: Int32? = nil, _ desk: SummaryDesk
    ) async throws -> RunForesight {
        let (given, newest) = try await manualOrder(name, period, reason, desk)
        guard given.recorded.job.isReport else { throw ScheduleProblem.checksAsOfNow }
        switch try ManualCourse(after: newest, revising: revision, reason: reason) {
        case .files(let revision):
            var order = given
            order.revision = revision
            return .files(try await foreseen(order, desk))
        case .compares(let run), .stands(let run): return .stands(run)
        }
    }

    private func foreseen(
        _ order: RunOrder, _ desk: SummaryDesk
    ) async throws -> RunForesight.Report {
        do {
            let (inputs, rendered) = try await pool.transaction(
                isolation: .repeatableRead, readOnly: true
            ) { try await make(order, desk, in: $0) }
            return RunForesight.Report(
                schedule: inputs.schedule, period: inputs.period.text, revision: order.revision,
                logSize: inputs.log.size, rendered: rendered)
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// The order of a run by hand as its period's first, and the newest run of the period.
    private func manualOrder(
        _ name: String, _ period: String?, _ reason: String?, _ desk: SummaryDesk
    ) async throws -> (RunOrder, newest: RecordedRun?) {
        guard !ResidentNumber.isPresent(in: reason ?? "") else {
            throw ScheduleProblem.residentNumber
        }
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
        return (order, newest: try await newestRun(of: name, key.text))
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

/// 실행의 갈래. What a report that is run by hand comes to.
private enum ManualCourse {
    case files(revision: Int32)
    /// It is filed: made again and compared.
    case compares(RecordedRun)
    /// Asked a second time, the revision is there already.
    case stands(RecordedRun)

    /// - Parameter newest: the newest run of the period.
    /// - Throws: `ScheduleProblem.notNewest`.
    init(
        after newest: RecordedRun?, revising revision: Int32?, reason: String?
    ) throws(ScheduleProblem) {
        guard let newest, newest.state == .filed else {
            guard revision == nil else { throw .notNewest(revision: nil) }
            self = .files(revision: newest?.revision ?? 0)
            return
        }
        guard let revision else {
            self = .compares(newest)
            return
        }
        // The largest of numbers has none after it.
        if newest.revision - 1 == revision, newest.reason == reason {
            self = .stands(newest)
            return
        }
        guard newest.revision == revision, revision < .max else {
            throw .notNewest(revision: newest.revision)
        }
        self = .files(revision: revision + 1)
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
