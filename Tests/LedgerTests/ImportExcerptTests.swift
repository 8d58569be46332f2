import Hometown
import Interchange
import Ledger
import TestSupport
import Testing

/// What a preview is given of the rows of a list.
@Suite struct ImportExcerptTests {
    private func rows(
        of draft: ImportDraft, _ excerpt: ImportExcerpt?, in test: TestLedger
    ) async throws -> [JudgedRow] {
        let answer = try await test.ledger.tryImport(draft, showing: excerpt)
        guard case .tried(let report) = answer else {
            Issue.record("\(answer)")
            return []
        }
        return report.rows
    }

    @Test func `a preview is given the rows that need a look, or all of them`() async throws {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, donor: "1", key: "before")
            let number = "900101" + "-" + "1234567"
            let draft = DonationImportTests.draft([
                DonationImportTests.row("2"), DonationImportTests.row("3", to: "송파구"),
                DonationImportTests.row("1"), DonationImportTests.row(number),
            ])
            #expect(try await rows(of: draft, nil, in: test).isEmpty)
            let problems = try await rows(of: draft, .problems, in: test)
            #expect(problems.map(\.number) == [3, 4, 5])
            #expect(problems.map(\.kind) == [.bad, .warned, .bad])
            #expect(problems.first?.problems.map(\.field) == ["recipient"])
            #expect(problems.last?.cells.contains("******-*******") == true)
            let all = try await rows(of: draft, .all, in: test)
            #expect(all.map(\.kind) == [.good, .bad, .warned, .bad])
            #expect(all.first?.problems.isEmpty == true)
            #expect(
                all.first?.cells == [
                    "접수", "2", "11710", "적합 서류 2026-03-02", "2026-1", "세종", "100,000",
                    "2026-03-02", "고향사랑e음",
                ])
        }
    }

    @Test func `cells of columns that nobody reads are left out, and those on record are known`()
        async throws
    {
        try await TestLedger.with { test in
            let rows = ["가,접수,1,11710,적합 서류 2026-03-02,2026-1,세종,5만,2026-03-02,고향사랑e음,나"]
            let draft = DonationImportTests.draft(
                rows, header: "번호," + DonationImportTests.header + ",연락처")
            _ = try await test.take(draft, key: "list")
            let again = try await self.rows(of: draft, .all, in: test)
            #expect(again.map(\.kind) == [.known])
            #expect(again.first?.cells.first == "접수" && again.first?.cells.count == 9)
            #expect(try await self.rows(of: draft, .problems, in: test).isEmpty)
        }
    }

    @Test func `no more rows come than a page bears, and no more of a cell than helps`()
        async throws
    {
        try await TestLedger.with { test in
            let most = ImportExcerpt.rowsMax
            let long = DonationImportTests.row("1", to: String(repeating: "가", count: 300))
            let many = [long] + (1...most + 5).map { DonationImportTests.row("d\($0)") }
            let bad = DonationImportTests.row("2", "십만")
            let draft = DonationImportTests.draft(many + [bad])
            let all = try await rows(of: draft, .all, in: test)
            #expect(all.count == most && all.last?.number == most + 1)
            #expect(all.first?.cells[5] == String(repeating: "가", count: 200) + "…")
            let problems = try await rows(of: draft, .problems, in: test)
            #expect(problems.map(\.number) == [2, most + 8])
        }
    }
}
