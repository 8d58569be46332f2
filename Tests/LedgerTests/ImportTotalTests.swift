import Hometown
import Ledger
import TestSupport
import Testing

@Suite struct ImportTotalTests {
    @Test func `a list of absurd amounts is told, and ends nothing`() async throws {
        try await TestLedger.with { test in
            let most = CanonicalValue.integers.upperBound - 1
            let rows = (1...3).map { "공표,\($0),,,,세종,\(most),2026-03-02," }
            let answer = try await test.ledger.importDonations(
                DonationImportTests.draft(rows), request: test.request("absurd"))
            guard case .recorded(_, let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(report.counts.amount == 3 * most)
            try await test.expectWhole()
        }
    }

    @Test func `a list is summed by what becomes of its rows, before and after`() async throws {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, donor: "1", key: "before")
            var draft = DonationImportTests.draft([
                DonationImportTests.row("1"), DonationImportTests.row("2", "30,000"),
                DonationImportTests.row("3", "50,000", to: "송파구"),
                DonationImportTests.row("4", "20,000").replacing(
                    "2026-03-02,고", with: "2026-13-02,고"),
                DonationImportTests.row("5", "10,00"),
            ])
            guard case .tried(let tried) = try await test.ledger.tryImport(draft) else {
                Issue.record("the list was not judged")
                return
            }
            #expect(tried.counts.recorded == 2 && tried.counts.amount == 130_000)
            #expect(tried.sums.warnedRows == 1 && tried.sums.warned == Won(100_000))
            #expect(tried.sums.duplicates == Won(100_000) && tried.counts.refused == 3)
            #expect(tried.sums.refused == Won(70_000) && tried.sums.known == .zero)
            draft.keepsValidRows = true
            let answer = try await test.ledger.importDonations(
                draft, request: test.request("part"))
            guard case .recorded(_, let recorded) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(recorded.sums == tried.sums)
            guard case .tried(let again) = try await test.ledger.tryImport(draft) else {
                Issue.record("the list was not judged again")
                return
            }
            #expect(again.counts.known == 2 && again.sums.known == Won(130_000))
            #expect(again.sums.warnedRows == 0 && again.sums.refused == Won(70_000))
        }
    }
}
