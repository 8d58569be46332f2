import Hometown
import Interchange
import Ledger
import TestSupport
import Testing

/// Resident numbers in a workbook that is sent, but not in its cells.
@Suite struct WorkbookPlaceTests {
    /// The day exists, the number was given to nobody: its checksum does not hold.
    private static let number = "900101" + "-" + "1234567"

    /// A list as our own writer makes it, with further parts as other programs write them.
    private func workbook(
        sheet: String = "기부", title: String = "기부", parts: [(String, String)] = [],
        files: [(String, [UInt8])] = []
    ) throws -> [UInt8] {
        var book = try WorkbookWriter(
            [UInt8](), sheets: [SheetPlan(sheet, columns: [SheetColumn("금액")])],
            properties: WorkbookProperties(
                title: title, creator: "시험",
                created: SheetDate(year: 2026, month: 3, day: 2, secondOfDay: 0)))
        try book.beginSheet()
        try book.append([.number("1000")])
        try book.endSheet()
        let archive = try ZipArchive(try book.finish())
        var writer = ZipWriter([UInt8]())
        for part in archive.parts { try writer.add(part.name, archive.bytes(of: part)) }
        for (name, text) in parts { try writer.add(name, Array(text.utf8)) }
        for (name, bytes) in files { try writer.add(name, bytes) }
        return try writer.finish()
    }

    private func link(_ address: String) -> String {
        "<Relationships><Relationship Id=\"a\" TargetMode=\"External\" Target=\"\(address)\"/>"
            + "</Relationships>"
    }

    private func keep(
        _ bytes: [UInt8], named name: String = "목록.xlsx", in test: TestLedger
    ) async throws {
        _ = try await test.ledger.keepUpload(
            ImportDraft(source: MemoryBytes(bytes), format: .xlsx, fileName: name),
            bytes: bytes, by: test.author.id)
    }

    @Test func `a workbook with a resident number outside its cells is not kept`() async throws {
        let number = Self.number
        let comment =
            "<comments><commentList><comment ref=\"A2\"><text><r><t>900101</t></r>"
            + "<r><rPr><b/></rPr><t>-1234567</t></r></text></comment></commentList></comments>"
        let thread =
            "<ThreadedComments><threadedComment><text>\(number)</text></threadedComment>"
            + "</ThreadedComments>"
        let box = "<wsDr><sp><txBody><p><r><t>가 \(number)</t></r></p></txBody></sp></wsDr>"
        let picture = "<wsDr><cNvPr id=\"2\" name=\"그림 1\" descr=\"\(number)\"/></wsDr>"
        var document = ZipWriter([UInt8]())
        try document.add(
            "word/document.xml",
            Array("<document><p><r><t>900101-</t></r><r><t>1234567</t></r></p></document>".utf8))
        let links = "xl/worksheets/_rels/sheet1.xml.rels"
        let property = "<Properties><property name=\"비고\"><lpwstr>\(number)</lpwstr></property>"
        let books: [(bytes: [UInt8], place: String)] = [
            (try workbook(parts: [("xl/comments1.xml", comment)]), "a comment"),
            (try workbook(parts: [("xl/threadedComments/1.xml", thread)]), "a comment"),
            (try workbook(parts: [("xl/drawings/drawing1.xml", box)]), "a text box"),
            (try workbook(parts: [("xl/drawings/drawing1.xml", picture)]), "a text box"),
            (try workbook(sheet: number), "the name of a sheet"),
            (try workbook(title: number), "the properties of the document"),
            (
                try workbook(parts: [("docProps/custom.xml", property + "</Properties>")]),
                "the properties of the document"
            ),
            (
                try workbook(parts: [(links, link("https://example.org/?no=900101%2D1234567"))]),
                "a link to a file or page"
            ),
            (
                try workbook(files: [("xl/embeddings/document1.docx", try document.finish())]),
                "a document that lies on a sheet"
            ),
        ]
        try await TestLedger.with { test in
            for (bytes, place) in books {
                do {
                    try await keep(bytes, in: test)
                    Issue.record("the workbook was kept: \(place)")
                } catch let problem as ImportProblem {
                    #expect(problem.code == "resident_number_present")
                    #expect(problem.text.english.contains(place), "\(problem.text.english)")
                    for text in [problem.text.korean, problem.text.english] {
                        #expect(!text.contains("1234567"), "\(text)")
                    }
                }
            }
            #expect(try await test.count("import_upload") == 0)
        }
    }

    @Test func `of the name of a workbook it is struck out, and the workbook is kept`()
        async throws
    {
        try await TestLedger.with { test in
            try await keep(try workbook(), named: "\(Self.number).xlsx", in: test)
            let kept = try await test.ledger.waitingImports(of: test.author.id)
            #expect(kept.map(\.fileName) == ["******-*******.xlsx"])
        }
    }

    @Test func `an ordinary workbook with drawings, comments and a pivot table is kept`()
        async throws
    {
        let parts = [
            (
                "xl/drawings/drawing1.xml",
                """
                <wsDr><from><col>3</col><colOff>900101</colOff><row>1234567</row></from>\
                <ext cx="9001011234567" cy="1234567"/><cNvPr id="2" name="그림 1" descr="지도"/>\
                <ext uri="{AB900101-1234-123F-A947-70E740481C1C}"/>\
                <srgbClr val="900101"/><p><r><t>900101</t></r><br/><r><t>1234567</t></r></p>\
                <p><r><t>2026-03-02 1,000,000원</t></r></p></wsDr>
                """
            ),
            (
                "xl/comments1.xml",
                """
                <comments><commentList>\
                <comment ref="A2" uid="{AB900101-1234-123F-A947-000000000000}"><text>\
                <t>02-123-4567, 010-1234-5678</t></text></comment></commentList></comments>
                """
            ),
            (
                "xl/pivotCache/pivotCacheRecords1.xml",
                "<pivotCacheRecords><r><n v=\"100000\"/><s v=\"세종\"/><x v=\"0\"/></r>"
                    + "</pivotCacheRecords>"
            ), ("xl/drawings/vmlDrawing1.vml", "<xml><div><font>단추<br></font></div></xml>"),
            ("xl/media/image1.svg", "<svg><path d=\"M900101 1234567\"/></svg>"),
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                link("https://v.example.org/v/20230410143000123?id=001/0013892345")
            ),
        ]
        try await TestLedger.with { test in
            try await keep(try workbook(parts: parts), in: test)
            #expect(try await test.count("import_upload") == 1)
        }
    }
}
