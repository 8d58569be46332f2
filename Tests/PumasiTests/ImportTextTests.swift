import Hometown
import Ledger
import Testing

@testable import pumasi

/// What the command says of a list.
@Suite struct ImportTextTests {
    @Test func `rows that the sheet hides are told of before the counts`() throws {
        var report = ImportReport()
        #expect(ImportText(report: report, language: .english).lines.count == 1)
        report.hidden.rows = HiddenRows([3, 5])
        let english = ImportText(report: report, language: .english).lines
        #expect(english.count == 2)
        #expect(english.first?.hasPrefix("2 good rows are hidden in the sheet (rows 3, 5)") == true)
        let korean = ImportText(report: report, language: .korean).lines
        #expect(korean.first?.contains("시트에서 숨겨져") == true)
    }

    @Test func `columns that the sheet hides are told of, and that it is hidden itself`() throws {
        var report = ImportReport()
        report.hidden.columns = [
            .init(letters: "C", header: "금액"), .init(letters: "AA", header: "기부일"),
        ]
        report.hidden.sheet = "예전"
        let english = ImportText(report: report, language: .english).lines.first ?? ""
        #expect(english.contains("The list stands on a hidden sheet (예전)."), "\(english)")
        #expect(
            english.contains("2 columns that are read are hidden in the sheet (C 금액, AA 기부일)"),
            "\(english)")
        let korean = ImportText(report: report, language: .korean).lines.first ?? ""
        #expect(korean.contains("숨긴 시트(예전)에 있는 목록입니다."), "\(korean)")
        #expect(
            korean.contains("읽는 열 2개가 시트에서 숨겨져 있습니다(C열 금액, AA열 기부일)."),
            "\(korean)")
    }
}
