/// A row of a sheet that has at least one value, numbered as the spreadsheet numbers it.
package struct SheetRow: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        /// Counted from 1.
        package let column: Int
        package let value: CellValue
        /// The value is what a formula came to when the file was last saved; `empty` when the
        /// program that wrote the file did not work it out.
        package let isFormula: Bool
        /// The value stands in another cell that this one is merged with, and is shown only there.
        package let mergedFrom: CellReference?

        package init(
            column: Int, value: CellValue, isFormula: Bool = false,
            mergedFrom: CellReference? = nil
        ) {
            self.column = column
            self.value = value
            self.isFormula = isFormula
            self.mergedFrom = mergedFrom
        }
    }

    /// Counted from 1.
    package let number: Int
    /// Hidden by hand or by a filter.
    package let isHidden: Bool
    /// Cells with a value or a formula, by column.
    package let cells: [Cell]

    package init(number: Int, isHidden: Bool = false, cells: [Cell]) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }

    /// The value in a column, counted from 1.
    package func value(_ column: Int) -> CellValue {
        cells.first { $0.column == column }?.value ?? .empty
    }
}
