import Hometown
import Postgres
import TestSupport
import Testing
import Timetable

@testable import Ledger

/// What a pass over the schedules leaves to the next one.
@Suite struct SettlingTests {
    private struct Broken: Error {}

    /// - Parameter works: whether it can make anything.
    private func desk(_ test: TestLedger, works: Bool = true) throws -> SummaryDesk {
        let now = try #require(Instant("2026-11-16T01:00:00Z"))
        return SummaryDesk(
            author: test.author, daemon: Identifier(high: 1, low: 1), time: { _ in now }
        ) { _ in
            guard works else { throw Broken() }
            return RenderedSummary(
                title: Bilingual("요약", "Summary"), rendererVersion: 1,
                files: [
                    .init(
                        name: "facts.txt", mediaType: "text/plain", bytes: Array("facts".utf8))
                ])
        }
    }

    private func ask(
        _ first: String, _ last: String, _ test: TestLedger, _ desk: SummaryDesk
    ) async throws {
        _ = try await test.ledger.backfill(
            "daily", from: try #require(CivilDate(first)), to: try #require(CivilDate(last)),
            reason: "이관", isRehearsal: false, desk)
    }

    @Test func `requests that wait for another try stand in nobody's way`() async throws {
        try await TestLedger.with { test in
            let broken = try desk(test, works: false)
            try await ask("2026-08-01", "2026-10-10", test, broken)
            let (now, all) = (broken.time(Instant(microseconds: 0)), 71)
            #expect(try await test.ledger.settleRequests(of: "daily", broken) == now)
            #expect(try await test.count("run_attempt") == 64)
            _ = try await test.ledger.settleRequests(of: "daily", broken)
            #expect(try await test.count("run_attempt") == Int64(all))
            // All of them wait now, and nobody comes back before the first may be tried.
            let next = try await test.ledger.settleRequests(of: "daily", broken)
            #expect(try #require(next) > now)
            #expect(try await test.count("run_attempt") == Int64(all))
            let sound = try desk(test)
            try await ask("2026-11-01", "2026-11-01", test, sound)
            _ = try await test.ledger.settleRequests(of: "daily", sound)
            let runs = try await test.ledger.runs(of: "daily", rowsMax: 9)
            #expect(runs.map(\.period) == ["2026-11-01"])
        }
    }

    @Test(arguments: [
        "at_minute = at_minute + 1", "zone = 'Asia/Tokyo'", "paused_at = now(), pause_note = 'x'",
        "known_since = known_since - interval '1 year'",
    ])
    func `a schedule that was moved during a pass is looked through anew`(
        change: String
    ) async throws {
        try await TestLedger.with { test in
            try await test.run("UPDATE schedule SET settled_through = NULL")
            let seen = try #require(try await test.ledger.schedule("daily"))
            try await test.run(
                "UPDATE schedule SET \(change), settled_through = NULL WHERE name = 'daily'")
            let through = try #require(Instant("2026-11-16T00:00:00Z"))
            _ = try await test.pool.transaction {
                try await $0.run(KeepSettledThrough(recorded: seen, through: through))
            }
            let moved = try #require(try await test.ledger.schedule("daily"))
            #expect(moved.settledThrough == nil)
            guard moved.schedule.pause == nil else { return }
            _ = try await test.pool.transaction {
                try await $0.run(KeepSettledThrough(recorded: moved, through: through))
            }
            let kept = try #require(try await test.ledger.schedule("daily"))
            #expect(kept.settledThrough == through)
        }
    }

    @Test func `a long catch-up beats after each run`() async throws {
        try await TestLedger.with { test in
            try await test.run(
                "UPDATE schedule SET known_since = '2026-11-01T00:00:00Z', "
                    + "settled_through = NULL, is_on = name = 'daily'")
            let (beats, beat) = AsyncStream.makeStream(of: Void.self)
            var desk = try desk(test)
            desk.beat = { beat.yield() }
            _ = try await test.ledger.settleSchedules(desk)
            beat.finish()
            var count = 0
            for await _ in beats { count += 1 }
            #expect(try await test.count("run_attempt") == Int64(count))
            #expect(count > 10)
        }
    }

    @Test func `what is measured comes from rows`() async throws {
        try await TestLedger.with { test in
            #expect(try await test.ledger.figures().checkpointAgeSeconds == nil)
            try await test.publish()
            let age = try #require(try await test.ledger.figures().checkpointAgeSeconds)
            #expect((0..<600).contains(age))
            #expect(try await test.ledger.figures().importRows == LedgerFigures.ImportRows())
            try await test.ledger.measureSchedules()
        }
    }
}
