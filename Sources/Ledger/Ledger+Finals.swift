import Hometown
import Postgres
import Timetable

extension Ledger {
    /// Years that are looked at: what is closed later than that is published by hand.
    private static let publishedYearsMax: Int32 = 10

    private static let finalReason = "마감 뒤 확정 (final after closing)"

    /// 확정본. Publishes years anew that were published as provisional and have been closed since, as
    /// a revision. Rows decide here, too: once the revision is there, nothing is left to do, and of
    /// two daemons the first to commit it has it.
    /// - Returns: when to come again for one that failed; `nil` when nothing is left.
    /// - Throws: what everything else would meet, too.
    func settleFinals(
        of recorded: RecordedSchedule, at now: Instant, _ desk: SummaryDesk
    ) async throws -> Instant? {
        guard recorded.job == .publication else { return nil }
        let drafts = try await read { try await self.drafts(of: recorded, in: $0) }
        var next: Instant?
        for draft in drafts {
            let failures = try await ask(
                ReadFailures(
                    schedule: recorded.id, periods: [draft.period.text],
                    revision: draft.revision + 1))
            let failed = [String: Failures](failures: failures)[draft.period.text]
            if let failed {
                let again = Retry.instant(
                    afterFailureAt: failed.lastEndedAt, attempts: failed.count,
                    key: "\(recorded.name)/\(draft.period.text)")
                guard again <= now else {
                    next = min(next ?? again, again)
                    continue
                }
            }
            var order = RunOrder(
                recorded, recorded.schedule.occurrence(for: draft.period), origin: .scheduled,
                at: now)
            order.revision = draft.revision + 1
            order.reason = Ledger.finalReason
            switch try await execute(order, failed, desk) {
            case .filed, .found, .taken: break
            case .failed, .busy: next = now
            }
        }
        return next
    }

    /// Periods whose newest report was made before they were closed.
    private func drafts(
        of recorded: RecordedSchedule, in transaction: Transaction
    ) async throws -> [(period: PeriodKey, revision: Int32)] {
        let head = try await treeHead(in: transaction)
        let (newest, closings) = try await transaction.pipeline(
            ReadNewestRevisions(schedule: recorded.id, rowsMax: Ledger.publishedYearsMax),
            ReadClosings(logSize: head.size))
        return newest.compactMap { run in
            guard run.state == .filed, let size = run.logSize,
                let period = PeriodKey(run.period),
                period.cadence == recorded.schedule.rule.cadence
            else { return nil }
            let days = period.first...period.last
            let seen = closings.filter { $0.index < size }.map(\.period)
            guard closings.map(\.period).cover(days), !seen.cover(days) else { return nil }
            return (period, run.revision)
        }
    }
}
