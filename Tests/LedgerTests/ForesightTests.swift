import Hometown
import Ledger
import Testing
import TestSupport

@Suite struct ForesightTests {
    private static let day = CivilDate(daysSinceEpoch: 20_514)

    @Test func `people are found by part, consonants, keyboard, Latin and office`() async throws {
        try await TestLedger.with { test in
            _ = try await test.ledger.loadSample(author: test.author)
            let day = CivilDate("2023-04-10") ?? Self.day
            func names(_ typed: String) async throws -> [String] {
                try await test.ledger.people(
                    matching: NamePattern(typed), on: day, rowsMax: 8
                ).map(\.name.korean)
            }
            #expect(try await names("ㅊㅁㅎ") == ["최민호"])
            #expect(try await names("chlalsgh") == ["최민호"])
            #expect(try await names("민호") == ["최민호"])
            #expect(try await names("choi").first == "최민호")
            #expect(try await names("세종특별자치시장") == ["최민호"])
            #expect(try await names("없는이름").isEmpty)
            let choi = try #require(
                try await test.ledger.people(
                    matching: NamePattern("최민호"), on: day, rowsMax: 1
                ).first)
            #expect(choi.office?.title.korean == "세종특별자치시장")
            #expect(choi.government?.code == "36110")
            let before = try await test.ledger.people(
                matching: NamePattern("최민호"), on: CivilDate("2000-01-01") ?? day, rowsMax: 1)
            #expect(before.first?.office == nil)
        }
    }

    @Test func `a donation is foreseen as it would be recorded, and nothing is written`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(4_900_000, on: "2024-03-02", key: "first")
            let before = try await test.count("entry")
            let fits = try await test.ledger.foresee(test.intake(100_000, on: "2024-03-03"))
            #expect(fits.verdict?.outcome == .standing && fits.twin == nil)
            #expect(fits.recorded == Won(4_900_000) && fits.left == .zero)
            let over = try await test.ledger.foresee(test.intake(100_001, on: "2024-03-03"))
            #expect(over.verdict?.refusals.map(\.code) == [.overAnnualCap])
            let own = try await test.ledger.foresee(
                test.intake(1_000, to: "11710", on: "2024-03-03"))
            #expect(own.verdict?.refusals.first?.code == .donorResidesInRecipient)
            #expect(try await test.count("entry") == before)
        }
    }

    @Test func `a twin is found until it is reversed`() async throws {
        try await TestLedger.with { test in
            let given = try test.id(await test.give(100_000, key: "first"))
            let twin = try await test.ledger.foresee(test.intake(100_000)).twin
            #expect(twin?.id == given && twin?.no.hasPrefix("D-20") == true)
            #expect(try await test.ledger.foresee(test.intake(100_001)).twin == nil)
            try await test.corrected(given, .reverse)
            #expect(try await test.ledger.foresee(test.intake(100_000)).twin == nil)
        }
    }

    @Test func `a donor, an exchange and a participation that do not exist are named`()
        async throws
    {
        try await TestLedger.with { test in
            let nobody = Identifier(high: 1, low: 2)
            let stranger = try test.reported(by: nobody, to: "36110")
            #expect(try await test.ledger.foresee(stranger).strays.map(\.field) == ["donor_person"])
            var draft = test.intake(1_000)
            draft.participation = nobody
            let strays = try await test.ledger.foresee(draft).strays
            #expect(strays.map(\.field) == ["participation_id"])
        }
    }
}
