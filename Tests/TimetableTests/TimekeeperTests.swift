import Hometown
import Logging
import ServiceLifecycle
import Synchronization
import Testing
import Timetable

/// The database as a timekeeper sees it, with its own clock: the host's plus an offset.
private final class Passes: Sendable {
    struct Failure: Error {}

    private struct State {
        var busy = false
        var count = 0
        var overlaps = 0
    }

    private let state = Mutex(State())
    let offset: Int64

    init(offsetMicroseconds: Int64 = 0) {
        offset = offsetMicroseconds
    }

    var count: Int { state.withLock(\.count) }
    var overlaps: Int { state.withLock(\.overlaps) }

    /// One pass.
    /// - Parameter dueAfterMs: when the next thing is due, by the database's clock.
    func pass(dueAfterMs: Int64?) async -> Timekeeper.Findings {
        state.withLock { state in
            state.overlaps += state.busy ? 1 : 0
            state.busy = true
            state.count += 1
        }
        // Gives another pass every chance to begin.
        for _ in 0..<10 { await Task.yield() }
        state.withLock { $0.busy = false }
        let now = Instant(microseconds: HostClock.system.read().wall.microseconds + offset)
        return Timekeeper.Findings(
            now: now,
            nextDue: dueAfterMs.map { Instant(microseconds: now.microseconds + $0 * 1000) })
    }
}

@Suite(.timeLimit(.minutes(1))) struct TimekeeperTests {
    private let logger = Logger(label: "timekeeper") { _ in SwiftLogNoOpLogHandler() }

    private func limits(
        silenceMs: Int64 = 30_000, retryMs: Int64 = 1, repeatMs: Int64 = 1
    ) -> Timekeeper.Limits {
        var limits = Timekeeper.Limits()
        limits.silenceMsMax = silenceMs
        limits.retryMsMin = retryMs
        limits.repeatMsMin = repeatMs
        return limits
    }

    /// Runs a timekeeper until `body`, which reads its reports, returns; then shuts it down.
    private func run(
        _ limits: Timekeeper.Limits, clock: HostClock = .system,
        pass: @escaping @Sendable () async throws -> Timekeeper.Findings,
        body: (Timekeeper, inout AsyncStream<Timekeeper.Report>.Iterator) async throws -> Void
    ) async throws {
        let (reports, continuation) = AsyncStream.makeStream(of: Timekeeper.Report.self)
        let keeper = Timekeeper(
            clock: clock, limits: limits, logger: logger,
            report: { continuation.yield($0) }, pass: pass)
        let group = ServiceGroup(services: [keeper], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = reports.makeAsyncIterator()
            try await body(keeper, &iterator)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func `The first pass comes at once and the next when something is due`() async throws {
        let passes = Passes()
        try await run(limits()) {
            await passes.pass(dueAfterMs: 3)
        } body: { _, reports in
            #expect(await reports.next()?.reason == .start)
            for _ in 0..<20 {
                let report = try #require(await reports.next())
                #expect(report.reason == .wall)
                #expect(report.succeeded)
                #expect(try #require(report.driftMicroseconds) >= 0)
            }
        }
        #expect(passes.overlaps == 0)
    }

    @Test func `A host whose clock is an hour wrong wakes on time all the same`() async throws {
        for hours: Int64 in [-1, 1] {
            let passes = Passes(offsetMicroseconds: hours * 3_600_000_000)
            try await run(limits()) {
                await passes.pass(dueAfterMs: 3)
            } body: { _, reports in
                #expect(await reports.next()?.reason == .start)
                let report = try #require(await reports.next())
                #expect(report.reason == .wall)
                let offset = try #require(report.databaseOffsetMicroseconds)
                #expect(abs(offset + passes.offset) < 60_000_000)
            }
        }
    }

    @Test func `A long pass sets no clocks apart and makes nothing late that comes due after it`()
        async throws
    {
        let set = SetClock(wall: 1_000_000, uptime: 500, boot: 500)
        let count = Mutex(0)
        // Only the wall timer may begin the second pass.
        try await run(limits(silenceMs: 10_000_000_000), clock: set.clock) {
            let now = set.clock.read().wall
            let pass = count.withLock { count in
                count += 1
                return count
            }
            guard pass == 1 else { return Timekeeper.Findings(now: now, nextDue: nil) }
            set.advance(wall: 80, uptime: 80, boot: 80)
            return Timekeeper.Findings(
                now: now, nextDue: Instant(microseconds: now.microseconds + 80_005_000))
        } body: { _, reports in
            let long = try #require(await reports.next())
            #expect(long.durationNanoseconds == 80_000_000_000)
            #expect(long.databaseOffsetMicroseconds == 0)
            #expect(await reports.next()?.reason == .wall)
        }
    }

    @Test func `With nothing due it looks again after the longest silence`() async throws {
        let passes = Passes()
        try await run(limits(silenceMs: 3)) {
            await passes.pass(dueAfterMs: nil)
        } body: { _, reports in
            #expect(await reports.next()?.reason == .start)
            for _ in 0..<20 { #expect(await reports.next()?.reason == .uptime) }
        }
    }

    @Test func `Something overdue that stays due is no busy loop`() async throws {
        let passes = Passes()
        let begun = Mutex<[Int64]>([])
        try await run(limits(repeatMs: 20)) {
            begun.withLock { $0.append(HostClock.system.read().wall.microseconds) }
            return await passes.pass(dueAfterMs: -1000)
        } body: { _, reports in
            for _ in 0..<5 { _ = try #require(await reports.next()) }
        }
        let times = begun.withLock { $0 }
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 20_000 }, "\(times)")
    }

    @Test func `A thousand wakes are few passes and never two at once`() async throws {
        let passes = Passes()
        try await run(limits()) {
            await passes.pass(dueAfterMs: nil)
        } body: { keeper, reports in
            _ = await reports.next()
            await withTaskGroup(of: Void.self) { tasks in
                for _ in 0..<1000 { tasks.addTask { keeper.wake() } }
            }
            // Whatever came before it, a wake is answered by a pass that began after it.
            let before = passes.count
            keeper.wake()
            while passes.count <= before { _ = try #require(await reports.next()) }
        }
        #expect(passes.overlaps == 0)
        #expect(passes.count <= 1003)
    }

    @Test func `A failed pass is repeated soon and a good one ends the hurry`() async throws {
        let attempts = Mutex(0)
        let passes = Passes()
        try await run(limits()) {
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            guard attempt > 4 else { throw Passes.Failure() }
            return await passes.pass(dueAfterMs: nil)
        } body: { keeper, reports in
            for _ in 0..<4 {
                let report = try #require(await reports.next())
                #expect(!report.succeeded)
                #expect(report.databaseOffsetMicroseconds == nil)
            }
            #expect(await reports.next()?.succeeded == true)
            #expect(keeper.silenceNanoseconds < 30_000_000_000)
        }
        #expect(passes.count == 1)
    }

    @Test func `A pass that has begun is finished and no other begins`() async throws {
        let (began, beganSignal) = AsyncStream.makeStream(of: Void.self)
        let finished = Mutex(0)
        let keeper = Timekeeper(clock: .system, limits: limits(), logger: logger) {
            beganSignal.yield()
            // Goes on until the timekeeper has heard of the shutdown, and a little longer.
            try await gracefulShutdown()
            await Task.yield()
            finished.withLock { $0 += 1 }
            return Timekeeper.Findings(now: Instant(microseconds: 0), nextDue: nil)
        }
        let group = ServiceGroup(services: [keeper], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in began { break }
            keeper.wake()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(finished.withLock { $0 } == 1)
    }

    @Test func `Cancelling its task ends it too`() async throws {
        let (reports, continuation) = AsyncStream.makeStream(of: Timekeeper.Report.self)
        let keeper = Timekeeper(
            clock: .system, limits: limits(), logger: logger, report: { continuation.yield($0) }
        ) { Timekeeper.Findings(now: Instant(microseconds: 0), nextDue: nil) }
        let task = Task { try await keeper.run() }
        for await _ in reports { break }
        task.cancel()
        try await task.value
    }

    @Test func `Its silence is measured on the clock that no one can set`() {
        let set = SetClock(wall: 1_000_000, uptime: 500, boot: 500)
        let keeper = Timekeeper(clock: set.clock, logger: logger) {
            Timekeeper.Findings(now: Instant(microseconds: 0), nextDue: nil)
        }
        set.advance(wall: -86_400, uptime: 90, boot: 90)
        #expect(keeper.silenceNanoseconds == 90_000_000_000)
    }

    @Test func `A pass that gets somewhere is not silent`() {
        let set = SetClock(wall: 1_000_000, uptime: 500, boot: 500)
        let heartbeat = Heartbeat(clock: set.clock)
        let keeper = Timekeeper(clock: set.clock, logger: logger, heartbeat: heartbeat) {
            Timekeeper.Findings(now: Instant(microseconds: 0), nextDue: nil)
        }
        set.advance(wall: 80, uptime: 80, boot: 80)
        heartbeat.beat()
        set.advance(wall: 80, uptime: 80, boot: 80)
        #expect(keeper.silenceNanoseconds == 80_000_000_000)
    }
}
