import Hometown
import Ledger
import Testing

@testable import pumasi

/// What the command says of a list.
@Suite struct ImportTextTests {
    @Test func `rows that the sheet hides are told of before the counts`() throws {
        var report = ImportReport()
        #expect(ImportText(report: report, language: .english).lines.count == 1)
        report.hidden = HiddenRows([3, 5])
        let english = ImportText(report: report, language: .english).lines
        #expect(english.count == 2)
        #expect(english.first?.hasPrefix("2 good rows are hidden in the sheet (rows 3, 5)") == true)
        let korean = ImportText(report: report, language: .korean).lines
        #expect(korean.first?.contains("시트에서 숨겨져") == true)
    }
}
