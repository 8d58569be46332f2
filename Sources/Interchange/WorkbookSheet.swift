/// 시트 읽기. A sheet of a workbook as rows of texts, the way a CSV file has them: numbers in plain
/// decimal, days as `2023-04-10` (a time of day is left out), formulas by the value they had when
/// the file was saved. One that came to an error, or to nothing, is a problem of its cell alone.
package struct WorkbookSheet: SheetReader {
    private let rows: SheetRows
    package private(set) var cellProblems: [SheetProblem] = []

    package init(_ rows: SheetRows) {
        self.rows = rows
    }

    package mutating func next(into cells: inout [String]) throws -> Int? {
        cells.removeAll(keepingCapacity: true)
        cellProblems.removeAll(keepingCapacity: true)
        guard let row = try rows.next() else { return nil }
        for cell in row.cells {
            while cells.count < cell.column - 1 { cells.append("") }
            cells.append(text(of: cell, row: row.number))
        }
        return row.number
    }

    private mutating func text(of cell: SheetRow.Cell, row: Int) -> String {
        switch cell.value {
        case .text(let text): return text
        case .number(let number): return WorkbookSheet.plain(number)
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

    /// 1E5 and 100000.0 are how some programs store 100000.
    private static func plain(_ number: String) -> String {
        guard number.utf8.contains(where: { !(0x30...0x39).contains($0) }),
            let value = Double(number), let whole = Int64(exactly: value)
        else { return number }
        return String(whole)
    }
}
