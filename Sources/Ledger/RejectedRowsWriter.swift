package import Hometown
import Interchange

/// 반려 파일. Rejected rows as a list to mend and send back: the columns of the file, what each row
/// is recognised by, and what is wrong with it. UTF-8 with a byte order mark, so that spreadsheets
/// read it.
package struct RejectedRowsWriter {
    private let language: Language
    /// Positions of the file's columns that are kept; what an earlier such file added is made anew.
    private let kept: [Int]
    /// Where the file has 행 식별자; `nil` where it has none.
    private let idColumn: Int?
    private var csv: CSVWriter

    /// - Throws: nothing that occurs with UTF-8.
    package init(_ columns: DonationColumns, language: Language) throws {
        self.language = language
        let ours: [DonationColumn] = [.rowID, .remark]
        let titles = ours.map { $0.title.text(in: language) }
        let idColumn = zip(columns.usedIndices, columns.used).first { $0.1.column == .rowID }?.0
        let kept = columns.header.indices.filter { index in
            index != idColumn && !titles.contains(columns.header[index])
                && DonationColumn.named(columns.header[index]) != .rowID
        }
        self.kept = kept
        self.idColumn = idColumn
        csv = try CSVWriter()
        csv.append((kept.map { columns.header[$0] } + titles).map(CellValue.text))
    }

    package mutating func append(_ row: RejectedRow) {
        let cells = kept.map { $0 < row.cells.count ? row.cells[$0] : "" }
        let problems = row.problems.map { problem in
            (problem.column.map { "\($0): " } ?? "") + problem.text.text(in: language)
        }
        csv.append(
            cells.map { $0.isEmpty ? .empty : .text($0) }
                + [.text(id(of: row)), .text(problems.joined(separator: " / "))])
    }

    /// What stands there and is no identifier stays as it is: with one of ours in its place, the
    /// row would come back as good as any, unmended.
    private func id(of row: RejectedRow) -> String {
        let typed = idColumn.map { $0 < row.cells.count ? row.cells[$0].tidied : "" } ?? ""
        return typed.isEmpty || Identifier(typed) != nil ? row.id.description : typed
    }

    /// What was written since it was taken last.
    package mutating func take() -> [UInt8] { csv.take() }
}
