/// The text of XML: references, line ends, names.
package enum XMLText {
    /// The longest reference anybody writes: `&#x10FFFF;`, with zeros to spare.
    static let referenceBytesMax = 32

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    static func isValid(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    /// A name; `nil` for none. Which letters it is made of is the business of who compares it.
    static func name(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let first = bytes.first, first > UInt8(ascii: "9") else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    static func localName(_ name: String) -> String {
        name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[name.index(after: $0)...]) }
            ?? name
    }

    /// CR LF and a lone CR are one line feed (2.11).
    static func withPlainLineEnds(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        guard raw.contains(0x0D) else { return Array(raw) }
        var plain: [UInt8] = []
        plain.reserveCapacity(raw.count)
        var isAfterReturn = false
        for byte in raw {
            if !(byte == 0x0A && isAfterReturn) { plain.append(byte == 0x0D ? 0x0A : byte) }
            isAfterReturn = byte == 0x0D
        }
        return plain
    }

    /// Replaces the five names XML has and numbers of characters; `nil` for any other reference.
    static func resolve(_ raw: ArraySlice<UInt8>) -> [UInt8]? {
        let plain = withPlainLineEnds(raw)
        guard plain.contains(UInt8(ascii: "&")) else { return plain }
        var resolved: [UInt8] = []
        resolved.reserveCapacity(plain.count)
        var rest = plain[...]
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            resolved.append(contentsOf: rest[..<ampersand])
            guard let end = rest[ampersand...].firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(of: rest[(ampersand + 1)..<end])
            else { return nil }
            resolved.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            rest = rest[(end + 1)...]
        }
        resolved.append(contentsOf: rest)
        return resolved
    }

    private static func scalar(of reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard reference.count <= referenceBytesMax else { return nil }
        let text = String(decoding: reference, as: UTF8.self)
        switch text {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard text.hasPrefix("#"), !text.contains("+"), !text.contains("-") else { return nil }
        let number =
            text.hasPrefix("#x") ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text.dropFirst())
        // Zero is no character of XML.
        return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }

    /// How much of some text can be taken before the next piece is known.
    static func safeEnd(of text: ArraySlice<UInt8>) -> Int {
        var end = text.endIndex
        if let ampersand = text.suffix(referenceBytesMax).lastIndex(of: UInt8(ascii: "&")),
            !text[ampersand...].contains(UInt8(ascii: ";"))
        {
            end = ampersand
        }
        // Back to where a character begins: a lead byte among the last four may want more.
        if end > text.startIndex, text[end - 1] >= 0x80 {
            var lead = end - 1
            while lead > text.startIndex, text[lead] & 0xC0 == 0x80 { lead -= 1 }
            end = lead
        }
        if end > text.startIndex, text[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// Text as it stands between tags and in quotes. XML has no other control characters than
    /// these three, and what nobody can write is left out.
    package static func escape(_ text: String) -> String {
        var escaped: [UInt8] = []
        append(text, to: &escaped)
        return String(decoding: escaped, as: UTF8.self)
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case 0x09: bytes.append(contentsOf: "&#9;".utf8)
            case 0x0A: bytes.append(contentsOf: "&#10;".utf8)
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            case 0..<0x20: break
            default: bytes.append(byte)
            }
        }
    }
}
