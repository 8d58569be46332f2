package import Hometown
import Logging
import Postgres
import Timetable

extension Ledger {
    /// 실행 기록. The runs of a schedule, or of all, newest first.
    /// - Parameter before: the run that the page ends before.
    /// - Throws: `LedgerFailure`.
    package func runs(
        of schedule: String?, before: RunPlace? = nil, rowsMax: Int
    ) async throws -> [RecordedRun] {
        try await ask(
            ReadRuns(schedule: schedule, before: before, rowsMax: Int32(clamping: rowsMax)))
    }

    /// - Returns: `nil` when there is no such run.
    /// - Throws: `LedgerFailure`.
    package func run(_ id: Identifier) async throws -> RunRecord? {
        try await read { transaction in
            let (found, attempts) = try await transaction.pipeline(
                ReadRuns(id: id, rowsMax: 1), ReadAttempts(run: id))
            guard let run = found.first else { return nil }
            let outputs = try await transaction.run(ReadRunBytes(run: id)).first?.outputs
            return RunRecord(
                run: run, attempts: attempts,
                finding: try outputs.flatMap { try RunFinding(parsing: $0) })
        }
    }

    /// Executes an order; the attempt is written down afterwards in a transaction of its own,
    /// whatever came of it. If we die between the two, the run stands and its line is missing.
    /// - Throws: what everything else would meet, too. Another failure is the period's own.
    func execute(
        _ order: RunOrder, _ before: Failures?, _ desk: SummaryDesk
    ) async throws -> RunOutcome {
        let startedAt = desk.time(try await now())
        let outcome: RunOutcome
        var failure: RunFailure?
        var cause: (any Error)?
        do {
            outcome =
                order.recorded.job.isReport
                ? try await file(order, startedAt: startedAt, desk)
                : try await inspect(order, startedAt: startedAt, desk)
        } catch is PeriodTaken {
            outcome = .taken
        } catch {
            outcome = .failed
            cause = error
            failure = RunFailure(error)
        }
        let result: RunAttempt.Outcome
        switch outcome {
        case .busy: return .busy
        case .filed: result = .filed
        case .found(_, let finding):
            failure = RunFailure(finding)
            result = .failed
        case .taken: result = .taken
        case .failed: result = .failed
        }
        let endedAt = try await keepAttempt(order, result, failure, startedAt, desk)
        Measures.count(
            order.recorded.name, outcome: result.rawValue,
            // By somebody's word a run is due whenever it is wanted.
            scheduledFor: order.isByHand ? startedAt : order.occurrence.scheduledFor,
            startedAt: startedAt, endedAt: endedAt)
        desk.beat()
        if case .found(_, let finding) = outcome { tell(finding, of: order) }
        if let failure, let cause { try await report(order, failure, cause, before, desk) }
        return outcome
    }

    private func keepAttempt(
        _ order: RunOrder, _ outcome: RunAttempt.Outcome, _ failure: RunFailure?,
        _ startedAt: Instant, _ desk: SummaryDesk
    ) async throws -> Instant {
        try await pool.transaction { transaction in
            let endedAt = desk.time(try await transaction.run(ReadTime())[0])
            _ = try await transaction.run(
                InsertAttempt(
                    schedule: order.recorded.id, period: order.occurrence.period.text,
                    revision: order.revision, daemon: desk.daemon, startedAt: startedAt,
                    endedAt: endedAt, outcome: outcome, failure: failure))
            return endedAt
        }
    }

    /// 이상 발견. What a check found wrong is somebody's first concern.
    private func tell(_ finding: RunFinding, of order: RunOrder) {
        logger.critical(
            "a check found something wrong with the ledger",
            metadata: [
                "schedule": "\(order.recorded.name)",
                "period": "\(order.occurrence.period.text)", "fault": "\(finding.fault ?? "-")",
                "text": "\(finding.text.english)",
                "first": "\(finding.items.first ?? "-")",
            ])
    }

    /// Tells of a failure, and gives the period up when trying again cannot help.
    private func report(
        _ order: RunOrder, _ failure: RunFailure, _ error: any Error, _ before: Failures?,
        _ desk: SummaryDesk
    ) async throws {
        logger.error(
            "a run failed",
            metadata: [
                "schedule": "\(order.recorded.name)",
                "period": "\(order.occurrence.period.text)", "code": "\(failure.code)",
                "attempt": "\((before?.count ?? 0) + 1)", "error": "\(failure.text)",
            ])
        if failure.isOutage { throw error }
        let permanent = (before?.permanent ?? 0) + 1
        guard failure.isPermanent, permanent >= Retry.permanentAttemptsMax,
            order.origin != .manual
        else { return }
        try await pool.transaction { transaction in
            let now = desk.time(try await transaction.run(ReadTime())[0])
            _ = try await transaction.run(
                ClaimRun(
                    draft: RunDraft(
                        id: randomness.identifier(at: now), schedule: order.recorded.id,
                        occurrence: order.occurrence, revision: order.revision,
                        state: .failed, cause: failure.code,
                        origin: order.origin, reason: order.reason, author: desk.author.id,
                        daemon: desk.daemon, startedAt: now, filedAt: now)))
            if let request = order.request {
                _ = try await transaction.run(DeleteRequest(id: request))
            }
        }
    }
}
