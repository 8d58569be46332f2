/// 행 오류. What is wrong with one row of a list: where, what, and how to mend it.
package struct RowProblem: Hashable, Sendable {
    /// As a spreadsheet counts, the header being row 1.
    package let row: Int
    /// The word over the column; `nil` when the whole row is meant.
    package let column: String?
    /// The field, by its name in the API.
    package let field: String
    package let code: String
    package let text: Bilingual
    /// Whether the row is recorded all the same.
    package let isWarning: Bool

    package init(
        row: Int, column: String?, field: String, code: String, text: Bilingual,
        isWarning: Bool = false
    ) {
        self.row = row
        self.column = column
        self.field = field
        self.code = code
        self.text = text
        self.isWarning = isWarning
    }

    package init(
        row: Int, columns: DonationColumns, _ problem: FieldProblem, isWarning: Bool = false
    ) {
        self.init(
            row: row, column: columns.header(of: problem.field), field: problem.field,
            code: problem.code, text: problem.text, isWarning: isWarning)
    }

    /// `3행 금액: 금액을 읽지 못했습니다. …`
    package func line(in language: Language) -> String {
        let place =
            switch language {
            case .korean: "\(row)행" + (column.map { " \($0)" } ?? "")
            case .english: "Row \(row)" + (column.map { ", \($0)" } ?? "")
            }
        return "\(place): \(text.text(in: language))"
    }
}
