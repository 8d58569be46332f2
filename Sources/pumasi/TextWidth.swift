/// 글자 폭. Columns that a text takes on a terminal, by Unicode's East Asian Width (UAX 11). Of □, ○,
/// ※ and ① that says nothing: they are one column wide where most terminals are made, and two where
/// a Korean font draws them.
struct TextWidth {
    var isAmbiguousWide = false

    func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    /// As many whole characters as find room, and a mark where that is not all of them.
    func cut(_ text: String, to columnsMax: Int) -> String {
        guard columns(text) > columnsMax else { return text }
        let mark: Character = "…"
        var room = columnsMax - columns(mark)
        let kept = text.prefix { character in
            room -= columns(character)
            return room >= 0
        }
        return String(kept) + String(mark)
    }

    /// Of what is drawn as one character its first scalar tells. A mark with nothing before it to
    /// stand on takes no column, and nor does what only directs how others are drawn; a soft hyphen
    /// does on a terminal, which breaks no words.
    private func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        let properties = scalar.properties
        if [.nonspacingMark, .enclosingMark].contains(properties.generalCategory) { return 0 }
        if TextWidth.wide.contains(where: { $0.contains(scalar.value) }) { return 2 }
        if properties.isDefaultIgnorableCodePoint, scalar != "\u{AD}" { return 0 }
        return isAmbiguousWide && TextWidth.isAmbiguous(scalar.value) ? 2 : 1
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
    ]

    /// Whether a range of the table has it: it begins one, or the next bound is where one ends.
    private static func isAmbiguous(_ scalar: UInt32) -> Bool {
        guard let bound = ambiguous.firstIndex(where: { $0 >= scalar }) else { return false }
        return ambiguous[bound] == scalar || !bound.isMultiple(of: 2)
    }
}
