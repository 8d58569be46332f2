/// 시트 읽기. A sheet of a workbook as rows of texts, the way a CSV file has them: numbers in plain
/// decimal, days as `2023-04-10` (a time of day is left out), formulas by the value they had when
/// the file was saved. One that came to an error, or to nothing, is a problem of its cell alone,
/// and so is a value that another row shares, or that was a date and may be another one now.
package struct WorkbookSheet: SheetReader {
    private let rows: SheetRows
    package private(set) var cellProblems: [SheetProblem] = []
    package private(set) var isRowHidden = false

    package init(_ rows: SheetRows) {
        self.rows = rows
    }

    package func isColumnHidden(_ column: Int) -> Bool { rows.isColumnHidden(column) }

    package var hiddenSheet: String? { rows.hiddenSheet }

    package mutating func next(into cells: inout [String]) throws -> Int? {
        cells.removeAll(keepingCapacity: true)
        cellProblems.removeAll(keepingCapacity: true)
        guard let row = try rows.next() else { return nil }
        isRowHidden = row.isHidden
        for cell in row.cells {
            while cells.count < cell.column - 1 { cells.append("") }
            cells.append(text(of: cell, row: row.number))
            if let origin = cell.mergedFrom, origin.row != row.number {
                cellProblems.append(
                    SheetProblem(
                        row: row.number, column: cell.column, .sharedWithRow(origin.row)))
            }
        }
        return row.number
    }

    private mutating func text(of cell: SheetRow.Cell, row: Int) -> String {
        switch cell.value {
        case .text(let text): return text
        case .number(let number):
            let text = WorkbookSheet.plain(number)
            if WorkbookSheet.mayLackZero(text) {
                cellProblems.append(SheetProblem(row: row, column: cell.column, .zeroLost))
            }
            return text
        case .date(let date): return String(date.text.prefix(10))
        case .boolean(let flag): return flag ? "true" : "false"
        case .error(let name):
            cellProblems.append(
                SheetProblem(row: row, column: cell.column, .formulaFailed(name)))
        case .empty:
            guard cell.isFormula else { return "" }
            cellProblems.append(
                SheetProblem(row: row, column: cell.column, .formulaWithoutValue))
        }
        return ""
    }

    /// 1E5 and 100000.0 are how some programs store 100000, and 4.0999999999999996 is how 4.1.
    private static func plain(_ number: String) -> String {
        guard number.utf8.contains(where: { !(0x30...0x39).contains($0) }),
            let value = Double(number)
        else { return number }
        if let whole = Int64(exactly: value) { return String(whole) }
        // Outside of these Swift writes a power of ten, too.
        return (0.001..<1e15).contains(value.magnitude) ? "\(value)" : number
    }

    /// As a date, 4.1 may have been typed as 4.10, 4.2 as 4.20 and 2023.1 as 2023.10.
    private static func mayLackZero(_ number: String) -> Bool {
        let halves = number.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return false }
        switch halves[0].utf8.count {
        case 1, 2: return ["1", "2", "3"].contains(halves[1])
        case 4: return halves[1] == "1"
        default: return false
        }
    }
}
