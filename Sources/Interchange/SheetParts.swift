/// The XML of a written sheet, in the order its schema wants (ECMA-376 part 1, 18.3.1.99).
enum SheetParts {
    /// What a cell can hold, in UTF-16 units.
    static let textUnitsMax = 32_767

    static func head(of plan: SheetPlan, isFirst: Bool) -> String {
        let columns = plan.columns.enumerated().map { index, column in
            let style = CellStyle(of: column.kind).index
            return "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(column.width)\" "
                + "style=\"\(style)\" customWidth=\"1\"/>"
        }
        let below = CellReference(column: 1, row: plan.headerRow + 1).text
        return """
            \(WorkbookParts.declaration)<worksheet xmlns="\(WorkbookParts.main)">\
            <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
            <sheetViews><sheetView \(isFirst ? "tabSelected=\"1\" " : "")workbookViewId="0">\
            <pane ySplit="\(plan.headerRow)" topLeftCell="\(below)" activePane="bottomLeft" \
            state="frozen"/><selection pane="bottomLeft" activeCell="\(below)" sqref="\(below)"/>\
            </sheetView></sheetViews><sheetFormatPr defaultRowHeight="16.5"/>\
            <cols>\(columns.joined())</cols><sheetData>
            """
    }

    static func tail(of plan: SheetPlan, _ end: SheetEnd, validations: String) -> String {
        let filter =
            plan.hasFilter
            ? "<autoFilter ref=\"\(filterRange(of: plan, end).relative)\"/>" : ""
        let orientation = plan.isLandscape ? "landscape" : "portrait"
        return """
            </sheetData>\(filter)\(validations)\
            <pageMargins left="0.59" right="0.59" top="0.79" bottom="0.79" header="0.31" \
            footer="0.39"/><pageSetup paperSize="9" orientation="\(orientation)" fitToWidth="1" \
            fitToHeight="0"/><headerFooter><oddFooter>&amp;C- &amp;P -</oddFooter></headerFooter>\
            </worksheet>
            """
    }

    /// The header and the rows below it.
    static func filterRange(of plan: SheetPlan, _ end: SheetEnd) -> SheetRange {
        SheetRange(rows: plan.headerRow...end.filteredRow, columns: plan.columns.count)
    }

    static func append(
        _ value: CellValue, at place: CellReference, style: CellStyle, to bytes: inout [UInt8]
    ) throws(FileFault) {
        let start = "<c r=\"\(place.text)\" s=\"\(style.index)\""
        switch value {
        case .empty: return
        case .number(let text):
            bytes.append(contentsOf: start.utf8)
            bytes.append(contentsOf: "><v>".utf8)
            XMLText.append(text, to: &bytes)
            bytes.append(contentsOf: "</v></c>".utf8)
        case .date(let date):
            // Before 1900 a spreadsheet has no dates; the text says the same.
            guard let serial = date.serialText else {
                try append(.text(date.text), at: place, style: style, to: &bytes)
                return
            }
            bytes.append(contentsOf: "\(start)><v>\(serial)</v></c>".utf8)
        case .boolean(let isTrue):
            bytes.append(contentsOf: "\(start) t=\"b\"><v>\(isTrue ? 1 : 0)</v></c>".utf8)
        case .error(let code):
            bytes.append(contentsOf: "\(start) t=\"e\"><v>".utf8)
            XMLText.append(code, to: &bytes)
            bytes.append(contentsOf: "</v></c>".utf8)
        case .text(let text):
            guard text.utf8.count <= textUnitsMax || text.utf16.count <= textUnitsMax else {
                throw .workbookTextTooLongToWrite(place)
            }
            bytes.append(contentsOf: start.utf8)
            bytes.append(contentsOf: " t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
            XMLText.append(SheetText.escape(text), to: &bytes)
            bytes.append(contentsOf: "</t></is></c>".utf8)
        }
    }
}

/// Where a written sheet ends.
struct SheetEnd {
    let lastRow: Int
    /// The last row that is no total.
    let filteredRow: Int
}

/// Cells from the first column on.
struct SheetRange {
    let rows: ClosedRange<Int>
    let columns: Int

    /// `A1:C5`
    var relative: String {
        "A\(rows.lowerBound):\(CellReference.letters(of: columns))\(rows.upperBound)"
    }

    /// `$A$1:$C$5`
    var absolute: String {
        "$A$\(rows.lowerBound):$\(CellReference.letters(of: columns))$\(rows.upperBound)"
    }
}
