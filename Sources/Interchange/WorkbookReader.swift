/// 통합 문서 읽기. Reads an XLSX workbook (ECMA-376, transitional and strict) from outside: values as
/// they are stored, rows one at a time. Whatever is not a value (pictures, charts, macros, links,
/// queries) is not looked at.
///
/// Memory: the file itself, its shared texts and one row.
package struct WorkbookReader: Sendable {
    package struct Sheet: Hashable, Sendable {
        package let name: String
        package let isHidden: Bool
        let part: String
    }

    /// Sheets of cells, in the order of their tabs.
    package let sheets: [Sheet]

    private let archive: ZipArchive
    private let limits: WorkbookLimits
    private let strings: SharedStrings
    private let styles: WorkbookStyles
    private let system: DateSystem

    package init(
        _ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
    ) throws(FileFault) {
        let book = try Book(bytes, limits: limits)
        (archive, sheets, system) = (book.archive, book.sheets, book.system)
        self.limits = limits
        let relations = book.relations
        if let part = relations.target(kind: "sharedStrings").flatMap(archive.part(named:)) {
            strings = try SharedStrings(XMLReader(archive, part), limits: limits)
        } else {
            strings = SharedStrings()
        }
        if let part = relations.target(kind: "styles").flatMap(archive.part(named:)) {
            styles = try WorkbookStyles(XMLReader(archive, table: part, limits: limits))
        } else {
            styles = WorkbookStyles()
        }
    }

    /// The sheet of that name, or without a name the first that is not hidden.
    package func sheet(named name: String? = nil) throws(FileFault) -> Sheet {
        guard let name else { return WorkbookReader.firstShown(of: sheets) }
        guard let sheet = sheets.first(where: { $0.name == name }) else {
            throw .workbookUnknownSheet(sheets.map(\.name))
        }
        return sheet
    }

    /// The name of the sheet that is read without a name. What its cells share is not unpacked.
    package static func firstSheetName(
        of bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
    ) throws(FileFault) -> String {
        try firstShown(of: Book(bytes, limits: limits).sheets).name
    }

    /// What a workbook says outside its cells. What its cells share is not unpacked before.
    package static func texts(
        of bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
    ) throws(FileFault) -> WorkbookTexts {
        let book = try Book(bytes, limits: limits)
        return WorkbookTexts(book.archive, sheets: book.sheets, limits: limits.zip)
    }

    private static func firstShown(of sheets: [Sheet]) -> Sheet {
        sheets.first { !$0.isHidden } ?? sheets[0]
    }

    /// The rows of a sheet, to be asked for one at a time.
    package func rows(of sheet: Sheet) throws(FileFault) -> SheetRows {
        guard let part = archive.part(named: sheet.part) else {
            throw .workbookPartMissing(sheet.part)
        }
        let merges = try MergedCells(of: part, in: archive, sheet: sheet.name, limits: limits)
        return SheetRows(
            XMLReader(archive, part),
            SheetRows.Book(
                sheet: sheet.name, isHidden: sheet.isHidden, limits: limits, strings: strings,
                styles: styles, system: system),
            merges: merges)
    }

    /// What a workbook says of itself, before its texts and styles are read.
    private struct Book {
        let archive: ZipArchive
        let relations: WorkbookRelations
        /// One at least.
        let sheets: [Sheet]
        let system: DateSystem

        init(_ bytes: [UInt8], limits: WorkbookLimits) throws(FileFault) {
            archive = try ZipArchive(bytes, limits: limits.zip)
            let part = try WorkbookReader.mainPart(of: archive, limits: limits)
            relations = try WorkbookRelations(of: part.name, in: archive, limits: limits)
            (sheets, system) = try WorkbookReader.contents(
                of: XMLReader(archive, table: part, limits: limits), relations: relations)
            guard !sheets.isEmpty else { throw .workbookWithoutSheet }
        }
    }

    private static func mainPart(
        of archive: ZipArchive, limits: WorkbookLimits
    ) throws(FileFault) -> ZipArchive.Part {
        if archive.part(named: "mimetype") != nil { throw .workbookOtherOffice }
        let root = try WorkbookRelations(of: "", in: archive, limits: limits)
        guard let name = root.target(kind: "officeDocument") else { throw .workbookNotOne }
        if name.hasSuffix(".bin") { throw .workbookBinary }
        guard let part = archive.part(named: name) else { throw .workbookPartMissing(name) }
        return part
    }

    private static func contents(
        of reader: XMLReader, relations: WorkbookRelations
    ) throws(FileFault) -> ([Sheet], DateSystem) {
        var sheets: [Sheet] = []
        var system = DateSystem.from1900
        var isWorkbook = false
        while case let event = try reader.next(), event != .finished {
            guard event == .start else { continue }
            switch reader.name {
            case "workbook": isWorkbook = true
            case "workbookPr":
                let says = try reader.attribute("date1904")
                if says == "1" || says == "true" { system = .from1904 }
            case "sheet":
                guard let name = try reader.attribute("name"),
                    let part = try reader.attribute("id").flatMap(relations.target(id:)),
                    relations.kind(of: part) == "worksheet"
                else { continue }
                let state = try reader.attribute("state") ?? "visible"
                sheets.append(Sheet(name: name, isHidden: state != "visible", part: part))
            default: continue
            }
        }
        // A text document or a presentation has another root.
        guard isWorkbook else { throw .workbookNotOne }
        return (sheets, system)
    }
}
