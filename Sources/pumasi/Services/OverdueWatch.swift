import CoreMetrics
import Hometown
import Ledger
import Logging
import ServiceLifecycle
import Synchronization

/// 놓친 기간 감시. Looks for periods that came due and were neither filed nor skipped, apart from the
/// timekeeper, which may be what is broken. Each is told once in the log. Beside it the metrics
/// learn when each schedule last filed.
final class OverdueWatch: Service {
    private static let lookMs = 30_000

    private let ledger: Ledger
    private let afterSeconds: Int64
    private let logger: Logger
    private let found = Mutex<[OverduePeriod]>([])

    /// - Parameter afterSeconds: how late a period may be before it is told.
    init(ledger: Ledger, afterSeconds: Int, logger: Logger) {
        self.ledger = ledger
        self.afterSeconds = Int64(afterSeconds)
        self.logger = logger
    }

    /// What is wrong, in few words; without names of anything but schedules.
    var fault: String? {
        let overdue = found.withLock { $0 }
        guard let first = overdue.first else { return nil }
        return "\(overdue.count) overdue, first \(first.schedule) \(first.period)"
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await self.look()
                // Lists of donors that nobody came back to are overdue, too: to be let go.
                try? await self.ledger.dropEndedUploads()
                try await Task.sleep(for: .milliseconds(OverdueWatch.lookMs))
            }
        }
    }

    /// A database that is away is told by others, and leaves what was found as it is.
    private func look() async {
        guard let names = try? await ledger.schedules().map(\.name),
            let overdue = try? await ledger.overduePeriods(afterSeconds: afterSeconds),
            let filings = try? await ledger.lastFilings()
        else { return }
        // Whoever came up today, or lets another daemon do the work, knows it too.
        for (name, filedAt) in filings {
            Gauge(
                label: "pumasi_run_last_success_timestamp_seconds",
                dimensions: [("schedule", name)]
            ).record(Double(filedAt.microseconds) / 1_000_000)
        }
        for name in names {
            Gauge(label: "pumasi_schedule_overdue_periods", dimensions: [("schedule", name)])
                .record(overdue.count { $0.schedule == name })
        }
        let old = found.withLock { found in
            defer { found = overdue }
            return Set(found.map { [$0.schedule, $0.period] })
        }
        for period in overdue where !old.contains([period.schedule, period.period]) {
            logger.error(
                "a period came due and has neither been filed nor skipped",
                metadata: [
                    "schedule": "\(period.schedule)", "period": "\(period.period)",
                    "late_seconds": "\(period.lateSeconds)",
                ])
        }
    }
}
