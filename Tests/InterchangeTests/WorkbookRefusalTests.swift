import Interchange
import Testing

@Suite struct WorkbookRefusalTests {
    private static let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

    private func fault(
        rows: String = WorkbookRefusalTests.rows, _ limits: WorkbookLimits = WorkbookLimits(),
        _ change: (inout BookFile) -> Void = { _ in }
    ) throws -> String? {
        var book = BookFile(rows: rows)
        change(&book)
        return try book.fault(limits)
    }

    @Test func `A document type is refused, and with it every entity of its own`() throws {
        for part in [1, 2, 3, 4, 5] {
            let code = try fault {
                $0.parts[part].text = """
                    <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]>\
                    <worksheet><sheetData/></worksheet>
                    """
            }
            #expect(code == "xml_document_type", "part \(part)")
        }
        #expect(try fault(rows: "<row><c><v>&b;</v></c></row>") == "xml_malformed")
    }

    @Test(arguments: [
        "<row><c><v>1</v></c>", "<row><c><v>1</c></v></row>", "<row></c></row>", "</sheetData>",
        "<row r=\"1\"", "<row r=1/>", "<row r=\"1\"c=\"2\"/>", "<row><c><v>&#0;</v></c></row>",
        "<row><c><v>&#xD800;</v></c></row>", "<row><c><v>&amp</v></c></row>", "<![CDATA[<row/>",
        "<!-- ", "<1/>", "< row/>", "<row r=\"<\"/>", "<row><c><v>&#x110000;</v></c></row>",
    ])
    func `XML that is none is refused`(_ rows: String) throws {
        #expect(try fault(rows: rows) == "xml_malformed")
    }

    @Test func `Other encodings are refused by name`() throws {
        #expect(
            try fault { $0.replace("encoding=\"UTF-8\"", "encoding=\"EUC-KR\"") }
                == "xml_encoding")
        var book = BookFile(rows: "")
        book.parts.removeLast()
        var writer = ZipWriter([UInt8]())
        for part in book.parts { try writer.add(part.name, Array(part.text.utf8)) }
        try writer.add("xl/worksheets/sheet1.xml", [0xFF, 0xFE, 0x3C, 0x00])
        let reader = try WorkbookReader(try writer.finish())
        let rows = try reader.rows(of: reader.sheet())
        #expect(throws: FileFault.self) { try rows.next() }
    }

    @Test func `Text that is not UTF-8 is refused`() throws {
        var part: [UInt8] = Array("<worksheet><sheetData><row><c t=\"str\"><v>".utf8)
        part += [0xB0, 0xA1] + Array("</v></c></row></sheetData></worksheet>".utf8)
        var writer = ZipWriter([UInt8]())
        for entry in BookFile(rows: "").parts.dropLast() {
            try writer.add(entry.name, Array(entry.text.utf8))
        }
        try writer.add("xl/worksheets/sheet1.xml", part)
        let reader = try WorkbookReader(try writer.finish())
        let rows = try reader.rows(of: reader.sheet())
        #expect(throws: FileFault.self) { try rows.next() }
    }

    @Test func `Elements have an end to their depth and their length`() throws {
        let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        #expect(try fault(rows: deep) == "xml_malformed")
        let long = "<row a=\"" + String(repeating: "a", count: 1 << 20) + "\"/>"
        #expect(try fault(rows: long) == "xml_tag_too_long")
        let comment = "<!--" + String(repeating: "a", count: 1 << 20) + "-->"
        #expect(try fault(rows: comment) == "xml_tag_too_long")
    }

    @Test func `Rows, columns, cells and merged cells have limits`() throws {
        let three = (1...3).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        #expect(try fault(rows: three, WorkbookLimits(rowsMax: 3)) == nil)
        #expect(try fault(rows: three, WorkbookLimits(rowsMax: 2)) == "workbook_many_rows")
        let formatted = (1...3).map { "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"1\"/></row>" }.joined()
        #expect(try fault(rows: formatted, WorkbookLimits(rowsMax: 0)) == nil)
        let wide = "<row r=\"1\"><c r=\"IV1\"><v>1</v></c><c r=\"IW1\"/></row>"
        #expect(try fault(rows: wide) == nil)
        #expect(
            try fault(rows: "<row r=\"1\"><c r=\"IW1\"><v>1</v></c></row>")
                == "workbook_many_columns")
        let text = String(repeating: "가", count: 100)
        for cell in [
            "<c t=\"str\"><v>\(text)</v></c>", "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>",
        ] {
            let rows = "<row>\(cell)</row>"
            #expect(try fault(rows: rows, WorkbookLimits(cellBytesMax: 300)) == nil)
            #expect(
                try fault(rows: rows, WorkbookLimits(cellBytesMax: 299)) == "workbook_long_cell")
        }
        #expect(
            try fault(WorkbookLimits(cellBytesMax: 299)) {
                $0.replace("</sst>", "<si><t>\(text)</t></si></sst>")
            } == "workbook_long_cell")
        #expect(
            try fault(WorkbookLimits(mergesMax: 1)) {
                $0.replace(
                    "</sheetData>",
                    "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/>"
                        + "<mergeCell ref=\"A2:B2\"/></mergeCells>")
            } == "workbook_many_merges")
    }

    @Test func `What is kept in memory has limits`() throws {
        let strings = String(repeating: "<si/>", count: 3)
        #expect(
            try fault(WorkbookLimits(stringsMax: 3)) { $0.replace("</sst>", strings + "</sst>") }
                == nil)
        #expect(
            try fault(WorkbookLimits(stringsMax: 2)) { $0.replace("</sst>", strings + "</sst>") }
                == "workbook_many_strings")
        #expect(try fault(WorkbookLimits(tableBytesMax: 100)) == "workbook_large_table")
    }

    @Test func `What cells share and merged cells repeat counts each time`() throws {
        let text = "<si><t>\(String(repeating: "가", count: 30_000))</t></si>"
        let cell = "<c t=\"s\"><v>0</v></c>"
        let ten = (1...10).map { _ in "<row>\(cell)</row>" }.joined()
        let limits = WorkbookLimits(zip: ZipLimits(unpackedBytesMax: 900_000))
        #expect(try fault(rows: ten, limits) { $0.replace("</sst>", text + "</sst>") } == nil)
        #expect(
            try fault(rows: ten + "<row>\(cell)</row>", limits) {
                $0.replace("</sst>", text + "</sst>")
            } == "workbook_much_text")
        #expect(
            try fault(rows: "<row>\(cell)</row>", limits) {
                $0.replace("</sst>", text + "</sst>")
                $0.replace(
                    "</sheetData>",
                    "</sheetData><mergeCells><mergeCell ref=\"A1:K1\"/></mergeCells>")
            } == "workbook_much_text")
    }

    @Test func `A cell ends where a spreadsheet ends it, whatever it is written in`() throws {
        let cases: [(Int, String?)] = [(32_767, nil), (32_768, "workbook_long_cell")]
        for (count, expected) in cases {
            let text = String(repeating: "a", count: count)
            for cell in [
                "<c t=\"str\"><v>\(text)</v></c>", "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>",
                "<c t=\"s\"><v>0</v></c>",
            ] {
                let code = try fault(rows: "<row>\(cell)</row>") {
                    $0.replace("</sst>", "<si><t>\(text)</t></si></sst>")
                }
                #expect(code == expected)
            }
        }
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"x\"/>",
        "<row r=\"1048577\"/>", "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"A2\"/></row>", "<row r=\"1\"><c r=\"XFE1\"/></row>",
        "<row r=\"99999999999999999999\"/>", "<row r=\"1\"><c r=\"1A\"/></row>",
    ])
    func `Rows and cells out of order are refused`(_ rows: String) throws {
        #expect(try fault(rows: rows) == "workbook_disorder")
    }

    @Test func `A text the file does not have is refused with its cell`() throws {
        for index in ["0", "-1", "x", "99999999999999999999"] {
            let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>\(index)</v></c></row>"
            #expect(try fault(rows: row) == "workbook_broken_cell")
        }
    }

    @Test func `What is no workbook says what it is`() throws {
        #expect(try fault { $0.parts.removeAll() } == "workbook_not_one")
        #expect(try fault { $0.parts.removeFirst() } == "workbook_not_one")
        #expect(try fault { $0.parts.remove(at: 1) } == "workbook_part_missing")
        #expect(try fault { $0.parts.removeLast() } == "workbook_part_missing")
        #expect(
            try fault { $0.parts.insert(("mimetype", "application/hwp+zip"), at: 0) }
                == "workbook_other_office")
        #expect(
            try fault { $0.replace("/xl/workbook.xml", "xl/workbook.bin") } == "workbook_binary")
        #expect(try fault { $0.replace("<sheet ", "<none ") } == "workbook_without_sheet")
        #expect(try fault { $0.replace("workbook ", "document ") } == "xml_malformed")
    }

    @Test func `A fault says in both languages what to do`() throws {
        do {
            _ = try BookFile(rows: "<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>").rows()
            Issue.record("nothing was refused")
        } catch let fault as FileFault {
            #expect(fault.korean.contains("ZZ1") && fault.korean.hasSuffix("십시오."))
            #expect(fault.english.contains("ZZ1") && fault.english.contains("256"))
        }
    }
}
