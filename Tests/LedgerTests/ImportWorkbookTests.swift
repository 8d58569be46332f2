import Hometown
import Interchange
import Ledger
import TestSupport
import Testing

/// Lists that come as workbooks.
@Suite struct ImportWorkbookTests {
    private static let header = ["접수 구분", "기부자 번호", "받는 지자체", "금액", "기부일"]

    /// A sheet of such a list for each donor, named after the donor.
    private func workbook(_ donors: [String]) throws -> [UInt8] {
        let columns = ImportWorkbookTests.header.map { SheetColumn($0) }
        var book = try WorkbookWriter(
            [UInt8](), sheets: donors.map { SheetPlan($0, columns: columns) },
            properties: WorkbookProperties(
                title: "기부", creator: "시험",
                created: SheetDate(year: 2026, month: 3, day: 2, secondOfDay: 0)))
        for donor in donors {
            try book.beginSheet()
            try book.append([
                .text("공표"), .text(donor), .text("세종"), .number("1000"), .text("2026-03-02"),
            ])
            try book.endSheet()
        }
        return try book.finish()
    }

    @Test func `a sheet is the same list whether it is named or is the first that shows`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = ImportDraft(
                source: MemoryBytes(try workbook(["가", "나"])), format: .xlsx)
            let first = try await test.ledger.importDonations(
                draft, request: test.request("unnamed"))
            guard case .recorded(let receipt, _) = first else {
                Issue.record("\(first)")
                return
            }
            draft.sheet = "가"
            let named = try await test.ledger.importDonations(
                draft, request: test.request("named"))
            #expect(named == .repeated(receipt.no))
            draft.sheet = "나"
            let other = try await test.ledger.importDonations(
                draft, request: test.request("other"))
            guard case .recorded = other else {
                Issue.record("\(other)")
                return
            }
            #expect(try await test.count("donation") == 2)
            draft.sheet = "다"
            guard case .unreadable(let problem) = try await test.ledger.tryImport(draft) else {
                Issue.record("a sheet was read that is not there")
                return
            }
            #expect(problem.code == "workbook_unknown_sheet")
        }
    }
}
