/// The elements that are open at a place of a part, the outermost first.
struct WorkbookPath {
    /// Of the part.
    let part: String
    /// The name of the sheet, if the part is one.
    let sheet: String?
    var elements: [String] = []

    init(part: String, sheet: String?) {
        self.part = part
        self.sheet = sheet
    }

    /// Whether this is what a cell is worth, which its row tells: `worksheet`, `sheetData`, `row`,
    /// `c` and then `v` or `is`.
    var isCellValue: Bool {
        sheet != nil && elements.count > 4 && elements[3] == "c"
            && (elements[4] == "v" || elements[4] == "is")
    }

    /// Whether this is the text of a run, which goes on in the next run of the same paragraph.
    var isRun: Bool {
        guard elements.count > 2, elements[elements.count - 1] == "t" else { return false }
        return elements[elements.count - 2] == "r" || elements[elements.count - 2] == "fld"
    }

    var place: WorkbookPlace {
        if let sheet {
            return elements.contains("headerFooter") ? .pageEdge(sheet: sheet) : .sheet(sheet)
        }
        switch elements.first {
        case "workbook" where elements.last == "sheet": return .sheetName
        case "workbook" where elements.contains("definedName"): return .definedName
        case "comments", "ThreadedComments", "personList": return .comment
        case "wsDr", "userShapes", "xml": return .drawing
        case "chartSpace": return .chart
        case "coreProperties", "Properties": return .property
        case "pivotCacheDefinition", "pivotCacheRecords", "pivotTableDefinition": return .pivot
        case "Relationships": return .link
        case "sst": return .sharedText
        default: return .part(part)
        }
    }
}
