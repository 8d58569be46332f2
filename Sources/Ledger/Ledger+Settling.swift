import Hometown
import Logging
import Postgres
package import Timetable

extension Ledger {
    /// Periods run in one pass; a long absence is caught up over several.
    static let periodsPerPassMax = 64
    /// Periods skipped in one pass, and looked at in one question.
    static let skipsPerPassMax = 4_096

    /// A run that started this long after it was due is one caught up, in microseconds.
    static let catchUpAfterMicroseconds: Int64 = 60_000_000

    /// Where another daemon runs the same schedule, it is looked at again so much later.
    static let busyMicroseconds: Int64 = 1_000_000

    /// One pass over all schedules: whatever came due and has no row gets one, oldest first; then
    /// what somebody asked for. Any number of daemons may pass at once; the first to commit a
    /// period has it.
    /// - Parameter isMine: whether the pass looks after a job; a check takes as long as it takes,
    ///   and no report waits for it.
    /// - Throws: `LedgerFailure`, after every schedule had its turn.
    package func settleSchedules(
        _ desk: SummaryDesk, jobs isMine: @Sendable (Job) -> Bool = { _ in true }
    ) async throws -> Timekeeper.Findings {
        let now = desk.time(try await now())
        var nextDue: Instant?
        var failure: (any Error)?
        for recorded in try await schedules() where recorded.isOn && isMine(recorded.job) {
            guard recorded.schedule.pause == nil else { continue }
            do {
                let next = try await settle(recorded, at: now, desk)
                nextDue = min(nextDue ?? next, next)
                if let again = try await settleFinals(of: recorded, at: now, desk) {
                    nextDue = min(nextDue ?? again, again)
                }
            } catch {
                failure = error
            }
        }
        do {
            // Only reports are asked for in advance.
            if isMine(.summary), let next = try await settleRequests(of: nil, desk) {
                nextDue = min(nextDue ?? next, next)
            }
        } catch {
            failure = error
        }
        if let failure { throw LedgerFailure(failure, logger: logger) }
        return Timekeeper.Findings(now: now, nextDue: nextDue)
    }

    /// - Returns: when there is something to do next; now when something due is left.
    private func settle(
        _ recorded: RecordedSchedule, at now: Instant, _ desk: SummaryDesk
    ) async throws -> Instant {
        let schedule = recorded.schedule
        let due = Array(
            schedule.due(at: now, after: recorded.settledThrough)
                .prefix(Ledger.skipsPerPassMax))
        let next = schedule.next(after: now).scheduledFor
        guard !due.isEmpty else {
            if recorded.settledThrough == nil { try await keep(now, for: recorded) }
            return next
        }
        let view = try await read { try await self.view(recorded, due, in: $0) }
        guard let first = view.open.first else {
            try await keep(due[due.count - 1].scheduledFor, for: recorded)
            return due.count < Ledger.skipsPerPassMax ? next : now
        }
        try await keep(Instant(microseconds: first.scheduledFor.microseconds - 1), for: recorded)
        let decided = try await heeding(
            schedule.dispositions(of: view.open, at: now, during: view.executions), of: recorded)
        try await skip(recorded, decided, at: now, desk)
        let runs = decided.filter { $0.disposition == .run }.map(\.occurrence)
        let retry = try await run(runs, of: recorded, view.failures, at: now, desk)
        // Once nothing is left but what waits for another try, the rows say so in the next pass.
        guard let retry else { return now }
        return min(next, retry)
    }

    /// What the rows say of due periods.
    private struct View: Sendable {
        /// Without a row, oldest first.
        let open: [Occurrence]
        let executions: [Range<Instant>]
        let failures: [String: Failures]
    }

    /// How often a period has failed.
    struct Failures: Hashable, Sendable {
        let count: Int
        let permanent: Int
        let lastEndedAt: Instant
    }

    private func view(
        _ recorded: RecordedSchedule, _ due: [Occurrence], in transaction: Transaction
    ) async throws -> View {
        let settled = Set(
            try await transaction.run(
                ReadSettledPeriods(schedule: recorded.id, periods: due.map(\.period.text))
            ).map(\.period))
        let open = due.filter { !settled.contains($0.period.text) }
        guard let first = open.first else {
            return View(open: [], executions: [], failures: [:])
        }
        let (executions, failures) = try await transaction.pipeline(
            ReadExecutions(schedule: recorded.id, since: first.scheduledFor),
            ReadFailures(schedule: recorded.id, periods: open.map(\.period.text), since: nil))
        return View(
            open: open, executions: executions, failures: Dictionary(failures: failures))
    }

    /// Runs periods in their order, but for those that wait for another try.
    /// - Returns: when the first of those may be tried again, `.distantFuture` when none waits;
    ///   `nil` when there is more to do at once.
    private func run(
        _ occurrences: [Occurrence], of recorded: RecordedSchedule,
        _ failures: [String: Failures], at now: Instant, _ desk: SummaryDesk
    ) async throws -> Instant? {
        var wait = Instant(microseconds: .max)
        var count = 0
        for occurrence in occurrences {
            let period = occurrence.period.text
            if let failed = failures[period] {
                let again = Retry.instant(
                    afterFailureAt: failed.lastEndedAt, attempts: failed.count,
                    key: "\(recorded.name)/\(period)")
                guard again <= now else {
                    wait = min(wait, again)
                    continue
                }
            }
            guard count < Ledger.periodsPerPassMax else { return nil }
            count += 1
            let late = now.microseconds - occurrence.scheduledFor.microseconds
            let origin: RunOrigin = late > Ledger.catchUpAfterMicroseconds ? .catchUp : .scheduled
            let asked = RunOrder(recorded, occurrence, origin: origin, at: now)
            switch try await execute(asked, failures[period], desk) {
            case .filed, .found, .failed: break
            case .taken where recorded.schedule.overlap == .allow: break
            // Others are at it: what they did may decide about the rest.
            case .taken: return nil
            case .busy: return Instant(microseconds: now.microseconds + Ledger.busyMicroseconds)
            }
        }
        return count > 0 ? nil : wait
    }

    private func skip(
        _ recorded: RecordedSchedule,
        _ decided: [(occurrence: Occurrence, disposition: Disposition)], at now: Instant,
        _ desk: SummaryDesk
    ) async throws {
        let skips = decided.compactMap { occurrence, disposition -> (Occurrence, SkipCause)? in
            guard case .skip(let cause) = disposition else { return nil }
            return (occurrence, cause)
        }
        guard !skips.isEmpty else { return }
        try await pool.transaction { try await skip(recorded, skips, at: now, desk, in: $0) }
        desk.beat()
        Measures.countSkipped(recorded.name, skips.count)
        logger.notice(
            "periods were skipped",
            metadata: [
                "schedule": "\(recorded.name)", "count": "\(skips.count)",
                "newest": "\(skips[skips.count - 1].0.period.text)",
            ])
    }

    func skip(
        _ recorded: RecordedSchedule, _ skips: [(occurrence: Occurrence, cause: SkipCause)],
        at now: Instant, _ desk: SummaryDesk, in transaction: Transaction
    ) async throws {
        guard !skips.isEmpty else { return }
        _ = try await transaction.run(
            InsertSkips(
                ids: skips.map { _ in randomness.identifier(at: now) }, skips: skips,
                schedule: recorded.id, author: desk.author.id, daemon: desk.daemon, at: now))
    }

    private func keep(_ instant: Instant, for recorded: RecordedSchedule) async throws {
        guard recorded.settledThrough.map({ $0 < instant }) ?? true else { return }
        _ = try await pool.transaction {
            try await $0.run(KeepSettledThrough(recorded: recorded, through: instant))
        }
    }
}

extension [String: Ledger.Failures] {
    init(
        failures: [(period: String, count: Int64, permanent: Int64, lastEndedAt: Instant)]
    ) {
        self.init(
            uniqueKeysWithValues: failures.map {
                (
                    $0.period,
                    Ledger.Failures(
                        count: Int($0.count), permanent: Int($0.permanent),
                        lastEndedAt: $0.lastEndedAt)
                )
            })
    }
}
