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

    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            case "\t", "\n", "\r": raw("&#\(scalar.value);")
            default:
                guard scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF
                else { continue }
                bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
            }
        }
    }

    /// `<name a="b">content</name>`, or `<name a="b"/>` without content.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String>,
        _ content: ((inout MarkupWriter) -> Void)? = nil
    ) {
        raw("<\(name)")
        for (key, value) in attributes {
            raw(" \(key)=\"")
            text(value)
            raw("\"")
        }
        guard let content else { return raw("/>") }
        raw(">")
        content(&self)
        raw("</\(name)>")
    }
}
