/// 줄 단위 JSON 읽기. One flat JSON object a line (RFC 8259), in UTF-8: names are columns, values are
/// texts, numbers, flags or null. Rows come as those of a table whose header is `columns`.
package struct NDJSONReader: SheetReader {
    private static let readBytesMax = 256 * 1024

    private var bytes: any ByteReader
    private let positions: [String: Int]
    private let columns: [String]
    private let limits: SheetLimits
    private var buffer: [UInt8] = []
    private var start = 0
    private var hasEnded = false
    private var row = 0

    /// - Parameter columns: the names that may occur; any other is refused with its line.
    package init(
        _ bytes: any ByteReader, columns: [String], hasMark: Bool = false,
        limits: SheetLimits = SheetLimits()
    ) throws {
        self.bytes = bytes
        self.columns = columns
        self.limits = limits
        positions = Dictionary(
            uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
        buffer = try self.bytes.read(upTo: NDJSONReader.readBytesMax)
        hasEnded = buffer.isEmpty
        if hasMark { start = min(TextEncoding.utf8Mark.count, buffer.count) }
    }

    package mutating func next(into cells: inout [String]) throws -> Int? {
        while let line = try nextLine() {
            row += 1
            cells = [String](repeating: "", count: columns.count)
            var object = FlatObject(buffer[line])
            guard let members = object.read() else {
                throw SheetProblem(row: row, column: nil, .notAnObject)
            }
            guard let members else { continue }
            for (name, text) in members {
                guard let position = positions[name] else {
                    throw SheetProblem(row: row, column: nil, .unknownName(name))
                }
                cells[position] = text
            }
            return row
        }
        return nil
    }

    /// The bytes of the next line, without its end; they stay in the buffer until the line after.
    private mutating func nextLine() throws -> Range<Int>? {
        while true {
            if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return start..<end
            }
            if hasEnded {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return start..<buffer.count
            }
            guard buffer.count - start <= limits.rowBytesMax else {
                throw SheetProblem(
                    row: row + 1, column: nil, .rowTooLong(bytesMax: limits.rowBytesMax))
            }
            buffer.removeFirst(start)
            start = 0
            let more = try bytes.read(upTo: NDJSONReader.readBytesMax)
            hasEnded = more.isEmpty
            buffer += more
        }
    }
}

/// One line: an object of scalars, or nothing.
private struct FlatObject {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// - Returns: `nil` for what is no flat object; no members at all for a blank line.
    mutating func read() -> [(String, String)]?? {
        skipBlanks()
        guard index < bytes.endIndex else { return .some(nil) }
        guard take("{") else { return nil }
        var members: [(String, String)] = []
        var names: Set<String> = []
        skipBlanks()
        if !take("}") {
            repeat {
                skipBlanks()
                guard let name = string(), names.insert(name).inserted else { return nil }
                skipBlanks()
                guard take(":") else { return nil }
                skipBlanks()
                guard let value = scalar() else { return nil }
                members.append((name, value))
                skipBlanks()
            } while take(",")
            guard take("}") else { return nil }
        }
        skipBlanks()
        guard index == bytes.endIndex else { return nil }
        return .some(members)
    }

    private mutating func skipBlanks() {
        while index < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    /// A text as it is; a number or flag as it is written; nothing for null.
    private mutating func scalar() -> String? {
        guard index < bytes.endIndex else { return nil }
        if bytes[index] == UInt8(ascii: "\"") { return string() }
        let rest = bytes[index...].prefix { byte in
            byte != UInt8(ascii: ",") && byte != UInt8(ascii: "}") && byte > 0x20
        }
        let word = String(decoding: rest, as: UTF8.self)
        index = rest.endIndex
        switch word {
        case "true", "false": return word
        case "null": return ""
        default:
            let isNumber = word.utf8.allSatisfy {
                (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0)
            }
            return isNumber && Double(word) != nil ? word : nil
        }
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text: [UInt8] = []
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let character = escaped() else { return nil }
                text.append(contentsOf: String(character).utf8)
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard index < bytes.endIndex else { return nil }
        defer { index += 1 }
        switch bytes[index] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return unit()
        default: return nil
        }
    }

    /// Stands on the `u` and ends on the last digit.
    private mutating func unit() -> Unicode.Scalar? {
        guard let first = fourDigits() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard index + 2 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "\\"),
            bytes[index + 2] == UInt8(ascii: "u")
        else { return nil }
        index += 2
        guard let second = fourDigits(), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
        guard index + 4 < bytes.endIndex else { return nil }
        let digits = String(decoding: bytes[index + 1...index + 4], as: UTF8.self)
        guard digits.utf8.count == 4, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
            let value = UInt32(digits, radix: 16)
        else { return nil }
        index += 4
        return value
    }
}
