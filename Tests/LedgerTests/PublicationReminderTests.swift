import Hometown
import Ledger
import Postgres
import Synchronization
import TestSupport
import Testing
import Timetable

/// The last day of February (Act 13): who is reminded of it, and who no more.
@Suite struct PublicationReminderTests {
    private final class Told: Sendable {
        private let facts = Mutex<[Facts]>([])

        var all: [Facts] { facts.withLock { $0 } }

        func desk(_ test: TestLedger, at now: String) throws -> SummaryDesk {
            let now = try #require(Instant(now))
            return SummaryDesk(
                author: test.author, daemon: Identifier(high: 4, low: 4), home: "36110",
                time: { _ in now }
            ) { facts in
                self.facts.withLock { $0.append(facts) }
                return RenderedSummary(
                    title: Bilingual("알림", "Reminder"), rendererVersion: 1,
                    files: [
                        .init(
                            name: "facts.txt", mediaType: "text/plain",
                            bytes: Array("\(facts)".utf8))
                    ])
            }
        }
    }

    private func seal(_ test: TestLedger) async throws {
        while try await test.ledger.seal() > 0 {}
        while try await test.ledger.foldTakings() > 0 {}
    }

    /// Only what is about the publication is on, and known since the beginning of 2026.
    private func knowing(_ body: (TestLedger, Told) async throws -> Void) async throws {
        try await TestLedger.with { test in
            try await test.run(
                "UPDATE schedule SET is_on = name LIKE 'publication%', settled_through = NULL, "
                    + "known_since = '2026-01-01T00:00:00Z'")
            _ = try await test.give(1_000_000, on: "2025-05-05", key: "1")
            try await seal(test)
            try await body(test, Told())
        }
    }

    private func settle(_ test: TestLedger, _ told: Told, at now: String) async throws {
        let desk = try told.desk(test, at: now)
        for _ in 0..<20 {
            let found = try await test.ledger.settleSchedules(desk)
            try await seal(test)
            if let next = found.nextDue, next > found.now { return }
        }
    }

    private func history(_ test: TestLedger) async throws -> [String] {
        var lines: [String] = []
        for day in ["1", "15", "25"] {
            lines += try await test.ledger.runs(of: "publication-reminder-\(day)", rowsMax: 9)
                .map { "\(day) \($0.period) \($0.cause ?? $0.state.rawValue)" }
        }
        return lines
    }

    @Test func `it is told on the 1st, 15th and 25th of February what is not done yet`()
        async throws
    {
        try await knowing { test, told in
            try await settle(test, told, at: "2026-01-31T23:59:59Z")
            #expect(try await history(test) == [])
            try await settle(test, told, at: "2026-02-01T00:00:00Z")
            try await settle(test, told, at: "2026-02-15T00:00:00Z")
            try await settle(test, told, at: "2026-02-25T00:00:00Z")
            #expect(try await history(test) == ["1 2025 filed", "15 2025 filed", "25 2025 filed"])
            let reminders = told.all.filter { $0.heading.kind == .publicationReminder }
            #expect(reminders.map(\.publication?.progress) == [.draft, .draft, .draft])
            let listed = try await test.ledger.summaries(isPublished: true, rowsMax: 9)
            #expect(listed.map(\.schedule) == ["publication"])
        }
    }

    @Test func `once the year is published nobody is reminded`() async throws {
        try await knowing { test, told in
            try await settle(test, told, at: "2026-02-01T00:00:00Z")
            try await test.close("2025")
            try await seal(test)
            try await settle(test, told, at: "2026-02-14T00:00:00Z")
            try await settle(test, told, at: "2026-02-26T00:00:00Z")
            #expect(try await history(test) == ["1 2025 filed", "15 2025 done", "25 2025 done"])
            // By hand it can be had all the same.
            let again = try await test.ledger.runNow(
                "publication-reminder-15", period: "2025", reason: "시험",
                told.desk(test, at: "2026-02-26T00:00:00Z"))
            guard case .filed(let run) = again else { return #expect(Bool(false)) }
            #expect(run.formerCause == "done")
            #expect(told.all.last?.publication?.progress == .final)
        }
    }

    @Test func `what was filed and turned down is reminded of again`() async throws {
        try await knowing { test, told in
            try await settle(test, told, at: "2026-01-15T00:00:00Z")
            try await test.close("2025")
            try await seal(test)
            try await settle(test, told, at: "2026-01-16T00:00:00Z")
            let filed = try #require(
                try await test.ledger.summaries(of: "publication", rowsMax: 1).first)
            let boss = try await test.ledger.author(.account, name: "boss")
            _ = try test.id(
                await test.decide(filed.id, .reject, by: boss, reason: "합계 확인", key: "no"))
            try await seal(test)
            try await settle(test, told, at: "2026-02-01T00:00:00Z")
            #expect(try await history(test) == ["1 2025 filed"])
            #expect(told.all.last?.publication?.progress == .rejected)
        }
    }
}
