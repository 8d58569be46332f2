/// Text of cells: characters that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, 22.4.2.4).
enum SheetText {
    /// With it every escape begins.
    private static let opening = UInt16(UInt8(ascii: "_"))

    static func unescape(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "_")) else { return text }
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            if unit == opening, let escaped = escapedUnit(rest.prefix(7)) {
                units.append(escaped)
                rest = rest.dropFirst(7)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Escapes control characters, and text that only looks like an escape.
    static func escape(_ text: String) -> String {
        // U+FFFE and U+FFFF, which begin with EF in UTF-8, are no characters of XML either.
        let needsNone = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 != UInt8(ascii: "_") && $0 != 0xEF
        }
        guard !needsNone else { return text }
        var escaped = ""
        var rest = Array(text.utf16)[...]
        var plain: [UInt16] = []
        while let unit = rest.popFirst() {
            let looksEscaped = unit == opening && escapedUnit([unit] + rest.prefix(6)) != nil
            let isControl = unit < 0x20 && unit != 0x09 && unit != 0x0A || unit >= 0xFFFE
            guard looksEscaped || isControl else {
                plain.append(unit)
                continue
            }
            escaped += String(decoding: plain, as: UTF16.self)
            plain.removeAll()
            let digits = String(unit, radix: 16, uppercase: true)
            escaped += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
        }
        return escaped + String(decoding: plain, as: UTF16.self)
    }

    private static func escapedUnit(_ units: some Sequence<UInt16>) -> UInt16? {
        let units = Array(units)
        guard units.count == 7, units[0] == opening, units[1] == UInt16(UInt8(ascii: "x")),
            units[6] == opening
        else { return nil }
        let digits = String(decoding: units[2...5], as: UTF16.self)
        guard digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        return UInt16(digits, radix: 16)
    }
}
