/// 초성. The consonants that begin the syllables of a text, as people type them to find a name
/// quickly: ㅊㅁㅎ for 최민호, ㅅㅈ for 세종.
extension String {
    /// Each Hangul syllable as its first consonant, everything else as it is: `세종시 2` is `ㅅㅈㅅ 2`.
    package var initialConsonants: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.initialConsonant ?? $0 }))
    }
}

extension Unicode.Scalar {
    /// Unicode, 3.12: a syllable is 0xAC00 + (initial × 21 + vowel) × 28 + final.
    static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3
    /// The 19 initials in the order of the syllables, as letters of a keyboard.
    static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)

    /// ㅊ for 최; `nil` for what is no Hangul syllable.
    package var initialConsonant: Unicode.Scalar? {
        guard Unicode.Scalar.syllables.contains(value) else { return nil }
        return Unicode.Scalar.initials[Int((value - 0xAC00) / 588)]
    }

    package var isInitialConsonant: Bool {
        (0x3131...0x314E).contains(value) && Unicode.Scalar.initials.contains(self)
    }

    /// Whether this syllable is what `typed` may yet become: 미 becomes 민, and ㅁ either of them.
    func continues(_ typed: Unicode.Scalar) -> Bool {
        if self == typed { return true }
        guard Unicode.Scalar.syllables.contains(value) else { return false }
        if typed.isInitialConsonant { return initialConsonant == typed }
        guard Unicode.Scalar.syllables.contains(typed.value), (typed.value - 0xAC00) % 28 == 0
        else { return false }
        return (value - 0xAC00) / 28 == (typed.value - 0xAC00) / 28
    }
}
