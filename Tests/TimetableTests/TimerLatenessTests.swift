import Foundation
import Hometown
import Logging
import ServiceLifecycle
import Synchronization
import Testing
import Timetable

/// How late a pass begins after the time that something is due, with real timers. `BENCH_DUES` asks
/// for more due times, and `SOAK_RESULT` says where the figures go.
@Suite(.timeLimit(.minutes(5))) struct TimerLatenessTests {
    /// Between two due times: long enough for a pass, short enough for ten thousand of them.
    private static let intervalMicroseconds: Int64 = 2_000
    private static let latenessMsMax = 100.0

    @Test func `A pass begins within a tenth of a second of the time it is due`() async throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["BENCH_DUES"].flatMap { Int($0) } ?? 500
        var found = try await lateness(of: count).sorted()
        let milliseconds = { (part: Double) in
            Double(found[Int(Double(found.count - 1) * part)]) / 1_000
        }
        // The machine may be busy with other tests, so that one round of three counts; a bench
        // has it for itself.
        for _ in 0..<2 where environment["BENCH_DUES"] == nil {
            guard milliseconds(0.99) > TimerLatenessTests.latenessMsMax else { break }
            found = try await lateness(of: count).sorted()
        }
        #expect(milliseconds(0.99) <= TimerLatenessTests.latenessMsMax)
        #expect(milliseconds(0) >= 0, "no pass settles what is not due yet")
        guard let path = environment["SOAK_RESULT"] else { return }
        let ratio = TimerLatenessTests.latenessMsMax / max(milliseconds(0.99), 0.001)
        let line = """
            {"bench":"timer","value":\(milliseconds(0.99)),"unit":"ms p99",\
            "baseline":"limit","baseline_value":\(TimerLatenessTests.latenessMsMax),\
            "ratio":\(ratio),\
            "also":{"dues":\(count),"p50":\(milliseconds(0.5)),"max":\(milliseconds(1))}}

            """
        try Data(line.utf8).write(to: URL(filePath: path))
    }

    /// Microseconds by which the pass that found each due time came after it. A pass that finds
    /// several settles them all, as the real one does; none is lost and none comes twice.
    private func lateness(of count: Int) async throws -> [Int64] {
        let found = Mutex<[Int64]>([])
        let first = HostClock.system.read().wall.microseconds + 50_000
        let due = { @Sendable (index: Int) in
            first + Int64(index) * TimerLatenessTests.intervalMicroseconds
        }
        let (finished, signal) = AsyncStream.makeStream(of: Void.self)
        var limits = Timekeeper.Limits()
        limits.repeatMsMin = 0
        let logger = Logger(label: "timer") { _ in SwiftLogNoOpLogHandler() }
        let keeper = Timekeeper(clock: .system, limits: limits, logger: logger) {
            let now = HostClock.system.read().wall
            let next = found.withLock { found in
                while found.count < count, due(found.count) <= now.microseconds {
                    found.append(now.microseconds - due(found.count))
                }
                return found.count
            }
            if next == count { signal.yield() }
            return Timekeeper.Findings(
                now: now, nextDue: next < count ? Instant(microseconds: due(next)) : nil)
        }
        let group = ServiceGroup(services: [keeper], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in finished { break }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        return found.withLock { $0 }
    }
}
