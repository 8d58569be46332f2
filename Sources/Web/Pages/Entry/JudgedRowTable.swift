import Hometown
import Ledger

/// 심사한 행. Rows as they stand in their file. What is said of a cell stands in it, above its value;
/// what is said of a row stands beside its verdict.
struct JudgedRowTable {
    let report: ImportReport
    let visitor: Visitor

    private var say: Phrases { visitor.say }

    /// A column of the file, and where its cells stand among those that are read.
    private struct Column {
        let place: Int
        let header: String
        let field: String
    }

    func table(_ caption: String) -> Table {
        let columns = columns
        let heads = [
            Table.Column(say("행", "Row"), isNumber: true), Table.Column(say("판정", "Verdict")),
        ]
        return Table(
            caption, columns: heads + columns.map { Table.Column($0.header) },
            rows: report.rows.map { cells(of: $0, columns) })
    }

    /// The columns that are read, without those in which none of these rows says anything.
    private var columns: [Column] {
        let used = report.columns?.used ?? []
        return used.enumerated().compactMap { place, known -> Column? in
            let field = known.column.name
            let isSeen = report.rows.contains { row in
                !row.cells[place].isEmpty || row.problems.contains { $0.field == field }
            }
            return isSeen ? Column(place: place, header: known.header, field: field) : nil
        }
    }

    private func cells(of row: JudgedRow, _ columns: [Column]) -> [Cell] {
        let fields = Set(columns.map(\.field))
        var verdict = Cell(chip(row.kind))
        verdict.messages = messages(of: row) { !fields.contains($0) }
        return [Cell(Notation.grouped(Int64(row.number))), verdict]
            + columns.map { column -> Cell in
                var cell = Cell(row.cells[column.place])
                cell.messages = messages(of: row) { $0 == column.field }
                return cell
            }
    }

    private func messages(
        of row: JudgedRow, inField isMeant: (String) -> Bool
    ) -> [CellMessage] {
        row.problems.enumerated().filter { isMeant($0.element.field) }.map { place, problem in
            CellMessage(
                id: "row-\(row.number)-\(place)", text: problem.text.text(in: visitor.language),
                isWarning: problem.isWarning)
        }
    }

    private func chip(_ kind: JudgedRow.Kind) -> Chip {
        switch kind {
        case .good: Chip("standing", say("정상", "good"))
        case .warned: Chip("disputed", say("경고", "warning"))
        case .bad: Chip("failed", say("오류", "bad"))
        case .known: Chip("skipped", say("이미 등록됨", "on record"))
        }
    }
}
