/// 줄인 양식. A stylesheet without what only its authors read: comments, line breaks and the blanks
/// that mean nothing. Quoted text stays as it is.
struct StylesheetText {
    private(set) var bytes: [UInt8] = []

    init(_ source: [UInt8]) {
        var rest = source[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                bytes.append(byte)
                while let quoted = rest.popFirst() {
                    bytes.append(quoted)
                    if quoted == UInt8(ascii: "\"") { break }
                }
            case UInt8(ascii: "/") where rest.first == UInt8(ascii: "*"):
                rest.skipBlockComment()
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                if let last = bytes.last, !StylesheetText.joins(last) {
                    bytes.append(UInt8(ascii: " "))
                }
            default:
                if StylesheetText.joins(byte), bytes.last == UInt8(ascii: " "),
                    byte != UInt8(ascii: ":")
                {
                    bytes.removeLast()
                }
                if byte == UInt8(ascii: "}"), bytes.last == UInt8(ascii: ";") {
                    bytes.removeLast()
                }
                bytes.append(byte)
            }
        }
    }

    /// After these, and before them, a blank means nothing; before a colon it does.
    private static func joins(_ byte: UInt8) -> Bool {
        " {};:,>".utf8.contains(byte)
    }
}

extension ArraySlice<UInt8> {
    /// Goes on behind a comment, whose first stroke is taken already. Scripts have the same.
    mutating func skipBlockComment() {
        while let one = popFirst() {
            if one == UInt8(ascii: "*"), first == UInt8(ascii: "/") { break }
        }
        self = dropFirst()
    }
}
