import Hometown
import Ledger
import TestSupport
import Testing

@Suite struct ProjectTests {
    /// What they raised is read from figures that are folded now and then, and what came since.
    enum Folding: CaseIterable { case never, once, always }

    @Test(arguments: Folding.allCases)
    func `what was taken back counts for no project, and what came back does again`(
        folding: Folding
    ) async throws {
        try await TestLedger.with { test in
            let made = ProjectDraft(
                name: Bilingual("도서관", "Library"), government: "36110", purpose: .community,
                openFrom: try #require(CivilDate("2025-01-01")), goal: Won(1_000_000))
            let project = try test.id(
                await test.ledger.record(made, request: test.request("project")))
            var gifts: [Identifier] = []
            for (key, won) in [("1", Int64(100_000)), ("2", 200_000), ("3", 300_000)] {
                var draft = test.intake(won, donor: key)
                draft.project = project
                gifts.append(
                    try test.id(
                        await test.ledger.record(
                            draft, content: draft.canonicalBytes, request: test.request(key))))
            }
            func raised() async throws -> [Int64] {
                let found = try await test.ledger.projects(rowsMax: 9)
                return found.flatMap { [$0.donations, $0.amount.amount, $0.goalPercent ?? -1] }
            }
            if folding != .never { try await test.seal() }
            #expect(try await raised() == [3, 600_000, 60])
            let reversal = try await test.corrected(gifts[0], .reverse, key: "reverse")
            try await test.corrected(gifts[1], .return, key: "return") {
                $0.ground = .coercion
                $0.returnedOn = CivilDate("2026-03-05")
            }
            try await test.corrected(gifts[2], .amend, key: "amend") {
                $0.changes[.amount] = "250000"
            }
            if folding == .always { try await test.seal() }
            #expect(try await raised() == [1, 250_000, 25])
            try await test.corrected(gifts[0], .restore, key: "restore") {
                $0.corrects = reversal.id
            }
            if folding == .always { try await test.seal() }
            #expect(try await raised() == [2, 350_000, 35])
        }
    }
}
