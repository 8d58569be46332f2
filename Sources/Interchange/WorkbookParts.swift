/// The parts of a written workbook that are not sheets.
enum WorkbookParts {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006/"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let spreadsheet =
        "application/vnd.openxmlformats-officedocument.spreadsheetml"

    static func sheetName(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }

    /// What can be written before the sheets: all but the workbook part, which tells their ranges.
    static func opening(
        sheetCount: Int, properties: WorkbookProperties
    ) -> [(name: String, bytes: [UInt8])] {
        let relations = [
            ("officeDocument", office, "xl/workbook.xml"),
            ("metadata/core-properties", package + "relationships", "docProps/core.xml"),
        ]
        let sheets = (1...sheetCount).map { ("worksheet", office, "worksheets/sheet\($0).xml") }
        return [
            ("[Content_Types].xml", contentTypes(sheetCount: sheetCount)),
            ("_rels/.rels", self.relations(relations)),
            ("docProps/core.xml", core(properties)),
            (
                "xl/_rels/workbook.xml.rels",
                self.relations(sheets + [("styles", office, "styles.xml")])
            ),
            ("xl/styles.xml", CellStyle.part),
        ].map { ($0.0, Array($0.1.utf8)) }
    }

    private static func contentTypes(sheetCount: Int) -> String {
        let sheets = (0..<sheetCount).map { index in
            "<Override PartName=\"/\(sheetName(index))\" "
                + "ContentType=\"\(spreadsheet).worksheet+xml\"/>"
        }
        return """
            \(declaration)<Types xmlns="\(package)content-types">\
            <Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(spreadsheet).sheet.main+xml"/>\
            \(sheets.joined())\
            <Override PartName="/xl/styles.xml" ContentType="\(spreadsheet).styles+xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """
    }

    private static func relations(
        _ targets: [(kind: String, space: String, target: String)]
    ) -> String {
        let all = targets.enumerated().map { index, entry in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(entry.space)/\(entry.kind)\" "
                + "Target=\"\(entry.target)\"/>"
        }
        return declaration + "<Relationships xmlns=\"\(package)relationships\">" + all.joined()
            + "</Relationships>"
    }

    private static func core(_ properties: WorkbookProperties) -> String {
        let created = SheetDate(
            year: properties.created.year, month: properties.created.month,
            day: properties.created.day, secondOfDay: properties.created.secondOfDay ?? 0)
        let stamp = "xsi:type=\"dcterms:W3CDTF\">\(created.text)Z"
        return """
            \(declaration)<cp:coreProperties xmlns:cp="\(package)metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <dc:title>\(XMLText.escape(properties.title))</dc:title>\
            <dc:creator>\(XMLText.escape(properties.creator))</dc:creator>\
            <dcterms:created \(stamp)</dcterms:created>\
            <dcterms:modified \(stamp)</dcterms:modified></cp:coreProperties>
            """
    }

    /// - Parameter choices: the name of the hidden sheet behind the others, if there is one.
    static func workbook(_ plans: [SheetPlan], ends: [SheetEnd], choices: String?) -> [UInt8] {
        var sheets = plans.enumerated().map { index, plan in
            "<sheet name=\"\(XMLText.escape(plan.name))\" sheetId=\"\(index + 1)\" "
                + "r:id=\"rId\(index + 1)\"/>"
        }
        if let choices {
            sheets.append(
                "<sheet name=\"\(XMLText.escape(choices))\" sheetId=\"\(plans.count + 1)\" "
                    + "state=\"hidden\" r:id=\"rId\(plans.count + 1)\"/>")
        }
        let names = zip(plans.indices, zip(plans, ends)).flatMap { index, entry in
            definedNames(of: entry.0, index: index, entry.1)
        }
        return Array(
            """
            \(declaration)<workbook xmlns="\(main)" xmlns:r="\(office)">\
            <workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>\
            <sheets>\(sheets.joined())</sheets>\
            <definedNames>\(names.joined())</definedNames></workbook>
            """.utf8)
    }

    private static func definedNames(of plan: SheetPlan, index: Int, _ end: SheetEnd) -> [String] {
        func name(_ name: String, _ value: String, isHidden: Bool = false) -> String {
            "<definedName name=\"_xlnm.\(name)\" localSheetId=\"\(index)\""
                + (isHidden ? " hidden=\"1\"" : "")
                + ">\(XMLText.escape(plan.quotedName + "!" + value))</definedName>"
        }
        let header = plan.headerRow
        let area = SheetRange(rows: 1...end.lastRow, columns: plan.columns.count)
        let filter = SheetParts.filterRange(of: plan, end)
        return (plan.hasFilter ? [name("_FilterDatabase", filter.absolute, isHidden: true)] : [])
            + [
                name("Print_Area", area.absolute),
                name("Print_Titles", "$\(header):$\(header)"),
            ]
    }
}
