// The one file of this room that needs Foundation: Unicode normalisation (UAX #15) beyond Hangul.
import Foundation

extension String {
    /// 정규화. The text in Normalisation Form C. Texts typed in Korea nearly always are in it
    /// already, which their bytes show; only the others are taken apart.
    package var normalised: String {
        isPlainlyNormalised ? self : precomposedStringWithCanonicalMapping
    }

    /// True when every character is ASCII, a Hangul syllable or a unified ideograph: none of these
    /// changes in Form C, whatever stands beside it. False says nothing.
    private var isPlainlyNormalised: Bool {
        if utf8.allSatisfy({ $0 < 0x80 }) { return true }
        var characters = unicodeScalars.makeIterator()
        while let character = characters.next() {
            switch character.value {
            case 0..<0x80, 0xAC00...0xD7A3, 0x4E00...0x9FFF: continue
            default: return false
            }
        }
        return true
    }

    /// 다듬기. Form C without blanks at either end; invisible characters (zero-width blanks, byte
    /// order marks) and non-breaking blanks count as blanks.
    package var tidied: String {
        if isPlainlyTidy { return self }
        let text = normalised
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex {
            return text
        }
        return String(scalars[first...last])
    }

    /// True when every byte is visible ASCII, as in most fields: then there is nothing to tidy.
    private var isPlainlyTidy: Bool {
        utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    }

    /// Full-width forms (U+FF01 to U+FF5E) as their ASCII twins: １００，０００ becomes 100,000.
    var narrowed: String {
        guard unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) })
        else { return self }
        var narrow = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            narrow.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(narrow)
    }

    /// The text without any blank.
    var closedUp: String {
        guard unicodeScalars.contains(where: \.isBlank) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isBlank }))
    }
}

extension Unicode.Scalar {
    /// White space, or a character nobody can see.
    var isBlank: Bool {
        switch value {
        case 0x20: true
        case 0x21..<0x80: false
        // Letters of Korean texts, without a look into Unicode's tables.
        case 0x3001...0xD7A3: false
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
        default: properties.isWhitespace
        }
    }
}
