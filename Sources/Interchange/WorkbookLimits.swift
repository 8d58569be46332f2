/// How much of a workbook from outside is taken.
package struct WorkbookLimits: Hashable, Sendable {
    package var zip: ZipLimits
    /// Rows with a value, the header among them. Rows that are only formatted do not count.
    package var rowsMax: Int
    /// The last column that may hold a value.
    package var columnsMax: Int
    /// A cell's text as the file has it, in UTF-8.
    package var cellBytesMax: Int
    /// A cell's text in UTF-16, where a spreadsheet itself stops.
    package var cellUnitsMax: Int
    /// Groups of merged cells; each costs a look in its rows.
    package var mergesMax: Int
    /// Texts that cells share; all of them lie in memory while rows are read.
    package var stringsMax: Int
    /// A part that is neither sheet nor texts, such as the styles: read whole into tables.
    package var tableBytesMax: Int

    package init(
        zip: ZipLimits = ZipLimits(), rowsMax: Int = 100_000, columnsMax: Int = 256,
        cellBytesMax: Int = 131_072, cellUnitsMax: Int = 32_767, mergesMax: Int = 20_000,
        stringsMax: Int = 2_000_000, tableBytesMax: Int = 16 << 20
    ) {
        self.zip = zip
        self.rowsMax = rowsMax
        self.columnsMax = columnsMax
        self.cellBytesMax = cellBytesMax
        self.cellUnitsMax = cellUnitsMax
        self.mergesMax = mergesMax
        self.stringsMax = stringsMax
        self.tableBytesMax = tableBytesMax
    }
}
