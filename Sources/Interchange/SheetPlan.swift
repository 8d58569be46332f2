/// 시트 짜임새. What a written sheet looks like around its rows.
package struct SheetPlan: Hashable, Sendable {
    /// At most 31 UTF-16 units, and none of `[ ] : * ? / \`: what a tab can bear.
    package var name: String
    /// Rows above the header, such as a title, the period, the unit; the first is set larger.
    package var preface: [[CellValue]]
    package var columns: [SheetColumn]
    /// Buttons in the header that filter the rows.
    package var hasFilter: Bool
    package var isLandscape: Bool

    package init(
        _ name: String, columns: [SheetColumn], preface: [[CellValue]] = [],
        hasFilter: Bool = true, isLandscape: Bool = true
    ) {
        precondition(!columns.isEmpty && columns.count <= 256, "a sheet has 1 to 256 columns")
        precondition(SheetPlan.isName(name), "a tab can bear the name")
        self.name = name
        self.columns = columns
        self.preface = preface
        self.hasFilter = hasFilter
        self.isLandscape = isLandscape
    }

    private static func isName(_ name: String) -> Bool {
        (1...31).contains(name.utf16.count) && !name.contains { "[]:*?/\\".contains($0) }
            && !name.hasPrefix("'") && !name.hasSuffix("'")
    }

    /// The row with the titles of the columns, counted from 1.
    var headerRow: Int { preface.count + 1 }

    /// The name as formulas write it.
    var quotedName: String {
        "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            + "'"
    }
}
