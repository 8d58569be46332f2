import Hometown
import Interchange

/// Rows for people and for other programs: aligned on a terminal, one record a line with tabs
/// between, and CSV for spreadsheets.
struct TextTable {
    /// 칸. What programs read, the word that people read in place of a code, and what it is to a
    /// spreadsheet.
    private struct Cell {
        let text: String
        let word: String?
        let value: CellValue
    }

    private static let gap = 2
    /// What is left of a text that is cut: the name of a government and a mark.
    private static let cutColumnsMin = 12

    private let head: [String]
    private let language: Language
    /// The columns by their English heads.
    private let columns: [String]
    private var rows: [[Cell]] = []

    /// - Parameter head: of each column in Korean and in English.
    init(_ head: [(korean: String, english: String)], in language: Language) {
        self.head = head.map { Bilingual($0.korean, $0.english).text(in: language) }
        columns = head.map(\.english)
        self.language = language
    }

    /// - Parameters:
    ///   - row: as many cells as the head has; any other number is a bug.
    ///   - words: by the column's English head, what people read where the row has a code, which
    ///     is for programs; `nil` where the code has no word.
    ///   - values: by the column's English head, where what people read is a notation of ours and
    ///     no number or day; a column that the head has not is a bug.
    mutating func add(
        _ row: [String], said words: [String: Bilingual?] = [:],
        exactly values: [String: CellValue] = [:]
    ) {
        precondition(row.count == head.count, "a row has a cell for each column")
        precondition(values.keys.allSatisfy { columns.contains($0) }, "a value stands in a column")
        precondition(words.keys.allSatisfy { columns.contains($0) }, "a word stands in a column")
        rows.append(
            zip(columns, row).map { name, text in
                Cell(
                    text: text, word: (words[name] ?? nil)?.text(in: language),
                    value: values[name] ?? CellValue(shown: text))
            })
    }

    /// One record a line, without the head, and codes as the documents have them.
    var plain: String {
        rows.map { $0.map { TextTable.line($0.text) }.joined(separator: "\t") }
            .joined(separator: "\n")
    }

    /// With the head, words for codes, and padding: numbers to the right, and texts cut where rows
    /// find no room. Where that is not enough, an id goes whose row has a number to be called by.
    /// - Parameter columnsMax: how wide the terminal is; `nil` where it does not say.
    func aligned(_ width: TextWidth = TextWidth(), within columnsMax: Int? = nil) -> String {
        let all = [head] + lines
        let natural = head.indices.map { column in
            all.map { width.columns($0[column]) }.max() ?? 0
        }
        let numeric = head.indices.map(isNumeric)
        let widths = columnsMax.map { fitting(natural, numeric, to: $0) } ?? natural
        return all.map { line in
            let cells = widths.indices.map { column in
                let cell = width.cut(line[column], to: widths[column])
                let blanks = String(repeating: " ", count: widths[column] - width.columns(cell))
                if numeric[column] { return blanks + cell }
                return column == widths.count - 1 ? cell : cell + blanks
            }
            return cells.joined(separator: String(repeating: " ", count: TextTable.gap))
        }.joined(separator: "\n")
    }

    /// How wide each column is that is shown.
    private func fitting(_ natural: [Int], _ numeric: [Bool], to columnsMax: Int) -> [Int] {
        if let widths = cut(natural, numeric, to: columnsMax) { return widths }
        guard columns.first == "NO", columns.last == "ID" else { return natural }
        let named = Array(natural.dropLast())
        return cut(named, Array(numeric.dropLast()), to: columnsMax) ?? named
    }

    /// Whether each cell of the column is a number, or stands for one that is not told.
    private func isNumeric(_ column: Int) -> Bool {
        let values = rows.map { $0[column].value }
        return values.contains { if case .number = $0 { true } else { false } }
            && values.allSatisfy {
                switch $0 {
                case .number, .empty: true
                default: false
                }
            }
    }

    /// The widest column of texts gives first. No number is cut, and nothing of the last column,
    /// which pushes nothing out of line and is where an id stands to be copied.
    /// - Returns: `nil` where that is not enough; then the terminal breaks the lines.
    private func cut(_ widths: [Int], _ numeric: [Bool], to columnsMax: Int) -> [Int]? {
        var widths = widths
        var over = widths.reduce((widths.count - 1) * TextTable.gap, +) - columnsMax
        while over > 0 {
            let texts = widths.indices.dropLast().filter {
                !numeric[$0] && widths[$0] > TextTable.cutColumnsMin
            }
            guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
            over -= 1
        }
        return widths
    }

    /// RFC 4180, with the head, and codes as the documents have them.
    /// - Throws: `TextConverter.Unavailable`: never, for UTF-8 needs none.
    func csv() throws -> [UInt8] {
        var writer = try CSVWriter()
        writer.append(head.map { CellValue.text($0) })
        for row in rows { writer.append(row.map(\.value)) }
        return writer.bytes
    }

    /// As people read them.
    private var lines: [[String]] {
        rows.map { $0.map { TextTable.line($0.word ?? $0.text) } }
    }

    /// A tab or the end of a line in a text would begin a cell or a record, and what else is no
    /// character to read would move a terminal's cursor.
    static func line(_ text: String) -> String {
        guard text.contains(where: isControl) else { return text }
        return String(text.map { isControl($0) ? " " : $0 })
    }

    private static func isControl(_ character: Character) -> Bool {
        character.isNewline
            || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
