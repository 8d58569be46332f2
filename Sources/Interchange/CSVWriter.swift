/// 쉼표 구분 목록 쓰기. RFC 4180 with CRLF, in UTF-8 with a byte order mark (without one Excel reads
/// garbage) or in CP949. What CP949 does not have is named by row and column and never written
/// half: whoever finds problems throws the bytes away.
package struct CSVWriter {
    /// A character that the encoding does not have.
    package struct Unencodable: Hashable, Sendable {
        /// From 1, the header included.
        package let row: Int
        package let column: Int
        package let character: Character
    }

    /// Enough to mend a file by.
    private static let problemsMax = 1000

    /// What was written since it was taken last.
    package private(set) var bytes: [UInt8]
    package private(set) var problems: [Unencodable] = []
    private let delimiter: UInt8
    private let converter: TextConverter?
    private var row = 0

    /// - Throws: `TextConverter.Unavailable`.
    package init(
        encoding: TextEncoding = .utf8, delimiter: UInt8 = UInt8(ascii: ",")
    ) throws {
        bytes = encoding == .utf8 ? TextEncoding.utf8Mark : []
        converter = encoding == .utf8 ? nil : try TextConverter(to: encoding)
        self.delimiter = delimiter
    }

    /// One cell a column. Only text can be taken for a formula and is guarded.
    package mutating func append(_ cells: [CellValue]) {
        row += 1
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            switch cell {
            case .empty: break
            case .number(let number): bytes.append(contentsOf: number.utf8)
            case .date(let date): bytes.append(contentsOf: date.text.utf8)
            case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
            case .text(let text), .error(let text):
                append(FormulaGuard.guarding(text), column: index + 1)
            }
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// Takes what was written so far, for whoever sends it on piece by piece.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ text: String, column: Int) {
        let quote = UInt8(ascii: "\"")
        let content = encoded(text, column: column)
        guard needsQuotes(content) else {
            bytes += content
            return
        }
        bytes.append(quote)
        for byte in content {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private func needsQuotes(_ content: [UInt8]) -> Bool {
        content.contains { byte in
            byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
    }

    private mutating func encoded(_ text: String, column: Int) -> [UInt8] {
        let utf8 = Array(text.utf8)
        guard let converter, utf8.contains(where: { $0 >= 0x80 }) else { return utf8 }
        if case .success(let converted) = utf8.withUnsafeBytes(converter.convert) {
            return converted
        }
        for character in text where problems.count < CSVWriter.problemsMax {
            let alone = Array(String(character).utf8)
            if case .failure = alone.withUnsafeBytes(converter.convert) {
                problems.append(Unencodable(row: row, column: column, character: character))
            }
        }
        return []
    }
}
