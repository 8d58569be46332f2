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

/// 열. A column of a written sheet.
package struct SheetColumn: Hashable, Sendable {
    /// How its cells are shown; what they hold is the business of each cell.
    package enum Kind: Hashable, Sendable {
        /// Text, ids and codes among it: a spreadsheet keeps leading zeros.
        case text
        /// Whole won or counts, with commas: `#,##0`.
        case amount
        /// Percents as they are said: 10.7 is shown as 10.7%, `0.0"%"`.
        case percent
        /// `yyyy-mm-dd`
        case date
        /// `yyyy-mm-dd hh:mm:ss`
        case dateTime
        /// As the spreadsheet likes.
        case general
    }

    package var title: String
    package var kind: Kind
    /// In digits of the ordinary font; a Hangul syllable takes two.
    package var width: Double
    /// What a drop-down offers below the header.
    package var choices: [String]
    /// Whether the spreadsheet refuses what the drop-down does not offer, or only warns.
    package var takesOnlyChoices: Bool

    package init(
        _ title: String, _ kind: Kind = .text, width: Double = 14, choices: [String] = [],
        takesOnlyChoices: Bool = true
    ) {
        self.title = title
        self.kind = kind
        self.width = width
        self.choices = choices
        self.takesOnlyChoices = takesOnlyChoices
    }
}

/// 문서 속성. What a workbook says of itself. Nothing here is read from a clock.
package struct WorkbookProperties: Hashable, Sendable {
    package var title: String
    package var creator: String
    /// In UTC: for a summary the scheduled instant, so that the same summary has the same bytes.
    package var created: SheetDate

    package init(title: String, creator: String, created: SheetDate) {
        self.title = title
        self.creator = creator
        self.created = created
    }
}
