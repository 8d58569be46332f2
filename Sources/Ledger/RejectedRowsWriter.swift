package import Hometown
import Interchange

/// 반려 파일. Rejected rows as a list to mend and send back: the columns of the file, what each row
/// is recognised by, and what is wrong with it. UTF-8 with a byte order mark, so that spreadsheets
/// read it.
package struct RejectedRowsWriter {
    private let language: Language
    /// Positions of the file's columns that are kept; what an earlier such file added is made anew.
    private let kept: [Int]
    private var csv: CSVWriter

    /// - Throws: nothing that occurs with UTF-8.
    package init(_ columns: DonationColumns, language: Language) throws {
        self.language = language
        let ours: [DonationColumn] = [.rowID, .remark]
        let titles = ours.map { $0.title.text(in: language) }
        let kept = columns.header.indices.filter { index in
            !titles.contains(columns.header[index])
                && DonationColumn.named(columns.header[index]) != .rowID
        }
        self.kept = kept
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
                + [.text(row.id.description), .text(problems.joined(separator: " / "))])
    }

    /// What was written since it was taken last.
    package mutating func take() -> [UInt8] { csv.take() }
}
