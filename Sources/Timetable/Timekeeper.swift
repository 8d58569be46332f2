package import Hometown
package import Logging
import ServiceLifecycle
import Synchronization

/// 시각 지킴이. Wakes whoever looks after the schedules: when something is due, at least every half
/// minute, and when told that rows have changed. Its timers are hints; what is due is decided in
/// the pass, from rows and the database's clock. There may be any number of timekeepers.
package final class Timekeeper: Service {
    /// What a pass found out.
    package struct Findings: Hashable, Sendable {
        /// The database's clock, read once as the pass began.
        package let now: Instant
        /// When the next thing is due, by the same clock; `nil` when nothing ever is.
        package let nextDue: Instant?

        package init(now: Instant, nextDue: Instant?) {
            self.now = now
            self.nextDue = nextDue
        }
    }

    /// Why a pass began.
    package enum Reason: String, Sendable, CaseIterable {
        case start, uptime, wall, notified
    }

    /// What there is to measure and to warn of after each pass.
    package struct Report: Sendable {
        package let reason: Reason
        package let durationNanoseconds: Int64
        /// How late the timer that began the pass was; `nil` for another reason.
        package let driftMicroseconds: Int64?
        /// The host's clock less the database's; `nil` after a failed pass.
        package let databaseOffsetMicroseconds: Int64?
        package let succeeded: Bool
    }

    package struct Limits: Sendable {
        /// The longest silence: after the clock was set back, the next job is no later than this.
        package var silenceMsMax: Int64 = 30_000
        /// After a failed pass; doubled with each further one up to `silenceMsMax`.
        package var retryMsMin: Int64 = 1_000
        /// The least time between a pass that left something due and the next: a due period that
        /// cannot be settled must not become a busy loop.
        package var repeatMsMin: Int64 = 100

        package init() {}
    }

    /// Host and database further apart than this: somebody should set a clock.
    package static let offsetWarningMicroseconds: Int64 = 60_000_000

    private let clock: HostClock
    private let limits: Limits
    private let logger: Logger
    private let heartbeat: Heartbeat
    private let pass: @Sendable () async throws -> Findings
    private let report: @Sendable (Report) -> Void
    private let wakes: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private let state: Mutex<State>

    /// What both the run loop and the callers of `wake` touch.
    private struct State {
        var reason: Reason?
        var isStopping = false
    }

    /// - Parameters:
    ///   - heartbeat: that the pass beats on its way; one of our own beats at its end alone.
    ///   - pass: reads the database's clock, settles what is due, and says when to come again.
    ///     There are never two at once, and one that has begun is never cancelled by a graceful
    ///     shutdown.
    ///   - report: hears of each pass; for metrics.
    package init(
        clock: HostClock, limits: Limits = Limits(), logger: Logger,
        heartbeat: Heartbeat? = nil,
        report: @escaping @Sendable (Report) -> Void = { _ in },
        pass: @escaping @Sendable () async throws -> Findings
    ) {
        self.clock = clock
        self.limits = limits
        self.logger = logger
        self.report = report
        self.pass = pass
        // One waiting signal stands for all that came while a pass was busy.
        (wakes, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.heartbeat = heartbeat ?? Heartbeat(clock: clock)
        state = Mutex(State())
    }

    /// Begins a pass soon: after the one that is busy, once for any number of calls.
    package func wake() {
        wake(.notified)
    }

    private func wake(_ reason: Reason) {
        state.withLock { $0.reason = $0.reason ?? reason }
        signal.yield()
    }

    /// How long ago a pass last ended, well or not, or got somewhere. A liveness probe asks: an
    /// unreachable database fails passes, only a stuck process has none.
    package var silenceNanoseconds: Int64 {
        heartbeat.silenceNanoseconds
    }

    /// Passes until it is told to stop. Call it once.
    package func run() async throws {
        let timers = WakeTimers { [weak self] timer in
            self?.wake(timer == .wall ? .wall : .uptime)
        }
        await withGracefulShutdownHandler {
            wake(.start)
            var rounds = Rounds()
            // Ends when the stream is finished or the task is cancelled.
            for await _ in wakes {
                guard !state.withLock(\.isStopping) else { break }
                await round(&rounds, timers)
            }
        } onGracefulShutdown: {
            self.state.withLock { $0.isStopping = true }
            self.signal.finish()
        }
        await timers.cancel()
    }

    /// What the run loop alone remembers from pass to pass.
    private struct Rounds {
        var watch = ClockWatch()
        var failures = 0
        var uptimeDeadlineNanoseconds: Int64?
        var wallDeadline: Instant?
    }

    private func round(_ rounds: inout Rounds, _ timers: WakeTimers) async {
        let reason = state.withLock { state in
            defer { state.reason = nil }
            return state.reason ?? .notified
        }
        let start = clock.read()
        for event in rounds.watch.observe(start) {
            logger.warning("the host's clock jumped", metadata: ["event": "\(event)"])
        }
        var findings: Findings?
        do {
            findings = try await pass()
            rounds.failures = 0
        } catch {
            rounds.failures += 1
            // Stopping cancels a pass, which leaves nothing behind.
            if !Task.isCancelled {
                logger.warning(
                    "a pass over the schedules failed and will be repeated",
                    metadata: ["error": "\(error)", "failures": "\(rounds.failures)"])
            }
        }
        let end = clock.read()
        let drift = drift(rounds, reason, start)
        // A pass takes as long as its runs take; what it read of the clock is as old as that.
        let took = (end.bootNanoseconds - start.bootNanoseconds) / 1000
        rearm(&rounds, timers, end, findings, took)
        heartbeat.beat()
        report(
            Report(
                reason: reason,
                durationNanoseconds: end.uptimeNanoseconds - start.uptimeNanoseconds,
                driftMicroseconds: drift, databaseOffsetMicroseconds: offset(findings, end, took),
                succeeded: findings != nil))
    }

    private func drift(_ rounds: Rounds, _ reason: Reason, _ start: ClockReading) -> Int64? {
        switch reason {
        case .start, .notified: nil
        case .uptime:
            rounds.uptimeDeadlineNanoseconds.map { (start.uptimeNanoseconds - $0) / 1000 }
        case .wall: rounds.wallDeadline.map { start.wall.microseconds - $0.microseconds }
        }
    }

    /// The next due instant is by the database's clock: the wall timer is set by what is left until
    /// then, so that a host whose clock is wrong wakes on time all the same.
    private func rearm(
        _ rounds: inout Rounds, _ timers: WakeTimers, _ end: ClockReading, _ findings: Findings?,
        _ tookMicroseconds: Int64
    ) {
        var silenceMs = limits.silenceMsMax
        rounds.wallDeadline = nil
        if let findings {
            rounds.wallDeadline = findings.nextDue.map { due in
                let left = due.microseconds - findings.now.microseconds - tookMicroseconds
                return Instant(
                    microseconds: end.wall.microseconds + max(left, limits.repeatMsMin * 1000))
            }
        } else {
            let doublings = min(rounds.failures - 1, 20)
            silenceMs = min(silenceMs, limits.retryMsMin << doublings)
        }
        rounds.uptimeDeadlineNanoseconds = end.uptimeNanoseconds + silenceMs * 1_000_000
        timers.arm(from: end, after: silenceMs * 1_000_000, due: rounds.wallDeadline)
    }

    private func offset(
        _ findings: Findings?, _ end: ClockReading, _ tookMicroseconds: Int64
    ) -> Int64? {
        guard let findings else { return nil }
        let offset = end.wall.microseconds - tookMicroseconds - findings.now.microseconds
        if abs(offset) >= Timekeeper.offsetWarningMicroseconds {
            logger.warning(
                "the clocks of host and database differ",
                metadata: ["microseconds": "\(offset)"])
        }
        return offset
    }
}
