package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// Periods of one schedule that are told by name; who has missed more reads the first ones.
    private static let overdueRowsMax = 100

    /// 놓친 기간. What came due so long ago that it should have been filed or skipped and was not, and
    /// what was given up. Whoever asks watches the watcher: it needs no timekeeper.
    /// - Throws: `LedgerFailure`.
    package func overduePeriods(
        afterSeconds seconds: Int64, time: @Sendable (Instant) -> Instant = { $0 }
    ) async throws -> [OverduePeriod] {
        try await read { transaction in
            let now = time(try await transaction.run(ReadTime())[0])
            let then = Instant(microseconds: now.microseconds - seconds * 1_000_000)
            let running = try await schedules(nil, in: transaction).filter(\.isOn)
            let failed = Dictionary(
                grouping: try await transaction.run(
                    ReadFailedPeriods(
                        schedules: running.map(\.id),
                        rowsMax: Int32(clamping: Ledger.overdueRowsMax),
                        areChecks: running.map { !$0.job.isReport })), by: \.schedule)
            var overdue: [OverduePeriod] = []
            for recorded in running {
                let known = (failed[recorded.id] ?? []).map { ($0.period, $0.scheduledFor) }
                overdue += try await self.overdue(recorded, known, at: then, now, in: transaction)
            }
            return overdue
        }
    }

    /// 마지막 성공. When each schedule last filed, whichever daemon it was; without those that never
    /// did.
    /// - Throws: `LedgerFailure`.
    package func lastFilings() async throws -> [(schedule: String, filedAt: Instant)] {
        try await ask(ReadLastFilings())
    }

    /// - Parameter failed: what was given up.
    private func overdue(
        _ recorded: RecordedSchedule, _ failed: [(String, Instant)], at then: Instant,
        _ now: Instant, in transaction: Transaction
    ) async throws -> [OverduePeriod] {
        var found = failed
        if recorded.schedule.pause == nil {
            // Nobody may have looked since the schedule was changed: then all it ever did is due.
            let due = Array(
                recorded.schedule.due(at: then, after: recorded.settledThrough)
                    .prefix(Ledger.skipsPerPassMax))
            if !due.isEmpty {
                let settled = Set(
                    try await transaction.run(
                        ReadSettledPeriods(
                            schedule: recorded.id, periods: due.map(\.period.text))
                    ).map(\.period))
                found += due.filter { !settled.contains($0.period.text) }
                    .map { ($0.period.text, $0.scheduledFor) }
            }
        }
        return found.prefix(Ledger.overdueRowsMax).map { period, scheduledFor in
            OverduePeriod(
                schedule: recorded.name, period: period, scheduledFor: scheduledFor,
                lateSeconds: (now.microseconds - scheduledFor.microseconds) / 1_000_000)
        }
    }
}
