import CoreMetrics
import Hometown
import Ledger
import Logging
import Summaries
import Synchronization
import Timetable

/// What the timekeeper does in this daemon: it settles the schedules of the ledger and measures.
enum Timekeeping {
    /// Until a clock that leapt is looked at again.
    private static let doubtMicroseconds: Int64 = 10_000_000

    /// 점검 지킴이. A timekeeper of its own for what takes long: a verification of the ledger is no
    /// reason for a report to be late, nor for a probe to think that we hang.
    static func caretaker(
        _ ledger: Ledger, _ desk: SummaryDesk, logger: Logger
    ) -> Timekeeper {
        timekeeper(
            ledger, desk, logger: logger, settled: "the checks are settled", report: { _ in },
            jobs: { !$0.isReport })
    }

    static func timekeeper(
        _ ledger: Ledger, _ desk: SummaryDesk, logger: Logger,
        settled: Logger.Message = "the schedules are settled",
        report: @escaping @Sendable (Timekeeper.Report) -> Void = measure,
        jobs isMine: @escaping @Sendable (Job) -> Bool = \.isReport
    ) -> Timekeeper {
        let trust = Mutex(ClockTrust())
        let heartbeat = Heartbeat(clock: .system)
        var beating = desk
        beating.beat = { heartbeat.beat() }
        let own = beating
        return Timekeeper(clock: .system, logger: logger, heartbeat: heartbeat, report: report) {
            let (now, boot) = (try await ledger.now(), HostClock.system.read().bootNanoseconds)
            guard trust.withLock({ $0.believes(now, bootNanoseconds: boot) }) else {
                logger.error(
                    "the database's clock leapt forward and is not believed yet",
                    metadata: ["now": "\(now.text)"])
                let again = now.microseconds + doubtMicroseconds
                return Timekeeper.Findings(now: now, nextDue: Instant(microseconds: again))
            }
            let findings = try await ledger.settleSchedules(own, jobs: isMine)
            logger.debug(
                settled, metadata: ["next_due": "\(findings.nextDue?.text ?? "-")"])
            return findings
        }
    }

    @Sendable private static func measure(_ report: Timekeeper.Report) {
        Counter(
            label: "pumasi_timekeeper_passes_total",
            dimensions: [
                ("reason", report.reason.rawValue),
                ("result", report.succeeded ? "ok" : "failed"),
            ]
        ).increment()
        Timer(label: "pumasi_timekeeper_pass_duration_seconds")
            .recordNanoseconds(report.durationNanoseconds)
        if let drift = report.driftMicroseconds {
            Gauge(label: "pumasi_timer_drift_seconds").record(Double(drift) / 1_000_000)
        }
        if let offset = report.databaseOffsetMicroseconds {
            Gauge(label: "pumasi_database_clock_offset_seconds").record(
                Double(offset) / 1_000_000)
        }
    }
}

extension SummaryDesk {
    /// With the renderer of summaries, and what this installation knows outside its ledger.
    init(author: Author, _ configuration: DaemonConfiguration) throws {
        let renderer = try SummaryRenderer()
        self.init(
            author: author, daemon: Randomness.system.identifier(at: HostClock.now),
            site: configuration.siteURL, home: configuration.home
        ) { try renderer.render($0) }
        restore = { try SummaryRenderer.restore($0, from: $1) }
        let signing = configuration.signing
        verification = { try signing.verification() }
        hasPublicPages = configuration.showsPublicPages
        smallCounts = configuration.smallCounts
        accessMonthsMin = configuration.accessMonthsMin
    }
}
