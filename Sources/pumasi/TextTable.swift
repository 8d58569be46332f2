import Foundation

/// Rows for people: aligned on a terminal, and elsewhere one record a line with tabs between, for
/// other programs. A Hangul syllable is two columns wide.
struct TextTable {
    private static let gap = 2

    private let head: [String]
    private var rows: [[String]] = []

    init(_ head: [String]) {
        self.head = head
    }

    /// - Parameter row: as many cells as the head has; any other number is a bug.
    mutating func add(_ row: [String]) {
        precondition(row.count == head.count, "a row has a cell for each column")
        rows.append(row)
    }

    /// - Parameter isAligned: with a head and padding; by default, when standard output is a
    ///   terminal.
    func text(isAligned: Bool = isatty(STDOUT_FILENO) == 1) -> String {
        guard isAligned else {
            return rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        }
        let all = [head] + rows
        let widths = head.indices.map { column in
            all.map { TextTable.columns($0[column]) }.max() ?? 0
        }
        return all.map { TextTable.line($0, widths) }.joined(separator: "\n")
    }

    private static func line(_ row: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in row.enumerated() {
            line += cell
            guard index + 1 < row.count else { break }
            line += String(repeating: " ", count: widths[index] - columns(cell) + gap)
        }
        return line
    }

    /// Columns on a terminal, by the wide blocks of Unicode's East Asian Width (UAX 11).
    static func columns(_ text: String) -> Int {
        text.reduce(0) { sum, character in
            guard let scalar = character.unicodeScalars.first else { return sum }
            return sum + (wide.contains { $0.contains(scalar.value) } ? 2 : 1)
        }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
