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
}
