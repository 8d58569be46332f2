import Hometown
import Ledger
import Summaries
import TestSupport
import Testing
import Timetable

@testable import Web

/// Reports as the daemon makes them, over a real ledger on a clock that the test sets: what was
/// filed stays what it is, and the next report tells what became known since.
@Suite struct ReportAgainTests {
    private func desk(_ test: TestLedger, at now: String) throws -> SummaryDesk {
        let (now, renderer) = (try #require(Instant(now)), try SummaryRenderer())
        return SummaryDesk(
            author: test.author, daemon: Identifier(high: 7, low: 7), time: { _ in now }
        ) { try renderer.render($0) }
    }

    private func seal(_ test: TestLedger) async throws {
        while try await test.ledger.seal() > 0 {}
        while try await test.ledger.foldTakings() > 0 {}
    }

    /// Only these schedules are on, and nothing was due before.
    private func know(
        _ schedules: [String], since instant: String, _ test: TestLedger
    ) async throws {
        let names = schedules.map { "'\($0)'" }.joined(separator: ", ")
        let change =
            "UPDATE schedule SET is_on = name IN (\(names)), settled_through = NULL, "
            + "known_since = '\(instant)'"
        _ = try await TestServer.shared.psql(test.conninfo, ["-qc", change])
    }

    private func settle(
        _ test: TestLedger, at now: String, hasPublicPages: Bool = true
    ) async throws {
        var desk = try desk(test, at: now)
        desk.hasPublicPages = hasPublicPages
        for _ in 0..<20 {
            let found = try await test.ledger.settleSchedules(desk)
            if let next = found.nextDue, next > found.now { return }
        }
    }

    private func correct(
        _ donation: Identifier, _ action: CorrectionAction, _ test: TestLedger
    ) async throws {
        var draft = CorrectionDraft(donation: donation, action: action, reason: "오입력")
        if action == .amend { draft.changes[.amount] = "90000" }
        let outcome = try await test.ledger.correct(
            draft, version: nil, request: Request(author: test.author, key: "\(donation)"))
        guard case .answered(let answer) = outcome else {
            Issue.record("nothing was corrected")
            return
        }
        #expect(answer.receipt != nil, "\(answer)")
    }

    private func text(
        _ form: RenderedSummary.Form, of run: RecordedRun, _ test: TestLedger
    ) async throws -> String {
        let id = try #require(run.summary)
        let record = try #require(try await test.ledger.summary(id))
        let file = try #require(record.file(form, in: .korean, isPublished: false))
        let content = try #require(
            try await test.ledger.summaryFile(file.name, of: record.summary.id))
        return String(decoding: content.bytes, as: UTF8.self)
    }

    @Test
    func `made again a week later, after corrections, every file is the same; the next tells them`()
        async throws
    {
        try await TestLedger.with { test in
            try await know(["monthly"], since: "2026-03-20T00:00:00Z", test)
            var gifts: [Identifier] = []
            for (key, won, day) in [
                ("a", Int64(100_000), "2026-02-11"), ("b", 200_000, "2026-03-02"),
                ("c", 1_000_000, "2026-03-30"),
            ] {
                let answer = try await test.give(won, donor: key, on: day, key: key)
                gifts.append(try #require(answer.receipt).id)
            }
            try await seal(test)
            try await settle(test, at: "2026-04-01T00:00:00Z")
            let march = try #require(
                try await test.ledger.runs(of: "monthly", rowsMax: 9).first)
            #expect(march.period == "2026-03" && march.origin == .scheduled)
            let before = try await text(.html, of: march, test)
            try await correct(gifts[1], .amend, test)
            try await correct(gifts[2], .reverse, test)
            _ = try await test.give(30_000, donor: "late", on: "2026-03-31", key: "late")
            try await seal(test)
            let again = try await test.ledger.recheck(
                march, desk(test, at: "2026-04-08T00:00:00Z"))
            #expect(again.verdict == .identical && again.differing == [])
            #expect(again.outputHash == march.outputHash)
            #expect(again.renderer == again.filedRenderer)
            #expect(try await text(.html, of: march, test) == before)
            try await settle(test, at: "2026-05-01T00:00:00Z")
            let april = try #require(
                try await test.ledger.runs(of: "monthly", rowsMax: 9).first)
            #expect(april.period == "2026-04")
            let page = VisibleText(of: try await text(.html, of: april, test)).lines
                .joined(separator: "\n")
            for line in [
                "이전 기간 정정 3건 △1,080,000원", "뒤늦은 등록 1건 30,000원", "정정 1건 △110,000원",
                "취소 1건 △1,000,000원", "2026. 3. 30.",
            ] {
                #expect(page.contains(line), "\(line)")
            }
            #expect(try await text(.csv, of: april, test).contains("정정 / D-"))
        }
    }

    @Test func `a report leads to no page that is not there, and is made again as it was`()
        async throws
    {
        try await TestLedger.with { test in
            try await know(["monthly"], since: "2026-03-20T00:00:00Z", test)
            let gift = try await test.give(100_000, on: "2026-03-02", key: "a")
            #expect(gift.receipt != nil)
            try await seal(test)
            try await settle(test, at: "2026-04-01T00:00:00Z", hasPublicPages: false)
            try await settle(test, at: "2026-05-01T00:00:00Z")
            let runs = try await test.ledger.runs(of: "monthly", rowsMax: 9)
            #expect(runs.map(\.period) == ["2026-04", "2026-03"])
            let pages = [false, true]
            for (run, hasPage) in zip(runs.reversed(), pages) {
                let page = try await text(.html, of: run, test)
                #expect(page.contains("/p/verify") == hasPage, "\(run.period)")
                #expect(page.contains("/log/consistency?from=") != hasPage, "\(run.period)")
                let again = try await test.ledger.recheck(
                    run, desk(test, at: "2026-05-08T00:00:00Z"))
                #expect(again.verdict == .identical, "\(run.period)")
            }
        }
    }

    @Test func `after a weekend away the missed reports stand in order, marked as caught up`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let test = web.test
            try await seal(test)
            // Away since Friday at ten in Seoul.
            try await know(["daily", "weekly"], since: "2026-11-13T01:00:00Z", test)
            try await settle(test, at: "2026-11-16T01:00:00Z")
            let runs = try await web.get("schedules/daily/runs", as: .auditor).items
            #expect(
                runs.map {
                    [$0["period"], $0["state"], $0["origin"]].map { $0?.string ?? "-" }
                        .joined(separator: " ")
                } == [
                    "2026-11-15 filed catch_up", "2026-11-14 filed catch_up",
                    "2026-11-13 filed catch_up",
                ])
            let reports = try await web.get("reports", as: .clerk).items.reversed()
            #expect(
                reports.map { $0["period"]?.string } == [
                    "2026-11-13", "2026-11-14", "2026-11-15", "2026-W46",
                ])
            let page = try await web.page("/schedules", as: .manager)
            #expect(page.text.contains("놓침, 따라잡음"))
            let daily = VisibleText(of: try await web.page("/schedules/daily", as: .manager).text)
            #expect(daily.lines.count { $0.hasSuffix("따라잡음") } >= 3, "\(daily.lines)")
        }
    }
}
