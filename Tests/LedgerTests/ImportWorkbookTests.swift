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

    /// A workbook as programs write them that are not ours.
    /// - Parameters:
    ///   - columns: how they are shown.
    ///   - state: how the sheet is, if it is not simply shown.
    private func foreign(
        rows: String, tail: String = "", columns: String = "", state: String = "visible"
    ) throws -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relation(_ kind: String, _ target: String) -> String {
            "<Relationships><Relationship Id=\"r\" Type=\"\(office)/\(kind)\" "
                + "Target=\"\(target)\"/></Relationships>"
        }
        let parts = [
            ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
                    + "<sheet name=\"가\" sheetId=\"1\" state=\"\(state)\" r:id=\"r\"/>"
                    + "</sheets></workbook>"
            ), ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><cols>\(columns)</cols>"
                    + "<sheetData>\(rows)</sheetData>\(tail)</worksheet>"
            ),
        ]
        var writer = ZipWriter([UInt8]())
        for (name, text) in parts { try writer.add(name, Array(text.utf8)) }
        return try writer.finish()
    }

    private static let won = "<c><v>1000</v></c>"

    private func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

    private func row(_ number: Int, _ cells: [String], isHidden: Bool = false) -> String {
        let hidden = isHidden ? " hidden=\"1\"" : ""
        return "<row r=\"\(number)\"\(hidden)>\(cells.joined())</row>"
    }

    private func gift(_ donor: String, _ amount: String, _ day: String) -> [String] {
        [text("공표"), text(donor), text("세종"), amount, day]
    }

    /// A list whose sheet hides some of the rows with gifts; the last of them is a bad one.
    private func list(hiding hidden: Set<Int>) throws -> [UInt8] {
        let header = ImportWorkbookTests.header.map(text)
        let gifts = (3...5).map { number in
            let day = text(number == 5 ? "2026-02-30" : "2026-03-02")
            return row(
                number, gift("\(number)", Self.won, day), isHidden: hidden.contains(number))
        }
        // Neither a title nor a row that holds nothing is a row of the list.
        return try foreign(
            rows: row(1, [text("3월")], isHidden: true) + row(2, header) + gifts.joined()
                + row(6, ["<c s=\"0\"/>"], isHidden: true)
                + row(7, [text(" ")], isHidden: true),
            tail: "<autoFilter ref=\"A2:E7\"/>")
    }

    @Test func `good rows that the sheet hides are recorded and told of`() async throws {
        let cases: [(hidden: Set<Int>, told: [Int])] = [
            ([], []), ([3], [3]), ([3, 4], [3, 4]), ([4, 5], [4]), ([5], []),
        ]
        for (hidden, told) in cases {
            let bytes = try list(hiding: hidden)
            try await TestLedger.with { test in
                var draft = ImportDraft(source: MemoryBytes(bytes), format: .xlsx)
                draft.keepsValidRows = true
                let tried = try await test.ledger.tryImport(draft)
                let recorded = try await test.ledger.importDonations(
                    draft, request: test.request("list"))
                guard case .tried(let trial) = tried, case .recorded(_, let report) = recorded
                else {
                    Issue.record("\(tried) \(recorded)")
                    return
                }
                #expect(trial.hidden.rows == HiddenRows(told))
                #expect(report.hidden.rows == HiddenRows(told))
                let kept = try #require(try await test.ledger.imports(rowsMax: 1).first?.hidden)
                #expect(kept == report.hidden || told.isEmpty)
                #expect((kept.text == nil) == told.isEmpty)
                #expect(report.counts.rows == 3 && report.counts.recorded == 2)
                #expect((trial.hidden.text == nil) == told.isEmpty)
            }
        }
    }

    @Test func `many hidden rows are counted, and the first of them named`() throws {
        let text = try #require(HiddenRows(Array(2...300)).text)
        #expect(text.korean.contains("정상 행 299개"), "\(text.korean)")
        #expect(text.english.contains("(rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …)"))
        let one = try #require(HiddenRows([7]).text)
        #expect(one.english.hasPrefix("1 good row is hidden in the sheet (row 7)."))
        #expect(HiddenRows().text == nil)
    }

    @Test func `hidden columns that are read are told of, and so is a hidden sheet`()
        async throws
    {
        // Nobody reads a remark, nor a column of which nobody knows what it holds.
        let header = Self.header + ["비고", "담당 의견"]
        let words = gift("1", Self.won, text("2026-03-02")) + [text("가"), text("나")]
        let rows = row(2, header.map(text)) + row(3, words)
        let cases: [(columns: String, state: String, told: [String], sheet: String?)] = [
            ("", "visible", [], nil),
            ("<col min=\"4\" max=\"4\" width=\"9\" hidden=\"1\"/>", "visible", ["D 금액"], nil),
            (
                "<col min=\"2\" max=\"3\" width=\"0\"/><col min=\"5\" max=\"16384\" hidden=\"1\"/>",
                "veryHidden", ["B 기부자 번호", "C 받는 지자체", "E 기부일"], "가"
            ), ("<col min=\"6\" max=\"9\" hidden=\"1\"/>", "hidden", [], "가"),
        ]
        try await TestLedger.with { test in
            for (columns, state, told, sheet) in cases {
                let bytes = try foreign(rows: rows, columns: columns, state: state)
                let answer = try await test.ledger.tryImport(
                    ImportDraft(source: MemoryBytes(bytes), format: .xlsx))
                guard case .tried(let report) = answer else {
                    Issue.record("\(answer)")
                    return
                }
                let hidden = report.hidden
                #expect(hidden.columns.map { "\($0.letters) \($0.header)" } == told)
                #expect(hidden.sheet == sheet && report.counts.recorded == 1)
                let text = hidden.text?.english ?? ""
                for column in told { #expect(text.contains(column), "\(text)") }
                #expect(text.contains("on a hidden sheet (가).") == (sheet != nil), "\(text)")
                #expect(text.isEmpty == (told.isEmpty && sheet == nil), "\(text)")
            }
        }
    }

    @Test func `an import knows which columns and sheet were hidden when it was recorded`()
        async throws
    {
        let bytes = try foreign(
            rows: row(1, Self.header.map(text)) + row(2, gift("1", Self.won, text("2026-03-02"))),
            columns: "<col min=\"4\" max=\"5\" hidden=\"1\"/>", state: "hidden")
        try await TestLedger.with { test in
            let answer = try await test.ledger.importDonations(
                ImportDraft(source: MemoryBytes(bytes), format: .xlsx),
                request: test.request("list"))
            guard case .recorded(let receipt, let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            let found = try await test.ledger.imports(id: receipt.id, rowsMax: 1)
            let hidden = try #require(found.first?.hidden)
            #expect(hidden == report.hidden && hidden.sheet == "가")
            #expect(hidden.columns.map(\.letters) == ["D", "E"])
            #expect(hidden.columns.map(\.header) == ["금액", "기부일"])
        }
    }

    @Test func `of the word over a hidden column a resident number is struck out`() async throws {
        let number = "900101" + "-" + "1234567"
        var header = Self.header
        header[3] = number
        let bytes = try foreign(
            rows: row(1, header.map(text)) + row(2, gift("1", Self.won, text("2026-03-02"))),
            columns: "<col min=\"4\" max=\"4\" hidden=\"1\"/>")
        try await TestLedger.with { test in
            var draft = ImportDraft(source: MemoryBytes(bytes), format: .xlsx)
            draft.mapping = [number: .field(.amount)]
            let answer = try await test.ledger.tryImport(draft)
            guard case .tried(let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(report.hidden.columns.map(\.header) == ["******-*******"])
        }
    }

    @Test func `neither a merged amount nor a date that lost its zero is guessed at`()
        async throws
    {
        let (won, day) = (Self.won, text("2026-03-02"))
        let bytes = try foreign(
            rows: row(1, ImportWorkbookTests.header.map(text)) + row(2, gift("1", won, day))
                + row(3, gift("2", "<c/>", day))
                + row(4, gift("3", won, "<c><v>4.0999999999999996</v></c>"))
                + row(5, gift("4", won, "<c><v>3.15</v></c>")),
            tail: "<mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>")
        try await TestLedger.with { test in
            let answer = try await test.ledger.tryImport(
                ImportDraft(source: MemoryBytes(bytes), format: .xlsx))
            guard case .tried(let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(report.counts.recorded == 2 && report.counts.amount == 2000)
            #expect(
                report.problems.filter { !$0.isWarning }.map {
                    "\($0.row) \($0.column ?? "-") \($0.code)"
                } == ["3 금액 amount_shared", "4 기부일 date_without_zero"])
        }
    }
}
