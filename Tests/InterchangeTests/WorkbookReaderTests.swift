import Interchange
import Testing

@Suite struct WorkbookReaderTests {
    private func value(_ cell: String, formats: String = "", strings: String = "") throws
        -> CellValue
    {
        let rows = try BookFile(
            rows: "<row r=\"1\">\(cell)</row>", strings: strings, formats: formats
        )
        .rows()
        return rows.first?.value(1) ?? .empty
    }

    @Test func `A cell keeps what is stored in it, by its type`() throws {
        let table: [(cell: String, value: CellValue)] = [
            ("<c r=\"A1\"><v>100000</v></c>", .number("100000")),
            ("<c r=\"A1\" t=\"n\"><v> 1E5 </v></c>", .number("1E5")),
            ("<c r=\"A1\"><v>0.1</v></c>", .number("0.1")),
            ("<c r=\"A1\"><v>-3</v></c>", .number("-3")),
            ("<c r=\"A1\"><v>열</v></c>", .text("열")),
            ("<c r=\"A1\" t=\"s\"><v>1</v></c>", .text("최민호")),
            ("<c r=\"A1\" t=\"str\"><v>세종&amp;대전</v></c>", .text("세종&대전")),
            ("<c r=\"A1\" t=\"inlineStr\"><is><t>서구</t></is></c>", .text("서구")),
            ("<c r=\"A1\" t=\"inlineStr\"><is><t/></is></c>", .empty),
            ("<c r=\"A1\" t=\"b\"><v>1</v></c>", .boolean(true)),
            ("<c r=\"A1\" t=\"b\"><v>0</v></c>", .boolean(false)),
            ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", .error("#N/A")),
            (
                "<c r=\"A1\" t=\"d\"><v>2023-04-10</v></c>",
                .date(SheetDate(year: 2023, month: 4, day: 10))
            ),
            ("<c r=\"A1\"/>", .empty), ("<c><v>7</v></c>", .number("7")),
        ]
        for row in table {
            let strings = "<si><t>가</t></si><si><t>최민호</t></si>"
            #expect(try value(row.cell, strings: strings) == row.value, "\(row.cell)")
        }
    }

    @Test func `A shared text is all its runs without the reading beside them`() throws {
        let strings = """
            <si><r><rPr><b/></rPr><t xml:space="preserve">품앗이 </t></r><r><t>원장</t></r>\
            <rPh sb="0" eb="1"><t>푸마시</t></rPh><phoneticPr fontId="1"/></si>\
            <si><t>_x000D_ab_x005F_x000D_&#10;<![CDATA[<c>]]></t></si>
            """
        #expect(
            try value("<c r=\"A1\" t=\"s\"><v>0</v></c>", strings: strings) == .text("품앗이 원장"))
        #expect(
            try value("<c r=\"A1\" t=\"s\"><v>1</v></c>", strings: strings)
                == .text("\rab_x000D_\n<c>"))
    }

    @Test func `The format of a cell decides whether its number is a date`() throws {
        let dates = [
            "yyyy-mm-dd", "yyyy&quot;년&quot; m&quot;월&quot;", "[$-412]d", "m/d;@", "\\-yy",
            "[Red]yyyy", "h:mm",
        ]
        for code in dates {
            let cell = "<c r=\"A1\" s=\"2\"><v>45026</v></c>"
            #expect(
                try value(cell, formats: BookFile.formats(code))
                    == .date(SheetDate(year: 2023, month: 4, day: 10)), "\(code)")
        }
        let numbers = [
            "#,##0", "General", "#,##0&quot;days&quot;", "[Red]#,##0", "0.00E+00", "[h]:mm",
            "\\d0", "_d0", "0;yyyy", "@", "[DBNum1][$-804]0",
        ]
        for code in numbers {
            let cell = "<c r=\"A1\" s=\"2\"><v>45026</v></c>"
            #expect(
                try value(cell, formats: BookFile.formats(code)) == .number("45026"), "\(code)")
        }
        let builtIn = "<c r=\"A1\" s=\"1\"><v>45026.604166666664</v></c>"
        #expect(
            try value(builtIn, formats: BookFile.formats("0"))
                == .date(SheetDate(year: 2023, month: 4, day: 10, secondOfDay: 52_200)))
    }

    @Test func `Serial numbers keep the day that never was, and both systems`() throws {
        let table: [(serial: String, from1900: String?, from1904: String?)] = [
            ("0", nil, "1904-01-01"), ("1", "1900-01-01", "1904-01-02"),
            ("59", "1900-02-28", "1904-02-29"), ("60", "1900-02-29", "1904-03-01"),
            ("61", "1900-03-01", "1904-03-02"), ("366", "1900-12-31", "1905-01-01"),
            ("36585", "2000-02-29", "2004-03-01"), ("45026", "2023-04-10", "2027-04-11"),
            ("45026.5", "2023-04-10T12:00:00", "2027-04-11T12:00:00"),
            ("45025.999999999", "2023-04-10", "2027-04-11"),
            ("2958465", "9999-12-31", "10004-01-01"), ("2958466", nil, nil), ("-1", nil, nil),
            ("0.5", nil, "1904-01-01T12:00:00"),
        ]
        for row in table {
            for (system, expected) in [("0", row.from1900), ("1", row.from1904)] {
                var book = BookFile(
                    rows: "<row><c s=\"1\"><v>\(row.serial)</v></c></row>",
                    formats: BookFile.formats("0"))
                book.replace("<workbookPr/>", "<workbookPr date1904=\"\(system)\"/>")
                let value = try book.rows().first?.value(1)
                if case .date(let date)? = value {
                    #expect(date.text == expected, "\(row.serial)")
                } else {
                    #expect(value == .number(row.serial) && expected == nil, "\(row.serial)")
                }
            }
        }
    }

    @Test func `Rows keep their numbers and columns their letters`() throws {
        let rows = try BookFile(
            rows: """
                <row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row>
                <row r="5" hidden="1"><c><v>3</v></c><c r="D5"><v>4</v></c><c><v>5</v></c></row>
                <row r="6"><c r="A6" s="1"/></row>
                <row><c r="A7"><v>6</v></c></row>
                """
        ).rows()
        #expect(rows.map(\.number) == [2, 5, 7])
        #expect(rows.map(\.isHidden) == [false, true, false])
        #expect(rows.map { $0.cells.map(\.column) } == [[2, 27], [1, 4, 5], [1]])
    }

    @Test func `A formula gives what it came to and says that it is one`() throws {
        let rows = try BookFile(
            rows: """
                <row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>30</v></c><c r="B1"><f>NOW()</f></c>\
                <c r="C1" t="str"><f t="shared" si="0"/><v>열</v></c>\
                <c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><v>1</v></c></row>
                """
        ).rows()
        #expect(
            rows.first?.cells.map(\.value) == [
                .number("30"), .empty, .text("열"), .error("#DIV/0!"), .number("1"),
            ])
        #expect(rows.first?.cells.map(\.isFormula) == [true, true, true, true, false])
    }

    @Test func `A formula that came to no text leaves its cell empty and is worked out`() throws {
        let formula = "<f>IF(B9=&quot;&quot;,&quot;&quot;,B9)</f>"
        let rows = try BookFile(
            rows: """
                <row r="1"><c r="A1" t="str">\(formula)<v></v></c>\
                <c r="B1" t="str">\(formula)<v/></c><c r="C1" t="str">\(formula)</c>\
                <c r="D1">\(formula)<v></v></c></row>
                <row r="2"><c r="A2" t="str">\(formula)<v></v></c></row>
                <row r="3"><c r="A3" t="str">\(formula)<v>열</v></c></row>
                """
        ).rows()
        #expect(rows.map(\.number) == [1, 3])
        #expect(rows.first?.cells.map(\.column) == [3, 4])
        #expect(rows.first?.cells.map(\.isFormula) == [true, true])
        #expect(rows.last?.cells.map(\.value) == [.text("열")])
    }

    @Test func `A cell without a value is empty and told of, and the sheet is read on`() throws {
        let book = BookFile(
            rows: """
                <row r="1"><c r="A1"><f>NOW()</f></c><c r="C1" t="e"><v>#N/A</v></c></row>
                <row r="2"><c r="A2"><v>1</v></c></row>
                """)
        let reader = try WorkbookReader(book.bytes)
        var sheet = WorkbookSheet(try reader.rows(of: reader.sheet()))
        var cells: [String] = []
        var number = try sheet.next(into: &cells)
        #expect(number == 1 && cells == ["", "", ""])
        #expect(
            sheet.cellProblems == [
                SheetProblem(row: 1, column: 1, .formulaWithoutValue),
                SheetProblem(row: 1, column: 3, .formulaFailed("#N/A")),
            ])
        number = try sheet.next(into: &cells)
        #expect(number == 2 && cells == ["1"] && sheet.cellProblems.isEmpty)
    }

    @Test func `A sheet tells of each row whether it is hidden`() throws {
        let book = BookFile(
            rows: """
                <row r="1"><c r="A1"><v>1</v></c></row>
                <row r="2" hidden="true"><c r="A2"><v>2</v></c></row>
                <row r="3" hidden="1"/><row r="4" hidden="0"><c r="A4"><v>4</v></c></row>
                <row r="5" ht="0" customHeight="1"><c r="A5"><v>5</v></c></row>
                <row r="6" ht="16.5"><c r="A6"><v>6</v></c></row>
                """)
        let reader = try WorkbookReader(book.bytes)
        var sheet = WorkbookSheet(try reader.rows(of: reader.sheet()))
        var cells: [String] = []
        var hidden: [Int: Bool] = [:]
        while let number = try sheet.next(into: &cells) { hidden[number] = sheet.isRowHidden }
        #expect(hidden == [1: false, 2: true, 4: false, 5: true, 6: false])
    }

    @Test func `A sheet tells of each column whether it is hidden, and whether it is itself`()
        throws
    {
        var book = BookFile(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        book.replace(
            "<sheetData>",
            """
            <cols><col min="1" max="1" width="9"/><col min="2" max="3" width="9" hidden="1"/>\
            <col min="4" max="4" width="0" customWidth="1"/><col min="5" max="5" hidden="0"/>\
            <col min="7" max="6" hidden="1"/><col min="0" max="0" hidden="1"/>\
            <col min="255" max="16384" hidden="true"/><col hidden="1"/></cols><sheetData>
            """)
        let cases: [(state: String, name: String?)] = [
            ("visible", nil), ("hidden", "기부"), ("veryHidden", "기부"),
        ]
        for (state, name) in cases {
            var book = book
            book.replace("sheetId=\"1\"", "sheetId=\"1\" state=\"\(state)\"")
            let reader = try WorkbookReader(book.bytes)
            var sheet = WorkbookSheet(try reader.rows(of: reader.sheet()))
            var cells: [String] = []
            _ = try sheet.next(into: &cells)
            let hidden = (1...300).filter { sheet.isColumnHidden($0) }
            #expect(hidden == [2, 3, 4, 255, 256])
            #expect(sheet.hiddenSheet == name)
        }
    }

    @Test func `A value that another row shares is told of, and so is a lost zero`() throws {
        let book = BookFile(
            rows: """
                <row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>4.0999999999999996</v></c>\
                <c r="C1"><v>2023.1</v></c><c r="D1"><v>4.15</v></c><c r="E1"><v>12.3</v></c>\
                <c r="F1"><v>2023.2</v></c><c r="G1"><v>10.5</v></c></row>
                <row r="2"><c r="B2"><v>1E5</v></c></row>
                """,
            tail: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"G1:H1\"/></mergeCells>")
        let reader = try WorkbookReader(book.bytes)
        var sheet = WorkbookSheet(try reader.rows(of: reader.sheet()))
        var cells: [String] = []
        _ = try sheet.next(into: &cells)
        #expect(cells == ["5", "4.1", "2023.1", "4.15", "12.3", "2023.2", "10.5", "10.5"])
        #expect(
            sheet.cellProblems
                == [2, 3, 5].map { SheetProblem(row: 1, column: $0, .zeroLost) })
        _ = try sheet.next(into: &cells)
        #expect(cells == ["5", "100000"])
        #expect(
            sheet.cellProblems == [SheetProblem(row: 2, column: 1, .sharedWithRow(1))])
    }

    @Test func `Merged cells lend their value to every row they reach`() throws {
        let rows = try BookFile(
            rows: """
                <row r="1"><c r="A1" t="str"><v>제목</v></c></row>
                <row r="2"><c r="A2" t="str"><v>4월</v></c><c r="B2"><v>1</v></c></row>
                <row r="3"><c r="A3"/><c r="B3"><v>2</v></c></row>
                <row r="4"><c r="A4"/></row>
                <row r="5"><c r="B5"><v>3</v></c></row>
                """,
            tail: """
                <mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/>\
                <mergeCell ref="C5:XFD1048576"/></mergeCells>
                """
        ).rows()
        #expect(rows.map(\.number) == [1, 2, 3, 5])
        #expect(rows[0].cells.map(\.value) == [.text("제목"), .text("제목"), .text("제목")])
        #expect(rows[0].cells.map { $0.mergedFrom?.text } == [nil, "A1", "A1"])
        #expect(rows[2].cells.map(\.value) == [.text("4월"), .number("2")])
        #expect(rows[2].cells.map { $0.mergedFrom?.text } == ["A2", nil])
        #expect(rows[3].cells.map(\.value) == [.number("3")])
    }

    @Test func `The first sheet that shows is read, or the one that is named`() throws {
        var book = BookFile(rows: "<row><c><v>1</v></c></row>")
        book.replace(
            "<sheets>",
            "<sheets><sheet name=\"chart\" sheetId=\"8\" r:id=\"rId2\"/>"
                + "<sheet name=\"숨김\" state=\"hidden\" sheetId=\"9\" r:id=\"rId0\"/>")
        let reader = try WorkbookReader(book.bytes)
        #expect(reader.sheets.map(\.name) == ["숨김", "기부"])
        #expect(try reader.sheet().name == "기부")
        #expect(try reader.sheet(named: "숨김").isHidden)
        #expect(throws: FileFault.self) { try reader.sheet(named: "없음") }
    }

    @Test func `Prefixes of namespaces are no part of a name`() throws {
        var book = BookFile(rows: "")
        book.parts[5].text = """
            \u{FEFF}<x:worksheet xmlns:x="main"><!-- <x:row> --><x:sheetData><x:row r='3'>
            <x:c r="A3"  t = "str" ><x:v>a&gt;b&#x1F33E;</x:v></x:c></x:row></x:sheetData>\
            </x:worksheet>\n<?end?>
            """
        #expect(try book.rows().first?.value(1) == .text("a>b\u{1F33E}"))
    }
}

extension BookFile {
    mutating func replace(_ word: String, _ other: String) {
        for index in parts.indices {
            parts[index].text.replace(word, with: other)
        }
    }
}
