/// The rows of a sheet, read while its part is unpacked (ECMA-376 part 1, 18.3).
package final class SheetRows {
    /// What a sheet needs of its workbook.
    struct Book {
        let sheet: String
        let isHidden: Bool
        let limits: WorkbookLimits
        let strings: SharedStrings
        let styles: WorkbookStyles
        let system: DateSystem
    }

    private let reader: XMLReader
    private let book: Book
    private var merges: MergedCells
    /// By column, counted from 1.
    private var areColumnsHidden: [Bool]
    private var isInRows = false
    private var lastRow = 0
    private var count = 0
    /// Of the texts in the rows so far: cells share one and merged cells repeat it, so that a small
    /// file can say more than it unpacks to.
    private var textBytes = 0

    init(_ reader: XMLReader, _ book: Book, merges: MergedCells) {
        self.reader = reader
        self.book = book
        self.merges = merges
        areColumnsHidden = [Bool](repeating: false, count: book.limits.columnsMax + 1)
    }

    /// Whether a column, counted from 1, is hidden or has no width. Columns stand before the rows:
    /// known once one was read.
    package func isColumnHidden(_ column: Int) -> Bool {
        column < areColumnsHidden.count && areColumnsHidden[column]
    }

    /// The name of the sheet, if its workbook hides it.
    package var hiddenSheet: String? { book.isHidden ? book.sheet : nil }

    /// The next row that has a value or a formula; `nil` after the last, when the whole part has
    /// been read and its checksum has held.
    package func next() throws(FileFault) -> SheetRow? {
        while case let event = try reader.next(), event != .finished {
            switch (event, reader.name) {
            case (.start, "sheetData"): isInRows = true
            case (.end, "sheetData"): isInRows = false
            case (.start, "col") where !isInRows: try readColumns()
            case (.start, "row") where isInRows:
                if let row = try readRow() { return row }
            default: continue
            }
        }
        return nil
    }

    /// Columns side by side that are shown alike (18.3.1.13).
    private func readColumns() throws(FileFault) {
        guard try isHidden(without: "width"),
            let first = try reader.attribute("min").flatMap({ Int($0) }),
            let last = try reader.attribute("max").flatMap({ Int($0) }),
            first > 0, first <= min(last, book.limits.columnsMax)
        else { return }
        for column in first...min(last, book.limits.columnsMax) {
            areColumnsHidden[column] = true
        }
    }

    /// Whether nobody sees the columns or the row that just started: they are hidden, or as wide or
    /// high as nothing.
    private func isHidden(without measure: StaticString) throws(FileFault) -> Bool {
        let text = try reader.attribute("hidden")
        if text == "1" || text == "true" { return true }
        return try reader.attribute(measure).flatMap { Double($0) } == 0
    }

    private func readRow() throws(FileFault) -> SheetRow? {
        let number = try reader.attribute("r").map { Int($0) ?? 0 } ?? lastRow + 1
        guard number > lastRow, number <= CellReference.rowsMax else {
            throw .workbookDisorder(book.sheet, row: lastRow)
        }
        lastRow = number
        let isHidden = try isHidden(without: "ht")
        let outside = reader.depth - 1
        var cells: [SheetRow.Cell] = []
        var lastColumn = 0
        while reader.depth > outside {
            let event = try reader.next()
            if event == .finished { throw reader.malformed }
            guard event == .start, reader.name == "c" else { continue }
            let place = try cellPlace(after: lastColumn)
            lastColumn = place.column
            guard let cell = try readCell(at: place) else { continue }
            guard place.column <= book.limits.columnsMax else {
                throw .workbookManyColumns(book.sheet, place, book.limits)
            }
            cells.append(cell)
        }
        let filled = merges.fill(cells, row: number)
        guard !cells.isEmpty else { return nil }
        count += 1
        guard count <= book.limits.rowsMax else { throw .workbookManyRows(book.sheet, book.limits) }
        for cell in filled { textBytes += cell.value.written?.utf8.count ?? 0 }
        guard textBytes <= book.limits.zip.unpackedBytesMax else {
            throw .workbookMuchText(book.sheet, book.limits)
        }
        return SheetRow(number: number, isHidden: isHidden, cells: filled)
    }

    /// A cell that does not say where it stands follows the one before.
    private func cellPlace(after lastColumn: Int) throws(FileFault) -> CellReference {
        guard let text = try reader.attribute("r") else {
            return CellReference(column: lastColumn + 1, row: lastRow)
        }
        guard let place = CellReference(text), place.row == lastRow, place.column > lastColumn
        else { throw .workbookDisorder(book.sheet, row: lastRow) }
        return place
    }

    private func readCell(at place: CellReference) throws(FileFault) -> SheetRow.Cell? {
        let type = try reader.attribute("t") ?? "n"
        let style = try reader.attribute("s").flatMap { Int($0) } ?? 0
        let outside = reader.depth - 1
        var raw: [UInt8] = []
        var isValue = false
        var (hasValue, isFormula) = (false, false)
        var inline: String?
        while reader.depth > outside {
            switch try reader.next() {
            case .start:
                isValue = reader.name == "v"
                hasValue = hasValue || isValue
                if reader.name == "f" { isFormula = true }
                guard reader.name == "is" else { continue }
                inline = try reader.richText(bytesMax: book.limits.cellBytesMax)
                if inline == nil { throw .workbookLongCell(book.sheet, place, book.limits) }
            case .end: isValue = false
            case .text where isValue:
                raw.append(contentsOf: reader.text)
                guard raw.count <= book.limits.cellBytesMax else {
                    throw .workbookLongCell(book.sheet, place, book.limits)
                }
            case .text: continue
            case .finished: throw reader.malformed
            }
        }
        var value = inline.map(CellValue.of) ?? .empty
        if inline == nil { value = try self.value(raw, type: type, style: style, at: place) }
        // A formula that came to a text without a letter, as =IF(B2="","",B2) does, has come to it.
        let isOpen = isFormula && !(hasValue && type == "str")
        guard isOpen || value != .empty else { return nil }
        // In UTF-8 no text is shorter than in UTF-16, and its length is known.
        if let text = value.written, text.utf8.count > book.limits.cellUnitsMax,
            text.utf16.count > book.limits.cellUnitsMax
        {
            throw .workbookLongCell(book.sheet, place, book.limits)
        }
        return SheetRow.Cell(column: place.column, value: value, isFormula: isFormula)
    }

    private func value(
        _ raw: [UInt8], type: String, style: Int, at place: CellReference
    ) throws(FileFault) -> CellValue {
        guard !raw.isEmpty else { return .empty }
        switch type {
        case "s":
            let index = Int(String(decoding: raw, as: UTF8.self))
            guard let text = index.flatMap({ book.strings[$0] }) else {
                throw .workbookBrokenCell(book.sheet, place)
            }
            return .of(text)
        case "str": return .of(SheetText.unescape(raw))
        case "b": return .boolean(raw == [UInt8(ascii: "1")] || raw == Array("true".utf8))
        case "e": return .error(String(decoding: raw, as: UTF8.self))
        case "d":
            let text = String(decoding: raw, as: UTF8.self)
            return SheetDate(iso: text).map(CellValue.date) ?? .text(text)
        default:
            return number(String(decoding: raw, as: UTF8.self), style: style)
        }
    }

    /// A number, a date where the format says so, or the text it is in spite of its type.
    private func number(_ raw: String, style: Int) -> CellValue {
        let text = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isDecimal = text.utf8.allSatisfy {
            $0 <= UInt8(ascii: "9") && $0 >= UInt8(ascii: "0") || "+-.Ee".utf8.contains($0)
        }
        guard isDecimal, let serial = Double(text) else { return .of(text) }
        guard book.styles.isDate(style) else { return .number(text) }
        return SheetDate(serial: serial, in: book.system).map(CellValue.date) ?? .number(text)
    }
}

extension CellValue {
    /// No text is no value.
    fileprivate static func of(_ text: String) -> CellValue {
        text.isEmpty ? .empty : .text(text)
    }

    /// As it stands in the file, where it may be of any length.
    fileprivate var written: String? {
        switch self {
        case .text(let text), .number(let text), .error(let text): text
        case .empty, .date, .boolean: nil
        }
    }
}
