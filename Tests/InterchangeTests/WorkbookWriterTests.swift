import Interchange
import TestSupport
import Testing

@Suite struct WorkbookWriterTests {
    private static let properties = WorkbookProperties(
        title: "기부 <대장>", creator: "Pumasi", created: SheetDate(year: 2026, month: 11, day: 16))

    private static let columns = [
        SheetColumn("번호", width: 18), SheetColumn("날짜", .date, width: 12),
        SheetColumn("지자체", width: 20, choices: ["세종특별자치시", "광주시, 경기"], takesOnlyChoices: false),
        SheetColumn("금액", .amount), SheetColumn("기록", .dateTime, width: 20),
    ]

    private static let rows: [[CellValue]] = [
        [
            .text("D-2026-000123"), .date(SheetDate(year: 2023, month: 4, day: 10)),
            .text("세종특별자치시"), .number(100_000),
            .date(SheetDate(year: 2026, month: 11, day: 16, secondOfDay: 32_401)),
        ],
        [.text("00123"), .empty, .text("=1+1 <&>\"' \n둘째 줄 "), .number("0.5"), .boolean(true)],
        [.text("a\rb_x000D_\u{1}\u{FFFF}\t🌾"), .error("#N/A")],
    ]

    private func write(
        _ plan: SheetPlan, _ rows: [[CellValue]], totals: [[CellValue]] = []
    ) throws -> [UInt8] {
        var writer = try WorkbookWriter(
            [UInt8](), sheets: [plan], properties: WorkbookWriterTests.properties)
        try writer.beginSheet()
        for row in rows { try writer.append(row) }
        for row in totals { try writer.append(row, isTotal: true) }
        try writer.endSheet()
        return try writer.finish()
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        let archive = try ZipArchive(bytes)
        let part = try #require(archive.part(named: name))
        return String(decoding: try archive.bytes(of: part), as: UTF8.self)
    }

    private func read(_ bytes: [UInt8]) throws -> [SheetRow] {
        let reader = try WorkbookReader(bytes)
        let rows = try reader.rows(of: reader.sheet())
        var all: [SheetRow] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }

    @Test func `A percent stays the number that is said, and shows its sign`() throws {
        let bytes = try write(
            SheetPlan("비중", columns: [SheetColumn("비중", .percent)]), [[.number("10.7")]],
            totals: [[.number("100.0")]])
        #expect(
            try read(bytes).dropFirst().map { $0.value(1) } == [.number("10.7"), .number("100.0")])
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        let styles = sheet.matches(of: /s="([0-9]+)"><v>/).compactMap { Int($0.output.1) }
        #expect(styles == [12, 13])
        let formats = try part("xl/styles.xml", of: bytes)
        let all = try #require(formats.firstMatch(of: /<cellXfs count="([0-9]+)">(.*)<\/cellXfs>/))
        let each = all.output.2.matches(of: /<xf numFmtId="([0-9]+)"/).map { String($0.output.1) }
        #expect(Int(all.output.1) == each.count)
        #expect(each.count == 14 && each[12] == "166" && each[13] == "166")
        #expect(formats.contains("<numFmt numFmtId=\"166\" formatCode=\"0.0&quot;%&quot;\"/>"))
    }

    @Test func `What is written is read back, value for value`() throws {
        let plan = SheetPlan("기부 대장", columns: WorkbookWriterTests.columns)
        let read = try read(write(plan, WorkbookWriterTests.rows))
        #expect(read.first?.cells.map(\.value) == plan.columns.map { .text($0.title) })
        for (row, written) in zip(read.dropFirst(), WorkbookWriterTests.rows) {
            #expect(
                (1...5).map(row.value) == written
                    + Array(repeating: .empty, count: 5 - written.count))
        }
        #expect(read.count == 4)
    }

    @Test func `The same rows give the same bytes, and these`() throws {
        let plan = SheetPlan(
            "기부 대장", columns: WorkbookWriterTests.columns,
            preface: [[.text("고향사랑 기부 대장")], [.text("(단위: 원)")]])
        let total: [CellValue] = [.text("합계"), .empty, .empty, .number(100_000)]
        let bytes = try write(plan, WorkbookWriterTests.rows, totals: [total])
        #expect(try write(plan, WorkbookWriterTests.rows, totals: [total]) == bytes)
        #expect(try Golden.difference("Tests/golden/workbook.xlsx", from: bytes) == nil)
    }

    @Test func `Freeze, filter, print area and titles follow the rows`() throws {
        let plan = SheetPlan(
            "O'Neill", columns: WorkbookWriterTests.columns, preface: [[.text("제목")]],
            isLandscape: false)
        let bytes = try write(plan, WorkbookWriterTests.rows, totals: [[.text("합계")]])
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(sheet.contains("<pane ySplit=\"2\" topLeftCell=\"A3\""))
        #expect(sheet.contains("<autoFilter ref=\"A2:E5\"/>"), "the total stays where it is")
        #expect(sheet.contains("sqref=\"C3:C1048576\"><formula1>'목록'!$A$1:$A$2</formula1>"))
        #expect(sheet.contains("orientation=\"portrait\""))
        let book = try part("xl/workbook.xml", of: bytes)
        #expect(book.contains("Print_Area\" localSheetId=\"0\">'O''Neill'!$A$1:$E$6<"))
        #expect(book.contains("Print_Titles\" localSheetId=\"0\">'O''Neill'!$2:$2<"))
        #expect(book.contains("state=\"hidden\""))
        let core = try part("docProps/core.xml", of: bytes)
        #expect(core.contains(">2026-11-16T00:00:00Z</dcterms:created>"))
    }

    @Test func `An empty sheet is a header, and no list is no hidden sheet`() throws {
        let bytes = try write(SheetPlan("빈 시트", columns: [SheetColumn("열")]), [])
        #expect(try read(bytes).count == 1)
        #expect(try WorkbookReader(bytes).sheets.map(\.name) == ["빈 시트"])
        #expect(
            try part("xl/worksheets/sheet1.xml", of: bytes).contains("autoFilter ref=\"A1:A1\""))
    }

    @Test func `Dates before 1900 are kept as text, the others as dates`() throws {
        let plan = SheetPlan("날짜", columns: [SheetColumn("날짜", .date)])
        let dates = [
            SheetDate(year: 1899, month: 12, day: 31), SheetDate(year: 1900, month: 1, day: 1),
            SheetDate(year: 1900, month: 2, day: 28), SheetDate(year: 1900, month: 2, day: 29),
            SheetDate(year: 1900, month: 3, day: 1), SheetDate(year: 2024, month: 2, day: 29),
            SheetDate(year: 9999, month: 12, day: 31),
        ]
        let read = try read(write(plan, dates.map { [.date($0)] })).dropFirst().map { $0.value(1) }
        #expect(read.first == .text("1899-12-31"))
        #expect(read.dropFirst() == dates.dropFirst().map { .date($0) }[...])
    }

    @Test func `Every second of a day survives its fraction`() throws {
        let plan = SheetPlan("시각", columns: [SheetColumn("시각", .dateTime)])
        let dates = stride(from: 1, to: 86_400, by: 61).map {
            SheetDate(year: 2026, month: 11, day: 16, secondOfDay: $0)
        }
        let read = try read(write(plan, dates.map { [.date($0)] })).dropFirst().map { $0.value(1) }
        #expect(read == dates.map { .date($0) })
    }

    @Test func `What a cell or a sheet cannot hold is refused`() throws {
        let plan = SheetPlan("긴 글", columns: [SheetColumn("열")])
        let longest = String(repeating: "가", count: 32_767)
        #expect(try read(write(plan, [[.text(longest)]])).last?.value(1) == .text(longest))
        do {
            _ = try write(plan, [[.text(longest + "가")]])
            Issue.record("nothing was refused")
        } catch let fault as FileFault {
            #expect(fault.code == "workbook_text_too_long_to_write")
            #expect(fault.english.contains("A2"))
        }
    }
}
