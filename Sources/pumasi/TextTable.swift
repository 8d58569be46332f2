import Hometown
import Interchange

/// Rows for people and for other programs: aligned on a terminal, one record a line with tabs
/// between, and CSV for spreadsheets.
struct TextTable {
    /// 칸. What people read, and what it is to a spreadsheet.
    private struct Cell {
        let text: String
        let value: CellValue
    }

    private static let gap = 2

    private let head: [String]
    /// The columns by their English heads.
    private let columns: [String]
    private var rows: [[Cell]] = []

    /// - Parameter head: of each column in Korean and in English.
    init(_ head: [(korean: String, english: String)], in language: Language) {
        self.head = head.map { Bilingual($0.korean, $0.english).text(in: language) }
        columns = head.map(\.english)
    }

    /// - Parameters:
    ///   - row: as many cells as the head has; any other number is a bug.
    ///   - values: by the column's English head, where what people read is a notation of ours and
    ///     no number or day; a column that the head has not is a bug.
    mutating func add(_ row: [String], exactly values: [String: CellValue] = [:]) {
        precondition(row.count == head.count, "a row has a cell for each column")
        precondition(values.keys.allSatisfy { columns.contains($0) }, "a value stands in a column")
        rows.append(
            zip(columns, row).map { name, text in
                Cell(text: text, value: values[name] ?? CellValue(shown: text))
            })
    }

    /// One record a line, without the head.
    var plain: String {
        lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }

    /// With the head and padding.
    func aligned(_ width: TextWidth = TextWidth()) -> String {
        let all = [head] + lines
        let widths = head.indices.map { column in
            all.map { width.columns($0[column]) }.max() ?? 0
        }
        return all.map { line in
            let padded = zip(line, widths).dropLast().map { cell, columns in
                let blanks = columns - width.columns(cell) + TextTable.gap
                return cell + String(repeating: " ", count: blanks)
            }
            return padded.joined() + (line.last ?? "")
        }.joined(separator: "\n")
    }

    /// RFC 4180, with the head.
    /// - Throws: `TextConverter.Unavailable`: never, for UTF-8 needs none.
    func csv() throws -> [UInt8] {
        var writer = try CSVWriter()
        writer.append(head.map { CellValue.text($0) })
        for row in rows { writer.append(row.map(\.value)) }
        return writer.bytes
    }

    private var lines: [[String]] {
        rows.map { $0.map { TextTable.line($0.text) } }
    }

    /// A tab or the end of a line in a text would begin a cell or a record, and what else is no
    /// character to read would move a terminal's cursor.
    private static func line(_ text: String) -> String {
        guard text.contains(where: isControl) else { return text }
        return String(text.map { isControl($0) ? " " : $0 })
    }

    private static func isControl(_ character: Character) -> Bool {
        character.isNewline
            || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
