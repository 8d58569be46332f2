/// 글자 폭. Columns that a text takes on a terminal, by Unicode's East Asian Width (UAX 11).
struct TextWidth {
    func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    /// Of what is drawn as one character its first scalar tells.
    private func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        return TextWidth.wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
