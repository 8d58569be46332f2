/// 셀 값. What stands in a cell of a spreadsheet; read and written alike.
package enum CellValue: Hashable, Sendable {
    case empty
    case text(String)
    /// A number in decimal, exactly as the file has it: `100000`, `0.1`, also `1E5`. A spreadsheet
    /// keeps 15 digits.
    case number(String)
    /// A number that the cell shows as a date or a time of day.
    case date(SheetDate)
    case boolean(Bool)
    /// `#N/A`, `#DIV/0!`: a formula that came to nothing.
    case error(String)

    package static func number(_ value: Int64) -> CellValue { .number(String(value)) }
}
