/// The merged cells of a sheet. A spreadsheet keeps the value in the first cell alone; here every
/// cell of the group gets it, marked, because a row taken by itself would have lost it.
struct MergedCells {
    private struct Group {
        let origin: CellReference
        let lastRow: Int
        let value: CellValue
    }

    /// Groups that have not begun, the next one last.
    private var waiting: [CellRange]
    /// The group each column stands in at the row that was seen last.
    private var columns: [Group?]
    private var lastRow = 0

    /// They stand in a sheet's part behind its rows, which need them: the part is gone through for
    /// their name alone first, and read twice only if it has some.
    init(
        of part: ZipArchive.Part, in archive: ZipArchive, sheet: String, limits: WorkbookLimits
    ) throws(FileFault) {
        var ranges: [CellRange] = []
        if try MergedCells.stand(in: archive.reader(of: part)) {
            let reader = XMLReader(archive, part)
            while case let event = try reader.next(), event != .finished {
                guard event == .start, reader.name == "mergeCell",
                    let range = try reader.attribute("ref").flatMap({ CellRange($0) })
                else { continue }
                ranges.append(range)
                guard ranges.count <= limits.mergesMax else {
                    throw .workbookManyMerges(sheet, limits)
                }
            }
        }
        waiting = ranges.sorted {
            ($0.first.row, $0.first.column) > ($1.first.row, $1.first.column)
        }
        columns = [Group?](repeating: nil, count: ranges.isEmpty ? 0 : limits.columnsMax + 1)
    }

    private static func stand(in reader: ZipPartReader) throws(FileFault) -> Bool {
        let word = Array("mergeCell".utf8)
        var end: [UInt8] = []
        while let piece = try reader.next() {
            // The word may lie across two pieces.
            if (end + piece.prefix(word.count)).holds(word) || piece.holds(word) { return true }
            end = Array(piece.suffix(word.count))
        }
        return false
    }

    /// Goes on to a row and returns its cells with those that others lend their value to.
    mutating func fill(_ cells: [SheetRow.Cell], row: Int) -> [SheetRow.Cell] {
        guard !columns.isEmpty else { return cells }
        begin(cells, row: row)
        guard row <= lastRow else { return cells }
        var own = cells[...]
        var filled: [SheetRow.Cell] = []
        for column in columns.indices.dropFirst() {
            var cell: SheetRow.Cell?
            if own.first?.column == column { cell = own.removeFirst() }
            if cell == nil, let group = columns[column], group.lastRow >= row,
                group.origin != CellReference(column: column, row: row)
            {
                cell = SheetRow.Cell(
                    column: column, value: group.value, mergedFrom: group.origin)
            }
            if let cell { filled.append(cell) }
        }
        return filled
    }

    private mutating func begin(_ cells: [SheetRow.Cell], row: Int) {
        while let range = waiting.last, range.first.row <= row {
            waiting.removeLast()
            // A first row that is not in the file has no value to lend.
            guard range.first.row == row,
                let cell = cells.first(where: { $0.column == range.first.column }),
                cell.value != .empty
            else { continue }
            let group = Group(
                origin: range.first, lastRow: range.last.row, value: cell.value)
            let last = min(range.last.column, columns.count - 1)
            guard range.first.column <= last else { continue }
            for column in range.first.column...last { columns[column] = group }
            lastRow = max(lastRow, range.last.row)
        }
    }
}

extension [UInt8] {
    fileprivate func holds(_ word: [UInt8]) -> Bool {
        guard count >= word.count, let first = word.first else { return false }
        return withUnsafeBufferPointer { bytes in
            var place = 0
            let last = bytes.count - word.count
            while place <= last {
                if bytes[place] == first,
                    UnsafeBufferPointer(rebasing: bytes[place..<(place + word.count)])
                        .elementsEqual(word)
                {
                    return true
                }
                place += 1
            }
            return false
        }
    }
}
