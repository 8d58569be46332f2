import Hometown
import Logging
import Postgres
import Timetable
import Transparency

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

    /// 같은 조건 다시 실행. Makes a filed run once more from the log, the period and the hours it was made
    /// from, and compares byte for byte. Nothing is filed.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func recheck(_ run: RecordedRun, _ desk: SummaryDesk) async throws -> Recheck {
        do {
            let (inputs, outputs, rendered) = try await pool.transaction(
                isolation: .repeatableRead, readOnly: true
            ) { transaction in
                let row = try await transaction.run(ReadRunBytes(run: run.id)).first
                guard let inputs = row?.inputs, let outputs = row?.outputs else {
                    throw ScheduleProblem.inputsUnknown
                }
                let parsed = try RunInputs(parsing: inputs)
                let rendered = try desk.render(try await facts(parsed, in: transaction))
                return (parsed, outputs, rendered)
            }
            let again = rendered.outputs
            let verdict: Recheck.Verdict =
                again == outputs
                ? .identical
                : rendered.rendererVersion == inputs.renderer ? .different : .rendererChanged
            if verdict == .different {
                logger.error(
                    "a summary made again is not the same",
                    metadata: [
                        "schedule": "\(run.schedule)", "period": "\(run.period)",
                        "revision": "\(run.revision)",
                    ])
            }
            Measures.countRecheck(run.schedule, verdict)
            return Recheck(
                run: run, verdict: verdict, outputHash: Hash256.of(again),
                differing: try Ledger.differing(outputs, again),
                filedRenderer: inputs.renderer, renderer: rendered.rendererVersion)
        } catch let problem as ScheduleProblem {
            throw problem
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    private static func differing(_ old: [UInt8], _ new: [UInt8]) throws -> [String] {
        let files = try [old, new].map { bytes -> [String: String] in
            guard case .array(let files)? = try CanonicalValue(parsing: bytes)["files"] else {
                throw LedgerFailure.damaged
            }
            return Dictionary(
                files.compactMap { file in
                    file["name"]?.text.flatMap { name in file["sha256"]?.text.map { (name, $0) } }
                }, uniquingKeysWith: { first, _ in first })
        }
        return Set(files[0].keys).union(files[1].keys).filter { files[0][$0] != files[1][$0] }
            .sorted()
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
