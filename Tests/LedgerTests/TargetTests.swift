import Hometown
import Ledger
import Synchronization
import TestSupport
import Testing
import Timetable

/// 모금 목표. What the government of the book means to raise in a year, and how far it is.
@Suite struct TargetTests {
    private func target(_ won: Int64, year: Int = 2026) -> FundFigureDraft {
        FundFigureDraft(year: year, figure: .target, amount: Won(won), document: "모금 계획 3쪽")
    }

    private func facts(
        _ test: TestLedger, _ schedule: String, _ period: String, home: String? = "36110",
        revising: Int32? = nil
    ) async throws -> Facts {
        let told = Mutex<Facts?>(nil)
        let now = try #require(Instant("2027-01-10T01:00:00Z"))
        let desk = SummaryDesk(
            author: test.author, daemon: Identifier(high: 3, low: 3), home: home,
            time: { _ in now }
        ) { facts in
            told.withLock { $0 = facts }
            return RenderedSummary(
                title: Bilingual("요약", "Summary"), rendererVersion: 1,
                files: [
                    .init(
                        name: "facts.txt", mediaType: "text/plain", bytes: Array("\(facts)".utf8))
                ])
        }
        _ = try await test.ledger.runNow(
            schedule, period: period, reason: "시험", revising: revising, desk)
        return try #require(told.withLock { $0 })
    }

    private func seal(_ test: TestLedger) async throws {
        while try await test.ledger.seal() > 0 {}
        while try await test.ledger.foldTakings() > 0 {}
    }

    @Test func `a report tells how far the government of the book is, from the year's first day`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try test.id(
                await test.ledger.record(target(1_000_000), request: test.request("target")))
            for (place, day) in ["2026-01-05", "2026-03-02", "2026-03-30"].enumerated() {
                _ = try await test.give(
                    100_000, donor: "d\(place)", on: day, key: "gift \(place)")
            }
            try await seal(test)
            let march = try await facts(test, "monthly", "2026-03")
            let told = try #require(march.donations.target)
            #expect(told.government.code == "36110" && told.amount == Won(1_000_000))
            #expect(told.raised == Facts.Tally(count: 3, amount: Won(300_000)))
            #expect(told.document == "모금 계획 3쪽")
            // Nobody outside learns of three.
            #expect(march.published.donations.target?.raised == Facts.Tally(covered: .small))
            let publication = try await facts(test, "publication", "2026")
            #expect(publication.donations.target?.raised == told.raised)
            #expect(publication.publication?.lines == [])
            #expect(try await facts(test, "monthly", "2026-02", home: nil).donations.target == nil)
            #expect(try await facts(test, "monthly", "2025-12").donations.target == nil)
        }
    }

    @Test func `a target that was put right counts from the log that knows it`() async throws {
        try await TestLedger.with { test in
            let first = try test.id(
                await test.ledger.record(target(1_000_000), request: test.request("1")))
            _ = try await test.give(100_000, donor: "d", on: "2026-03-02", key: "gift")
            try await seal(test)
            let before = try await facts(test, "monthly", "2026-03")
            var right = target(2_000_000)
            right.replaces = first
            _ = try test.id(await test.ledger.record(right, request: test.request("2")))
            try await seal(test)
            // The filed report is made again from its own log; its revision sees the new one.
            #expect(try await facts(test, "monthly", "2026-03") == before)
            let after = try await facts(test, "monthly", "2026-03", revising: 0)
            #expect(after.donations.target?.amount == Won(2_000_000))
        }
    }

    @Test func `a year has one target, of something, and at most a year ahead`() async throws {
        try await TestLedger.with { test in
            let next = try await test.ledger.now().koreanDate.year + 1
            _ = try test.id(
                await test.ledger.record(
                    target(1_000_000, year: next), request: test.request("1")))
            for (draft, reason) in [
                (target(1_000_000, year: next), "figure already_recorded"),
                (target(1_000_000, year: next + 1), "year date_invalid"),
                (target(0), "amount amount_invalid"),
            ] {
                let answer = try await test.ledger.record(
                    draft, request: test.request("\(draft.year) \(reason)"))
                #expect(answer.reasons == [reason])
            }
        }
    }
}
