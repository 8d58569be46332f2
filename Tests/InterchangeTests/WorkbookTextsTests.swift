import Testing

@testable import Interchange

@Suite struct WorkbookTextsTests {
    /// A workbook with further parts, which nothing needs to lead to.
    private func texts(
        _ book: BookFile, parts: [(String, [UInt8])] = []
    ) throws -> [WorkbookPlace: [String]] {
        let archive = try ZipArchive(book.bytes)
        var writer = ZipWriter([UInt8]())
        for part in archive.parts { try writer.add(part.name, archive.bytes(of: part)) }
        for (name, bytes) in parts { try writer.add(name, bytes) }
        var found: [WorkbookPlace: [String]] = [:]
        try WorkbookReader.texts(of: writer.finish()).each { text, place in
            found[place, default: []].append(text)
        }
        return found
    }

    private func texts(_ name: String, _ text: String) throws -> [WorkbookPlace: [String]] {
        try texts(BookFile(rows: ""), parts: [(name, Array(text.utf8))])
    }

    @Test func `Comments come whole however many runs they have, and with who wrote them`() throws {
        let comments = """
            <comments><authors><author>김</author></authors><commentList>
            <comment ref="B2" authorId="0"><text><r><rPr><sz val="9"/></rPr><t>메</t></r>
            <r><t>모</t></r></text></comment></commentList></comments>
            """
        #expect(try texts("xl/comments1.xml", comments)[.comment] == ["김", "메모"])
        let thread = """
            <ThreadedComments><threadedComment ref="A1" id="{0}"><text>답글</text>\
            </threadedComment></ThreadedComments>
            """
        #expect(try texts("xl/threadedComments/1.xml", thread)[.comment] == ["답글"])
    }

    @Test func `A text box keeps its lines apart, and a picture says what it shows`() throws {
        let drawing = """
            <xdr:wsDr xmlns:xdr="x" xmlns:a="y"><xdr:from><xdr:colOff>123</xdr:colOff></xdr:from>
            <xdr:ext cx="456" cy="789"/><xdr:cNvPr id="2" name="글상자" descr="설명"/>
            <a:p><a:r><a:t>가</a:t></a:r><a:br/><a:r><a:t>나</a:t></a:r></a:p>
            <a:p><a:r><a:t>다</a:t></a:r></a:p></xdr:wsDr>
            """
        let found = try texts("xl/drawings/drawing1.xml", drawing)
        #expect(found[.drawing] == ["123", "글상자", "설명", "가\n나", "다"])
    }

    @Test func `Names, edges, formulas and rules of sheets are texts, values of cells are not`()
        throws
    {
        var book = BookFile(
            rows: """
                <row r="1"><c r="A1" t="str"><f>B1&amp;"수식"</f><v>값</v></c>\
                <c r="B1" t="inlineStr"><is><t>글</t></is></c></row>
                """,
            tail: """
                <dataValidations><dataValidation sqref="A1" prompt="안내"/></dataValidations>\
                <headerFooter><oddHeader>&amp;C머리</oddHeader></headerFooter>
                """)
        book.replace(
            "</sheets>",
            "</sheets><definedNames><definedName name=\"이름\">A1</definedName></definedNames>")
        let found = try texts(book)
        #expect(found[.sheetName] == ["기부"] && found[.definedName] == ["이름", "A1"])
        #expect(found[.sheet("기부")] == ["B1&\"수식\"", "안내"])
        #expect(found[.pageEdge(sheet: "기부")] == ["&C머리"])
        #expect(found.count == 4)
    }

    @Test func `Properties, pivot tables and links to files and pages are texts`() throws {
        let core = "<cp:coreProperties><dc:title>제목</dc:title></cp:coreProperties>"
        #expect(try texts("docProps/core.xml", core)[.property] == ["제목"])
        let pivot = "<pivotCacheDefinition><s v=\"원본\"/></pivotCacheDefinition>"
        #expect(try texts("xl/pivotCache/1.xml", pivot)[.pivot] == ["원본"])
        let links = """
            <Relationships><Relationship Id="a" TargetMode="External" Target="file:///가.pdf"/>\
            <Relationship Id="b" TargetMode="External" \
            Target="https://example.org/?n=1%2d2%20%EA%B0%80"/>\
            <Relationship Id="c" TargetMode="External" Target="mailto:50%25%2x%"/>\
            <Relationship Id="d" Target="../drawings/drawing1.xml"/></Relationships>
            """
        #expect(
            try texts("xl/worksheets/_rels/sheet1.xml.rels", links)[.link]
                == ["file:///가.pdf", "https://example.org/?n=1-2 가", "mailto:50%%2x%"])
    }

    @Test func `Markup that is no XML is read as what stands between its tags`() throws {
        let box = """
            <xml><v:textbox><div><font>가</font><font>나<br></font></div></v:textbox></xml>
            """
        let drawn = try texts("xl/drawings/vmlDrawing1.vml", box)[.drawing]
        #expect(drawn?.contains("가나") == true, "\(drawn ?? [])")
        let query = "<?xml version=\"1.0\" encoding=\"utf-16\"?><a b=\"1\"><![CDATA[쿼리]]></a>"
        let wide = query.utf16.flatMap { unit in
            [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        }
        let (name, mark): (String, [UInt8]) = ("customXml/item1.xml", [0xFF, 0xFE])
        let kept = try texts(BookFile(rows: ""), parts: [(name, mark + wide)])[.part(name)]
        #expect(kept?.contains { $0.contains("쿼리") } == true, "\(kept ?? [])")
        // What is no markup is left alone.
        let picture = try texts(BookFile(rows: ""), parts: [("xl/media/image1.png", [0x89, 0x50])])
        #expect(picture == [.sheetName: ["기부"]])
    }

    /// The fault that ends the search of a workbook with a part that does not unpack, or whose
    /// bytes are not those that were summed.
    private func fault(_ name: String, _ part: (String) -> ZipFile.Part) throws -> String? {
        let parts = BookFile(rows: "").parts.map { ZipFile.Part($0.name, $0.text) }
        do {
            let bytes = ZipFile(parts: parts + [part(name)]).bytes
            try WorkbookReader.texts(of: bytes).each { _, _ in }
            return nil
        } catch let fault as FileFault {
            return fault.code
        }
    }

    private static let damaged: [(String, String?)] = [
        ("xl/media/image1.png", nil), ("xl/media/그림.JPEG", nil), ("docProps/thumbnail.wmf", nil),
        ("xl/printerSettings/printerSettings1.bin", nil), ("xl/fonts/font1.odttf", nil),
        ("xl/comments1.xml", "zip_damaged"), ("xl/media/image1.svg", "zip_damaged"),
        ("xl/drawings/vmlDrawing1.vml", "zip_damaged"), ("customXml/item", "zip_damaged"),
    ]

    @Test(arguments: damaged)
    func `A damaged part refuses a workbook unless it is a medium`(
        name: String, code: String?
    ) throws {
        // No block of DEFLATE is of the kind 3.
        let broken = try fault(name) { name in
            ZipFile.Part(name, deflated: [0xFF, 0xFF], of: Array("<a/>".utf8))
        }
        #expect(broken == code)
        // Its first byte is another one now, so that it does not even begin as markup.
        let changed = try fault(name) { name in
            var part = ZipFile.Part(name, "<a/>")
            part.packed[0] = UInt8(ascii: "x")
            return part
        }
        #expect(changed == code)
        #expect(try fault(name) { ZipFile.Part($0, "<a/>") } == nil)
    }

    @Test func `Damaged markup refuses a workbook by whatever name`() throws {
        let code = try fault("xl/media/image1.png") { name in
            var part = ZipFile.Part(name, "<svg/>")
            part.sum ^= 1
            return part
        }
        #expect(code == "zip_damaged")
    }

    /// An office file within, as it is embedded.
    private func file(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        var writer = ZipWriter([UInt8]())
        for part in parts { try writer.add(part.name, part.bytes) }
        return try writer.finish()
    }

    @Test func `Texts of files within are texts, and so are the cells of a workbook among them`()
        throws
    {
        let document = """
            <w:document><w:body><w:p><w:r><w:t>본</w:t></w:r><w:r><w:t>문</w:t></w:r></w:p>\
            </w:body></w:document>
            """
        let inner = BookFile(
            rows: """
                <row r="1"><c r="A1"><v>1234</v></c>\
                <c r="B1" t="inlineStr"><is><t>안쪽</t></is></c></row>
                """, strings: "<si><t>나눈 글</t></si>")
        let found = try texts(
            BookFile(rows: ""),
            parts: [
                (
                    "xl/embeddings/Microsoft_Word_Document.docx",
                    try file([("word/document.xml", Array(document.utf8))])
                ), ("xl/embeddings/Microsoft_Excel_Worksheet.xlsx", try inner.bytes),
            ])
        let told = Set(found[.embedded] ?? [])
        #expect(told.isSuperset(of: ["본문", "1234", "안쪽", "나눈 글", "기부"]), "\(told)")
        #expect(found[.sheetName] == ["기부"])
    }

    @Test func `Files within are looked into one level deep`() throws {
        let deep = try file([("a.xml", Array("<a>깊은 글</a>".utf8))])
        let outer = try file([("b.docx", deep), ("b.xml", Array("<b>글</b>".utf8))])
        let found = try texts(BookFile(rows: ""), parts: [("xl/embeddings/a.docx", outer)])
        #expect(found[.embedded] == ["글"])
    }

    @Test func `A file within that cannot be looked into refuses the workbook by its name`()
        throws
    {
        let whole = try file([("a.xml", Array("<a>글</a>".utf8))])
        let damaged = ZipFile(
            parts: [ZipFile.Part("a.xml", deflated: [0xFF, 0xFF], of: Array("<a/>".utf8))])
        var encrypted = ZipFile(parts: [ZipFile.Part("a.xml", "<a/>")])
        encrypted.parts[0].flags = 1
        for bytes in [Array(whole.dropLast()), damaged.bytes, encrypted.bytes] {
            let fault = #expect(throws: FileFault.self) {
                try texts(BookFile(rows: ""), parts: [("xl/embeddings/a.docx", bytes)])
            }
            #expect(fault?.code == "workbook_embedded")
            #expect(fault?.english.contains("xl/embeddings/a.docx") == true)
        }
        #expect(
            try texts(BookFile(rows: ""), parts: [("xl/embeddings/a.docx", whole)])[.embedded]
                == ["글"])
    }

    @Test func `Files within share what may be unpacked`() throws {
        let inner = ZipFile(
            parts: [
                ZipFile.Part(
                    "a.txt", deflated: ZipTests.deflated, of: Array(ZipTests.text.utf8))
            ])
        var parts = BookFile(rows: "").parts.map { ZipFile.Part($0.name, $0.text) }
        for number in 1...20 {
            parts.append(ZipFile.Part("xl/embeddings/\(number).docx", stored: inner.bytes))
        }
        let bytes = ZipFile(parts: parts).bytes
        // The workbook itself may come to so much, and so may each of its files, but not all.
        var limits = WorkbookLimits()
        limits.zip.unpackedBytesMax = parts.reduce(0) { $0 + $1.size }
        #expect(limits.zip.unpackedBytesMax > ZipTests.text.utf8.count)
        #expect(limits.zip.unpackedBytesMax < 20 * ZipTests.text.utf8.count)
        try WorkbookReader.texts(of: bytes).each { _, _ in }
        let fault = #expect(throws: FileFault.self) {
            try WorkbookReader.texts(of: bytes, limits: limits).each { _, _ in }
        }
        #expect(fault?.code == "workbook_embedded")
    }

    @Test func `A text without an end is handed out in pieces that overlap`() throws {
        var gathered = GatheredText()
        var pieces: [String] = []
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        try gathered.append(long + Array("앞".utf8)) { pieces.append($0) }
        try gathered.append("뒤".utf8) { pieces.append($0) }
        try gathered.end { pieces.append($0) }
        try gathered.end { pieces.append($0) }
        #expect(pieces.count == 2 && pieces.first?.hasSuffix("앞") == true)
        #expect(pieces.last?.hasSuffix("x앞뒤") == true)
    }
}
