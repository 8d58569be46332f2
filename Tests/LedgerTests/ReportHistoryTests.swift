import Hometown
import Ledger
import Synchronization
import TestSupport
import Testing
import Timetable

/// What reports, and those who look after them, know of the reports before: over a real ledger, on
/// a clock that the test sets.
@Suite struct ReportHistoryTests {
    /// Of all schedules only this one is on, and known since an instant.
    private func only(
        _ name: String, since instant: String, _ test: TestLedger, changing: String = ""
    ) async throws {
        try await test.run(
            "UPDATE schedule SET is_on = name = '\(name)', settled_through = NULL, "
                + "known_since = '\(instant)' \(changing)")
    }

    private func settle(
        _ test: TestLedger, at now: String,
        _ tell: @escaping @Sendable (Facts) -> Void = { _ in }
    ) async throws {
        let desk = try test.desk(at: now, tell)
        for _ in 0..<20 {
            let found = try await test.ledger.settleSchedules(desk)
            if let next = found.nextDue, next > found.now { return }
        }
    }

    private func move(_ name: String, to rule: Schedule.Rule, _ test: TestLedger) async throws {
        var draft = ScheduleDraft()
        draft.rule = rule
        _ = try await test.ledger.changeSchedule(name, draft, note: nil, author: test.author)
    }

    /// What became of the days of a filed report since.
    private func changes(
        since run: RecordedRun, _ test: TestLedger
    ) async throws -> [Facts.Correction] {
        let id = try #require(run.summary)
        let record = try #require(try await test.ledger.summary(id))
        return try await test.ledger.changes(since: record.summary)
    }

    @Test func `a year that was made final after its schedule was moved is made no more`()
        async throws
    {
        try await TestLedger.with { test in
            try await only("publication", since: "2026-01-01T00:00:00Z", test)
            _ = try await test.give(1_000_000, on: "2025-05-05", key: "1")
            try await test.seal()
            try await settle(test, at: "2026-01-15T00:00:00Z")
            try await move("publication", to: .yearly(month: 1, day: .number(20)), test)
            try await test.close("2025")
            try await test.seal()
            for _ in 0..<3 { try await settle(test, at: "2026-01-21T00:00:00Z") }
            let runs = try await test.ledger.runs(of: "publication", rowsMax: 9)
            #expect(runs.map(\.revision) == [1, 0])
            #expect(runs.map(\.attempts) == [1, 1])
        }
    }

    @Test func `a period is revised on and on, although its schedule was moved to an earlier day`()
        async throws
    {
        try await TestLedger.with { test in
            let now = "2026-03-21T00:00:00Z"
            try await move("monthly", to: .monthly(day: .number(20)), test)
            _ = try await test.filed("monthly", "2026-02", at: now)
            try await move("monthly", to: .monthly(day: .number(10)), test)
            _ = try await test.filed("monthly", "2026-02", at: now, revising: 0)
            let newest = try await test.filed("monthly", "2026-02", at: now, revising: 1).run
            #expect(newest.revision == 2)
            let again = try await test.ledger.runNow(
                "monthly", period: "2026-02", reason: "확인", test.desk(at: now))
            guard case .rechecked(let recheck) = again else { return #expect(Bool(false)) }
            #expect(recheck.run.id == newest.id)
        }
    }

    @Test func `of reports that come due on one working day the first alone tells what is late`()
        async throws
    {
        try await TestLedger.with { test in
            // From Thursday the 12th to the Monday on which three days are reported.
            try await only(
                "daily", since: "2026-03-12T01:00:00Z", test,
                changing: ", on_working_days = true")
            let told = Mutex<[String]>([])
            let tell: @Sendable (Facts) -> Void = { facts in
                let late = facts.corrections.reduce(Int64(0)) { $0 + $1.donations }
                told.withLock { $0.append("\(facts.heading.periodKey) \(late)") }
            }
            try await settle(test, at: "2026-03-13T00:00:00Z", tell)
            _ = try await test.give(100_000, donor: "in time", on: "2026-03-13", key: "1")
            _ = try await test.give(100_000, donor: "late", on: "2026-03-10", key: "2")
            try await test.seal()
            try await settle(test, at: "2026-03-16T00:00:00Z", tell)
            #expect(
                told.withLock { $0 } == [
                    "2026-03-12 0", "2026-03-13 1", "2026-03-14 0", "2026-03-15 0",
                ])
        }
    }

    @Test func `what changed since a report is of its days and of no others`() async throws {
        try await TestLedger.with { test in
            let run = try await test.filed("daily", "2026-03-13", at: "2026-03-14T00:00:00Z").run
            for day in ["2026-03-03", "2026-03-12", "2026-03-13", "2026-03-14"] {
                _ = try await test.give(100_000, donor: day, on: day, key: day)
            }
            try await test.seal()
            let since = try await changes(since: run, test)
            #expect(since.map(\.kind) == [.late])
            #expect(since.map(\.change) == [Facts.Tally(count: 1, amount: Won(100_000))])
        }
    }

    @Test func `what changed since a publication is what its government took in itself`()
        async throws
    {
        try await TestLedger.with { test in
            let run = try await test.filed("publication", "2025", at: "2026-01-20T00:00:00Z").run
            _ = try await test.give(300_000, donor: "1", to: "26000", on: "2025-06-01", key: "1")
            _ = try await test.give(200_000, donor: "2", to: "36110", on: "2025-06-02", key: "2")
            try await test.seal()
            let since = try await changes(since: run, test)
            #expect(since.map(\.change) == [Facts.Tally(count: 1, amount: Won(200_000))])
        }
    }

    @Test func `a schedule that was changed and that nobody looked at since is told when overdue`()
        async throws
    {
        try await TestLedger.with { test in
            try await only(
                "daily", since: "2026-06-01T00:00:00Z", test, changing: ", misfire = 'none'")
            try await settle(test, at: "2026-11-14T00:00:00Z")
            #expect(try await test.count("run") > 100)
            var draft = ScheduleDraft()
            draft.overlap = .skip
            _ = try await test.ledger.changeSchedule(
                "daily", draft, note: nil, author: test.author)
            let now = try #require(Instant("2026-11-15T01:00:00Z"))
            let overdue = try await test.ledger.overduePeriods(afterSeconds: 300) { _ in now }
            #expect(overdue.map(\.period) == ["2026-11-14"])
        }
    }
}
