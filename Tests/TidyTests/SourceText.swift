/// A source text in three layers of equal length: what is code, what stands in string literals,
/// what stands in comments. Every byte is in one layer and a blank in the others; line ends are in
/// all three, so that a line number is the same everywhere.
struct SourceText {
    private(set) var code: [UInt8]
    private(set) var literals: [UInt8]
    private(set) var comments: [UInt8]

    private enum Layer {
        case code, literal, comment
    }

    init(_ text: String, isSwift: Bool) {
        let bytes = Array(text.utf8)
        code = bytes
        literals = bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
        comments = literals
        guard isSwift else { return }
        var position = 0
        readCode(bytes, &position, untilParenthesis: false)
    }

    /// Moves the byte at `position` to a layer and steps over it.
    private mutating func take(_ bytes: [UInt8], _ position: inout Int, _ layer: Layer) {
        let byte = bytes[position]
        if byte != UInt8(ascii: "\n"), layer != .code {
            code[position] = UInt8(ascii: " ")
            if layer == .literal { literals[position] = byte } else { comments[position] = byte }
        }
        position += 1
    }

    private static func has(_ prefix: StaticString, _ bytes: [UInt8], at position: Int) -> Bool {
        guard position + prefix.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<prefix.utf8CodeUnitCount).allSatisfy {
            prefix.utf8Start[$0] == bytes[position + $0]
        }
    }

    /// Reads code to the end or, inside an interpolation, to the parenthesis that closes it.
    private mutating func readCode(
        _ bytes: [UInt8], _ position: inout Int, untilParenthesis: Bool
    ) {
        var depth = 0
        while position < bytes.count {
            if SourceText.has("//", bytes, at: position) {
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
                    take(bytes, &position, .comment)
                }
            } else if SourceText.has("/*", bytes, at: position) {
                readBlockComment(bytes, &position)
            } else if let hashes = SourceText.literal(bytes, at: position) {
                readLiteral(bytes, &position, hashes: hashes)
            } else {
                if bytes[position] == UInt8(ascii: "(") { depth += 1 }
                if bytes[position] == UInt8(ascii: ")") {
                    if depth == 0, untilParenthesis { return }
                    depth -= 1
                }
                take(bytes, &position, .code)
            }
        }
    }

    /// Block comments nest in Swift.
    private mutating func readBlockComment(_ bytes: [UInt8], _ position: inout Int) {
        var depth = 0
        repeat {
            let opens = SourceText.has("/*", bytes, at: position)
            let closes = SourceText.has("*/", bytes, at: position)
            depth += opens ? 1 : closes ? -1 : 0
            for _ in 0..<(opens || closes ? 2 : 1) { take(bytes, &position, .comment) }
        } while depth > 0 && position < bytes.count
    }

    /// How many `#` stand before the quotation mark of a literal that begins here, if one does.
    private static func literal(_ bytes: [UInt8], at position: Int) -> Int? {
        var end = position
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - position : nil
    }

    private mutating func readLiteral(_ bytes: [UInt8], _ position: inout Int, hashes: Int) {
        position += hashes
        let quotes = SourceText.has("\"\"\"", bytes, at: position) ? 3 : 1
        position += quotes
        while position < bytes.count {
            let mark = SourceText.run(UInt8(ascii: "\""), bytes, at: position) >= quotes
            if mark, SourceText.run(UInt8(ascii: "#"), bytes, at: position + quotes) >= hashes {
                position += quotes + hashes
                return
            }
            guard bytes[position] == UInt8(ascii: "\\"),
                SourceText.run(UInt8(ascii: "#"), bytes, at: position + 1) >= hashes
            else {
                take(bytes, &position, .literal)
                continue
            }
            for _ in 0...hashes { take(bytes, &position, .literal) }
            guard position < bytes.count else { return }
            if bytes[position] == UInt8(ascii: "(") {
                position += 1
                readCode(bytes, &position, untilParenthesis: true)
            } else {
                take(bytes, &position, .literal)
            }
        }
    }

    private static func run(_ byte: UInt8, _ bytes: [UInt8], at position: Int) -> Int {
        var end = position
        while end < bytes.count, bytes[end] == byte { end += 1 }
        return end - position
    }

    /// The lines of one layer, numbered from one.
    static func lines(of layer: [UInt8]) -> [(number: Int, text: String)] {
        layer.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated().map { ($0.offset + 1, String(decoding: $0.element, as: UTF8.self)) }
    }
}
