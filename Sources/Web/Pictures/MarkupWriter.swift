/// 표시 언어 쓰기. Writes XML in the order it is told: for pictures and for graphs that other programs
/// read. What XML cannot hold at all is left out (XML 1.0, 2.2).
struct MarkupWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Text that is markup already.
    mutating func raw(_ markup: String) {
        bytes.append(contentsOf: markup.utf8)
    }

    /// Bytes that need no care are copied a run at a time: a page is mostly these.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (place, byte) in utf8.enumerated() where MarkupWriter.needsCare(byte) {
                guard place >= start, let (escape, count) = MarkupWriter.escape(utf8[place...])
                else { continue }
                bytes.append(contentsOf: utf8[start..<place])
                raw(escape)
                start = place + count
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    private static func needsCare(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x26 || byte == 0x22 || byte == 0x3C || byte == 0x3E || byte == 0xEF
    }

    /// What stands for the bytes at the front, and for how many of them; `nil` where they may stay.
    private static func escape(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> (String, Int)? {
        switch utf8.first {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case 0x09: ("&#9;", 1)
        case 0x0A: ("&#10;", 1)
        case 0x0D: ("&#13;", 1)
        // U+FFFE and U+FFFF.
        case 0xEF:
            utf8.starts(with: [0xEF, 0xBF, 0xBE]) || utf8.starts(with: [0xEF, 0xBF, 0xBF])
                ? ("", 3) : nil
        default: ("", 1)
        }
    }

    mutating func attribute(_ key: String, _ value: String) {
        raw(" ")
        raw(key)
        raw("=\"")
        text(value)
        raw("\"")
    }

    /// `<name a="b">content</name>`, or `<name a="b"/>` without content.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>,
        _ content: ((inout MarkupWriter) -> Void)? = nil
    ) {
        raw("<")
        raw(name)
        for (key, value) in attributes { attribute(key, value) }
        guard let content else { return raw("/>") }
        raw(">")
        content(&self)
        raw("</")
        raw(name)
        raw(">")
    }
}
