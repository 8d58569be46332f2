import Hometown

/// 글 너비. How wide a text is at most in any of the fonts a picture names, in thousandths of its
/// size, and how it is broken to fit. A syllable is never cut: texts end at whole characters.
enum RelayTextWidth {
    static func of(_ text: String, size: Int) -> Int {
        (text.reduce(0) { $0 + thousandths($1) } * size + 999) / 1000
    }

    /// Lines of at most `width`; a text that needs more than `linesMax` ends with an ellipsis.
    static func lines(of text: String, size: Int, width: Int, linesMax: Int) -> [String] {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty, lines.count < linesMax {
            let isLast = lines.count + 1 == linesMax
            if of(String(rest), size: size) <= width {
                lines.append(String(rest))
                rest = ""
            } else if isLast {
                lines.append(cut(rest, size: size, width: width))
                rest = ""
            } else {
                let end = lineEnd(of: rest, size: size, width: width)
                lines.append(String(rest[..<end]).tidied)
                rest = rest[end...].drop { $0 == " " }
            }
        }
        return lines
    }

    /// After the last blank that fits, else after the last character that does.
    private static func lineEnd(of text: Substring, size: Int, width: Int) -> String.Index {
        var room = width * 1000
        var blank: String.Index?
        var index = text.startIndex
        while index < text.endIndex {
            room -= thousandths(text[index]) * size
            if room < 0 { break }
            if text[index] == " " { blank = index }
            index = text.index(after: index)
        }
        if let blank, blank > text.startIndex { return blank }
        return max(index, text.index(after: text.startIndex))
    }

    private static func cut(_ text: Substring, size: Int, width: Int) -> String {
        var room = width * 1000 - thousandths("…") * size
        var end = text.startIndex
        while end < text.endIndex {
            room -= thousandths(text[end]) * size
            if room < 0 { break }
            end = text.index(after: end)
        }
        return String(text[..<end]).tidied + "…"
    }

    /// Upper bounds over Noto Sans KR, Nanum Gothic, Malgun Gothic and DejaVu Sans, which stands
    /// in where no Korean font is.
    private static func thousandths(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x20: return 350
        case 0x30...0x39: return 640
        case 0x4D, 0x57, 0x6D, 0x77, 0x25, 0x40: return 1000
        case 0x41...0x5A: return 790
        case 0x61...0x7A: return 650
        case 0x21...0x7E: return 500
        case 0xA0..<0x1100: return 700
        default: return 1000
        }
    }
}
