import Foundation
import Hometown
import Logging
import ServiceLifecycle
import Synchronization
import Testing
import Timetable

/// A wall clock that somebody keeps setting, over the real one; uptime is the host's own.
private final class JumpingClock: Sendable {
    private let jumpedMicroseconds = Mutex<Int64>(0)

    func jump(microseconds: Int64) { jumpedMicroseconds.withLock { $0 += microseconds } }

    var clock: HostClock {
        HostClock {
            let real = HostClock.system.read()
            let jumped = self.jumpedMicroseconds.withLock { $0 }
            return ClockReading(
                wall: Instant(microseconds: real.wall.microseconds + jumped),
                uptimeNanoseconds: real.uptimeNanoseconds, bootNanoseconds: real.bootNanoseconds)
        }
    }
}

/// The rows of one daily schedule, and what happened to them.
private final class Rows: Sendable {
    struct State {
        var trust = ClockTrust()
        var settled: Set<PeriodKey> = []
        var doubled = 0
        /// The latest instant that a pass believed.
        var newest = Instant(microseconds: .min)
    }

    let schedule: Schedule
    let state = Mutex(State())

    init(_ schedule: Schedule) {
        self.schedule = schedule
    }

    func pass(_ reading: ClockReading) -> Timekeeper.Findings {
        let now = reading.wall
        return state.withLock { state in
            guard state.trust.believes(now, bootNanoseconds: reading.bootNanoseconds) else {
                return Timekeeper.Findings(now: now, nextDue: now)
            }
            state.newest = max(state.newest, now)
            for occurrence in schedule.due(at: now)
            where !state.settled.contains(occurrence.period) {
                state.doubled += state.settled.insert(occurrence.period).inserted ? 0 : 1
            }
            return Timekeeper.Findings(
                now: now, nextDue: schedule.next(after: now).scheduledFor)
        }
    }
}

/// Jumps of the host's clock under real timers. `SOAK_JUMPS` asks for more of them.
@Suite(.timeLimit(.minutes(10))) struct ClockJumpTests {
    private static let sizesSeconds: [Int64] = [1, 3_600, 86_400, 400 * 86_400]

    @Test func `However the clock jumps, no period is lost and none comes twice`() async throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["SOAK_JUMPS"].flatMap { Int($0) } ?? 40
        let clock = JumpingClock()
        let known = clock.clock.read().wall
        let rows = Rows(
            try Schedule(
                name: "daily", rule: .daily, at: TimeOfDay(hour: 9, minute: 0),
                zone: Zone(named: "Asia/Seoul"), knownSince: known))
        try await jump(clock, rows, count)
        let (settled, doubled, newest) = rows.state.withLock {
            ($0.settled, $0.doubled, $0.newest)
        }
        let due = Set(rows.schedule.due(at: newest).map(\.period))
        // Two jumps bring a day.
        #expect(due.count >= count / 2)
        #expect(settled == due)
        #expect(doubled == 0)
        guard let path = environment["SOAK_RESULT"] else { return }
        let figures = "\"jumps\":\(count),\"periods\":\(due.count)"
        let faults = "\"lost\":\(due.subtracting(settled).count),\"doubled\":\(doubled)"
        try Data("{\"soak\":\"clock\",\(figures),\(faults)}\n".utf8)
            .write(to: URL(filePath: path))
    }

    /// Every second jump undoes the one before it but for a day, so that time goes on.
    private func jump(_ clock: JumpingClock, _ rows: Rows, _ count: Int) async throws {
        var limits = Timekeeper.Limits()
        limits.silenceMsMax = 5
        limits.repeatMsMin = 1
        let (reports, continuation) = AsyncStream.makeStream(of: Timekeeper.Report.self)
        let logger = Logger(label: "clock") { _ in SwiftLogNoOpLogHandler() }
        let keeper = Timekeeper(
            clock: clock.clock, limits: limits, logger: logger,
            report: { continuation.yield($0) }
        ) { rows.pass(clock.clock.read()) }
        let group = ServiceGroup(services: [keeper], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var heard = reports.makeAsyncIterator()
            for turn in 0..<count {
                let sizes = ClockJumpTests.sizesSeconds
                let size = sizes[turn / 2 % sizes.count]
                let seconds = turn.isMultiple(of: 2) ? size : 86_400 - size
                clock.jump(microseconds: seconds * 1_000_000)
                // One that came before the jump, one that doubts it, one that believes it.
                for _ in 0..<4 { _ = try #require(await heard.next()) }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
