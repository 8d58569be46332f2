/// 줄인 모듈. A module without what only its authors read: comments, indentation and the blanks that
/// mean nothing. Strings, templates and patterns stay as they are, and so does every line end that
/// may end a statement (ECMA-262, 12.10).
struct ScriptText {
    private(set) var bytes: [UInt8] = []
    private var rest: ArraySlice<UInt8>

    init(_ source: [UInt8]) {
        rest = source[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "`"): copy(upTo: byte)
            case UInt8(ascii: "/") where rest.first == UInt8(ascii: "/"):
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            case UInt8(ascii: "/") where rest.first == UInt8(ascii: "*"):
                rest.skipBlockComment()
            case UInt8(ascii: "/") where isPatternNext: copy(upTo: byte)
            case UInt8(ascii: " "): skip(byte, after: " \n{}()[];,=><?:&|")
            case UInt8(ascii: "\n"): skip(byte, after: "\n{([,;=>?:&|")
            default:
                if "{}()[];,=><?:&|".utf8.contains(byte), bytes.last == UInt8(ascii: " ") {
                    bytes.removeLast()
                }
                if "})]?:&|.".utf8.contains(byte), bytes.last == UInt8(ascii: "\n") {
                    bytes.removeLast()
                }
                bytes.append(byte)
            }
        }
    }

    /// A blank or a line end that means nothing where it stands is left out; of several, one stays.
    private mutating func skip(_ byte: UInt8, after ends: String) {
        if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        guard let last = bytes.last, !ends.utf8.contains(last) else { return }
        bytes.append(byte)
    }

    /// After these a stroke begins a pattern; elsewhere it divides.
    private var isPatternNext: Bool {
        bytes.last { $0 != UInt8(ascii: " ") }.map { "(,=:[!&|?{};\n".utf8.contains($0) } ?? true
    }

    /// What is quoted, up to and with its end.
    private mutating func copy(upTo end: UInt8) {
        bytes.append(end)
        while let byte = rest.popFirst() {
            bytes.append(byte)
            if byte == end { return }
            if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { bytes.append(next) }
        }
    }
}
