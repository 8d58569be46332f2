package import Hometown

/// 심사한 행. A row of a list as a preview shows it: what stands in it, and what is said of it.
package struct JudgedRow: Hashable, Sendable {
    /// 판정.
    package enum Kind: Sendable {
        case good
        /// Recorded all the same.
        case warned
        case bad
        /// 이미 등록됨.
        case known
    }

    /// Characters of a cell; more of it is no help in seeing what it says.
    private static let cellMax = 200

    /// As a spreadsheet counts.
    package let number: Int
    package let kind: Kind
    /// Of the columns that are read, in their order; resident numbers are struck out.
    package let cells: [String]
    package let problems: [RowProblem]

    init(number: Int, kind: Kind, cells: [String], problems: [RowProblem]) {
        self.number = number
        self.kind = kind
        self.cells = cells.map { cell in
            let text = ResidentNumber.redacting(cell.tidied)
            guard text.count > JudgedRow.cellMax else { return text }
            return String(text.prefix(JudgedRow.cellMax)) + "…"
        }
        self.problems = problems
    }
}
