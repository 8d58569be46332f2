import Hometown
import Ledger
import TestSupport
import Testing

@Suite struct FundTests {
    private func use(_ won: Int64) -> FundFigureDraft {
        var draft = FundFigureDraft(
            year: 2025, figure: .use, amount: Won(won), document: "2025 결산서 12쪽")
        draft.purpose = .community
        return draft
    }

    @Test func `a figure is put right by adding the one that takes its place`() async throws {
        try await TestLedger.with { test in
            let first = try test.id(
                await test.ledger.record(use(5_000), request: test.request("1")))
            var right = use(6_000)
            right.replaces = first
            let second = try test.id(await test.ledger.record(right, request: test.request("2")))
            let all = try await test.ledger.fundFigures(FundFilter(year: 2025), rowsMax: 9)
            #expect(all.map(\.amount) == [Won(5_000), Won(6_000)])
            #expect(all.map(\.replacedBy) == [second, nil])
            #expect(all.map(\.revision) == [0, 1])
            #expect(all.first?.no.hasPrefix("U-") == true && all.first?.author == "tester")
            let standing = try await test.ledger.fundFigures(
                FundFilter(year: 2025, isStanding: true), rowsMax: 9)
            #expect(standing.map(\.id) == [second])
            let again = try await test.ledger.record(right, request: test.request("3"))
            #expect(again.reasons == ["replaces already_recorded"])
            var other = right
            (other.figure, other.purpose, other.replaces) = (.giftCost, nil, second)
            let strange = try await test.ledger.record(other, request: test.request("4"))
            #expect(strange.reasons == ["replaces reference_unknown"])
        }
    }

    @Test func `an older log knows the figure that stood then`() async throws {
        try await TestLedger.with { test in
            let first = try test.id(
                await test.ledger.record(use(5_000), request: test.request("1")))
            try await test.publish()
            let size = try #require(try await test.ledger.checkpoint()).size
            var right = use(6_000)
            right.replaces = first
            _ = try await test.ledger.record(right, request: test.request("2"))
            try await test.publish()
            let then = try await test.ledger.fundFigures(
                FundFilter(year: 2025, isStanding: true, logSize: size), rowsMax: 9)
            #expect(then.map(\.id) == [first])
        }
    }

    @Test func `a year opens and closes with one balance each`() async throws {
        try await TestLedger.with { test in
            let opening = FundFigureDraft(
                year: 2025, figure: .openingBalance, amount: .zero, document: "결산서")
            _ = try test.id(await test.ledger.record(opening, request: test.request("1")))
            let twice = try await test.ledger.record(opening, request: test.request("2"))
            #expect(twice.reasons == ["figure already_recorded"])
            var next = opening
            next.year = 2026
            #expect(
                try await test.ledger.record(next, request: test.request("3")).receipt != nil)
            next.year = 2022
            #expect(
                try await test.ledger.record(next, request: test.request("4")).reasons
                    == ["year date_invalid"])
        }
    }

    @Test func `a use is for a purpose, or for a project and so for its purpose`() async throws {
        try await TestLedger.with { test in
            let project = ProjectDraft(
                name: Bilingual("도서관", "Library"), government: "36110",
                purpose: .cultureAndHealth,
                openFrom: try #require(CivilDate("2025-01-01")))
            let id = try test.id(await test.ledger.record(project, request: test.request("p")))
            var draft = use(5_000)
            (draft.purpose, draft.project) = (nil, id)
            _ = try test.id(await test.ledger.record(draft, request: test.request("1")))
            let kept = try await test.ledger.fundFigures(rowsMax: 1)
            #expect(kept.first?.purpose == .cultureAndHealth && kept.first?.project == id)
            try await test.seal()
            let facts = try await test.filed("publication", "2025", at: "2026-01-20T00:00:00Z")
                .facts
            let line = try #require(facts.publication?.lines.first)
            #expect(line.name == Purpose.cultureAndHealth.name)
            #expect(line.project?.name == project.name)
            #expect(line.project?.number.hasPrefix("J-") == true)
            draft.project = Identifier(high: 7, low: 7)
            #expect(
                try await test.ledger.record(draft, request: test.request("2")).reasons
                    == ["project_id reference_unknown"])
            draft.project = nil
            #expect(
                try await test.ledger.record(draft, request: test.request("3")).reasons
                    == ["purpose field_missing"])
        }
    }

    @Test func `costs above the limit of the law are work until the year is published`()
        async throws
    {
        try await TestLedger.with { test in
            let year = try await test.ledger.now().koreanDate.year - 1
            var ledger = test.ledger
            ledger.home = "36110"
            func costs() async throws -> [String] {
                try await ledger.worklist().items
                    .filter { [.fundCostOverLimit, .giftCostOverLimit].contains($0.code) }
                    .map(\.text.korean)
            }
            // Taken in: 1,000,000 and 200,000 won; what others have and told of does not count.
            for (key, won, recipient, gone) in [
                ("1", Int64(1_000_000), "36110", 0), ("2", 200_000, "36110", 1),
                ("3", 3_000_000, "26000", 0), ("4", 400_000, "36110", 0),
            ] {
                let id = try test.id(
                    await test.give(
                        won, donor: key, to: recipient, on: "\(year - gone)-05-05", key: key))
                if key == "4" { try await test.corrected(id, .reverse) }
            }
            let heard = test.heard(900_000, to: "36110", on: "\(year)-06")
            _ = try test.id(
                await test.ledger.record(
                    heard, content: heard.canonical.bytes, request: test.request("heard")))
            try await test.seal()
            for (figure, won) in [(FundFigure.collectionCost, Int64(30_000)), (.giftCost, 300_000)]
            {
                let draft = FundFigureDraft(
                    year: year, figure: figure, amount: Won(won), document: "결산서")
                _ = try test.id(
                    await test.ledger.record(draft, request: test.request(figure.rawValue)))
            }
            #expect(try await costs() == [])
            for (figure, title) in [(FundFigure.collectionCost, "c"), (.giftCost, "g")] {
                let one = FundFigureDraft(
                    year: year, figure: figure, amount: Won(1), document: "추가 정산서")
                _ = try test.id(await test.ledger.record(one, request: test.request(title)))
            }
            #expect(
                try await costs() == [
                    "\(year)년 모집 비용 한도 30,000원 초과(30,001원)",
                    "\(year)년 답례품 비용 한도 300,000원 초과(300,001원)",
                ])
            let nobody = try await test.ledger.worklist().items
            #expect(!nobody.contains { $0.code == .fundCostOverLimit })
        }
    }
}
