import Interchange

/// A workbook put together part by part, as programs write them and as no program would.
struct BookFile {
    var parts: [(name: String, text: String)]

    /// A workbook with one sheet.
    ///
    /// - Parameters:
    ///   - rows: what stands in `sheetData`.
    ///   - tail: what stands behind it.
    init(rows: String, tail: String = "", strings: String = "", formats: String = "") {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        parts = [
            ("_rels/.rels", BookFile.relations([("officeDocument", "/xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <workbook xmlns="\(main)" xmlns:r="x"><workbookPr/><sheets>\
                <sheet name="기부" sheetId="1" r:id="rId0"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                BookFile.relations([
                    ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
                    ("styles", "styles.xml"),
                ])
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
            ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(formats)</styleSheet>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(tail)</worksheet>"
            ),
        ]
    }

    /// Shows numbers of style 1 by the built-in format 14, of style 2 by a format of its own.
    static func formats(_ code: String) -> String {
        """
        <numFmts count="1"><numFmt numFmtId="164" formatCode="\(code)"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>
        """
    }

    static func relations(_ targets: [(kind: String, target: String)]) -> String {
        let all = targets.enumerated().map { index, entry in
            let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            return "<Relationship Id=\"rId\(index)\" Type=\"\(type)\(entry.kind)\" "
                + "Target=\"\(entry.target)\"/>"
        }
        return "<Relationships>" + all.joined() + "</Relationships>"
    }

    var bytes: [UInt8] {
        get throws {
            var writer = ZipWriter([UInt8]())
            for part in parts { try writer.add(part.name, Array(part.text.utf8)) }
            return try writer.finish()
        }
    }

    func rows(_ limits: WorkbookLimits = WorkbookLimits()) throws -> [SheetRow] {
        let reader = try WorkbookReader(bytes, limits: limits)
        let rows = try reader.rows(of: reader.sheet())
        var all: [SheetRow] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }

    /// The code of the fault that reading every row ends in.
    func fault(_ limits: WorkbookLimits = WorkbookLimits()) throws -> String? {
        do {
            _ = try rows(limits)
            return nil
        } catch let fault as FileFault {
            return fault.code
        }
    }
}
