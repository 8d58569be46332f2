/// 쉼표 구분 목록 읽기. RFC 4180 over bytes, never over characters: row and column stand in every
/// problem, quoted line breaks stay, a trailing empty cell is a cell. Delimiter, quote and line
/// break are ASCII, which no second byte of CP949 is; so rows are cut first and decoded by cell.
package struct CSVReader: SheetReader {
    private static let readBytesMax = 256 * 1024

    private var bytes: any ByteReader
    package let delimiter: UInt8
    private let encoding: TextEncoding
    private let converter: TextConverter?
    private let limits: SheetLimits

    private var buffer: [UInt8] = []
    /// Where the next row begins.
    private var start = 0
    private var hasEnded = false
    private var row = 0
    /// A quoted cell without its doubled quotes.
    private var unquoted: [UInt8] = []

    /// - Parameters:
    ///   - delimiter: `nil` to take the one that `CSVDelimiter` finds.
    ///   - hasMark: whether a byte order mark stands at the front.
    /// - Throws: what reading throws; `TextConverter.Unavailable`.
    package init(
        _ bytes: any ByteReader, delimiter: UInt8? = nil, encoding: TextEncoding = .utf8,
        hasMark: Bool = false, limits: SheetLimits = SheetLimits()
    ) throws {
        self.bytes = bytes
        self.encoding = encoding
        self.limits = limits
        converter = encoding == .utf8 ? nil : try TextConverter(from: encoding)
        let head = try self.bytes.read(upTo: CSVReader.readBytesMax)
        let first = hasMark ? min(TextEncoding.utf8Mark.count, head.count) : 0
        self.delimiter = delimiter ?? CSVDelimiter.guess(from: head[first...])
        (buffer, start, hasEnded) = (head, first, head.isEmpty)
    }

    package mutating func next(into cells: inout [String]) throws -> Int? {
        while true {
            if start < buffer.count, let end = try scan(into: &cells) {
                guard end - start <= limits.rowBytesMax else {
                    throw problem(0, .rowTooLong(bytesMax: limits.rowBytesMax))
                }
                start = end
                row += 1
                return row
            }
            if hasEnded { return nil }
            guard buffer.count - start <= limits.rowBytesMax else {
                throw problem(0, .rowTooLong(bytesMax: limits.rowBytesMax))
            }
            try fill()
        }
    }

    /// Drops the rows that are done and reads on.
    private mutating func fill() throws {
        buffer.removeFirst(start)
        start = 0
        let more = try bytes.read(upTo: CSVReader.readBytesMax)
        hasEnded = more.isEmpty
        buffer += more
    }

    /// Reads one row in the place of another.
    /// - Returns: where the next one begins; `nil` when this one is not yet whole.
    private mutating func scan(into cells: inout [String]) throws -> Int? {
        var index = start
        var column = 0
        while true {
            let cell =
                index < buffer.count && buffer[index] == CSVReader.quote
                ? try quotedCell(from: index, column: column)
                : plainCell(from: index)
            guard let cell else { return nil }
            guard column < limits.columnsMax else {
                throw problem(column, .tooManyColumns(columnsMax: limits.columnsMax))
            }
            try put(cell, in: column, of: &cells)
            column += 1
            index = cell.end
            guard index < buffer.count, buffer[index] == delimiter else { break }
            index += 1
        }
        if cells.count > column { cells.removeLast(cells.count - column) }
        guard index < buffer.count else { return index }
        if buffer[index] == CSVReader.lineFeed { return index + 1 }
        if index + 1 < buffer.count {
            return index + (buffer[index + 1] == CSVReader.lineFeed ? 2 : 1)
        }
        // A carriage return: whether a line feed follows is yet to be read.
        return hasEnded ? index + 1 : nil
    }

    /// Most cells of a list say what the one above says: its text is good for both.
    private func put(_ cell: Cell, in column: Int, of cells: inout [String]) throws {
        guard column < cells.count else {
            return cells.append(try text(cell, column: column))
        }
        if isText(cells[column], of: cell) { return }
        cells[column] = try text(cell, column: column)
    }

    private func isText(_ text: String, of cell: Cell) -> Bool {
        guard converter == nil, !cell.isUnquoted, text.utf8.count == cell.content.count
        else { return false }
        return text.utf8.elementsEqual(buffer[cell.content])
    }

    private struct Cell {
        /// The bytes within the buffer; those of a cell with doubled quotes lie in `unquoted`.
        var content: Range<Int>
        var isUnquoted = false
        /// The delimiter or line break after it, or the end of the file.
        var end: Int
    }

    private func plainCell(from start: Int) -> Cell? {
        let end = buffer.withUnsafeBufferPointer { buffer in
            var index = start
            while index < buffer.count {
                let byte = buffer[index]
                // Both line breaks lie below the blank, and so may a delimiter.
                if byte == delimiter || byte == CSVReader.lineFeed
                    || byte == CSVReader.carriageReturn
                {
                    break
                }
                index += 1
            }
            return index
        }
        guard end < buffer.count || hasEnded else { return nil }
        return Cell(content: start..<end, end: end)
    }

    private mutating func quotedCell(from start: Int, column: Int) throws -> Cell? {
        var index = start + 1
        var contentStart = index
        var isDoubled = false
        unquoted.removeAll(keepingCapacity: true)
        while true {
            guard let quote = buffer[index...].firstIndex(of: CSVReader.quote) else {
                guard !hasEnded else { throw problem(column, .quoteNotClosed) }
                return nil
            }
            if quote + 1 < buffer.count, buffer[quote + 1] == CSVReader.quote {
                isDoubled = true
                unquoted += buffer[contentStart...quote]
                index = quote + 2
                contentStart = index
                continue
            }
            guard quote + 1 < buffer.count || hasEnded else { return nil }
            if isDoubled { unquoted += buffer[contentStart..<quote] }
            let end = quote + 1
            if end < buffer.count {
                let byte = buffer[end]
                guard
                    byte == delimiter || byte == CSVReader.lineFeed
                        || byte == CSVReader.carriageReturn
                else { throw problem(column, .textAfterQuote) }
            }
            return Cell(content: start + 1..<quote, isUnquoted: isDoubled, end: end)
        }
    }

    private func text(_ cell: Cell, column: Int) throws -> String {
        let text =
            cell.isUnquoted
            ? unquoted.withUnsafeBytes(decode)
            : buffer.withUnsafeBytes { decode(UnsafeRawBufferPointer(rebasing: $0[cell.content])) }
        guard let text else { throw problem(column, .notInEncoding(encoding)) }
        return text
    }

    private func decode(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard let converter, bytes.contains(where: { $0 >= 0x80 }) else {
            return String(validating: bytes, as: UTF8.self)
        }
        guard case .success(let converted) = converter.convert(bytes) else { return nil }
        return String(validating: converted, as: UTF8.self)
    }

    /// - Parameter column: how many cells stand before it.
    private func problem(_ column: Int, _ cause: SheetProblem.Cause) -> SheetProblem {
        SheetProblem(row: row + 1, column: column + 1, cause)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
