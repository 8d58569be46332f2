/// 목록 한도. How long a list may be that is sent; from the command line it streams without limits.
package struct ImportLimits: Hashable, Sendable {
    /// More than this no database keeps, and no workbook has.
    package static let fileMiBMaxima = 1...20
    /// A list this long keeps whoever sent it waiting for a minute.
    package static let rowsMaxima = 1...1_000_000

    package let fileMiBMax: Int
    package let rowsMax: Int

    package init(fileMiBMax: Int = 20, rowsMax: Int = 100_000) {
        self.fileMiBMax = fileMiBMax
        self.rowsMax = rowsMax
    }

    var bytesMax: Int { fileMiBMax << 20 }
}
