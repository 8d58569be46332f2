/// 줄 단위 JSON 쓰기. One flat object a line, in UTF-8; an empty cell is left out with its name.
package struct NDJSONWriter {
    /// What was written since it was taken last.
    package private(set) var bytes: [UInt8] = []
    private let names: [String]

    package init(names: [String]) {
        self.names = names
    }

    /// One cell a name.
    package mutating func append(_ cells: [CellValue]) {
        var isFirst = true
        bytes.append(UInt8(ascii: "{"))
        for (name, cell) in zip(names, cells) where cell != .empty {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            quote(name)
            bytes.append(UInt8(ascii: ":"))
            switch cell {
            case .empty: break
            case .number(let number): bytes.append(contentsOf: number.utf8)
            case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
            case .date(let date): quote(date.text)
            case .text(let text), .error(let text): quote(text)
            }
        }
        bytes.append(contentsOf: "}\n".utf8)
    }

    /// Takes what was written so far, for whoever sends it on piece by piece.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// RFC 8259, 7: quotation mark, backslash and the control characters are escaped.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 0xF)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
