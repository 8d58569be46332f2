/// 표 오류. Where a file stops being a table, and why. Rows count from 1 as in a spreadsheet, a quoted
/// line break included; columns count from 1.
package struct SheetProblem: Error, Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// A quote opens a cell and nothing closes it.
        case quoteNotClosed
        /// Something stands between a closing quote and the next delimiter.
        case textAfterQuote
        case rowTooLong(bytesMax: Int)
        case tooManyColumns(columnsMax: Int)
        /// These bytes are no text in the encoding.
        case notInEncoding(TextEncoding)
        /// A line of NDJSON is no flat object.
        case notAnObject
        /// A line of NDJSON names something that is no column.
        case unknownName(String)
        /// A formula came to an error, such as #N/A.
        case formulaFailed(String)
        /// A formula was never worked out by the program that saved the file.
        case formulaWithoutValue
        /// A number that may have been typed with a zero behind it: 4.10 is kept as 4.1.
        case zeroLost
        /// The value stands in another row, with whose cell this one is merged.
        case sharedWithRow(Int)
        /// There is no first row to name the columns.
        case empty
    }

    package let row: Int
    package let column: Int?
    package let cause: Cause

    package init(row: Int, column: Int?, _ cause: Cause) {
        self.row = row
        self.column = column
        self.cause = cause
    }
}

/// 표 읽기. Rows of a table, one after another.
package protocol SheetReader {
    /// Puts the cells of the next row into `cells`.
    /// - Returns: the number of the row; `nil` after the last.
    mutating func next(into cells: inout [String]) throws -> Int?
    /// 문제 있는 칸. Cells of the row that was read last which hold something that is no value, and
    /// are empty among its cells, or a value that may not be what was meant. Whether that matters
    /// is known to whoever reads the column.
    var cellProblems: [SheetProblem] { get }
    /// 숨긴 행. Whether the row that was read last is hidden in its sheet, by a filter or by hand.
    var isRowHidden: Bool { get }
    /// 숨긴 열. Whether a column, counted from 1, is hidden in the sheet; known once a row is read.
    func isColumnHidden(_ column: Int) -> Bool
    /// 숨긴 시트. The name of the sheet, if its workbook hides it.
    var hiddenSheet: String? { get }
}

extension SheetReader {
    /// A text is always a value.
    package var cellProblems: [SheetProblem] { [] }
    /// A text shows all it has.
    package var isRowHidden: Bool { false }
    /// A text shows all it has.
    package func isColumnHidden(_ column: Int) -> Bool { false }
    /// A text has no sheets.
    package var hiddenSheet: String? { nil }
}

/// What no honest table needs more of. A file beyond it is refused where it goes beyond, so that
/// memory stays bounded whatever comes.
package struct SheetLimits: Sendable {
    package var rowBytesMax = 1 << 20
    package var columnsMax = 256

    package init() {}
}
