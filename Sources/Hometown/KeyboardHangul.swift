/// 두벌식. What was typed in Latin letters on a Korean keyboard (KS X 5002) whose owner forgot to
/// change over: `tpwhd` is 세종.
extension String {
    /// The Hangul that the same keys give; `nil` unless every letter is one of the keyboard's and
    /// at least one is there. Digits and blanks stay.
    package var typedHangul: String? {
        var composition = HangulComposition()
        var hasLetter = false
        for scalar in unicodeScalars {
            if let letter = HangulComposition.letter(of: scalar) {
                composition.add(letter)
                hasLetter = true
            } else if scalar.isASCII, !scalar.properties.isAlphabetic {
                composition.add(other: scalar)
            } else {
                return nil
            }
        }
        return hasLetter ? composition.text : nil
    }
}

/// Letters on their way to syllables, as an input method joins them. A syllable is open until a
/// letter comes that it cannot take.
private struct HangulComposition {
    private static let keys = "qQwWeErRtTyuioOpPasdfghjklzxcvbnm"
    private static let letters = "ㅂㅃㅈㅉㄷㄸㄱㄲㅅㅆㅛㅕㅑㅐㅒㅔㅖㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
    private static let byKey = Dictionary(
        uniqueKeysWithValues: zip(keys.unicodeScalars, letters.unicodeScalars))
    private static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ".unicodeScalars)
    /// From the second on: the first final is none.
    private static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)
    /// Two letters that one syllable holds in one place.
    private static let pairs: [String: Unicode.Scalar] = [
        "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
        "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
        "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
    ]

    private var done = String.UnicodeScalarView()
    private var initial: Unicode.Scalar?
    private var vowel: Unicode.Scalar?
    /// One letter or two.
    private var final: [Unicode.Scalar] = []

    /// A capital of a key that has no second letter is the letter itself.
    static func letter(of key: Unicode.Scalar) -> Unicode.Scalar? {
        if let letter = byKey[key] { return letter }
        guard ("A"..."Z").contains(key) else { return nil }
        return Unicode.Scalar(key.value + 32).flatMap { byKey[$0] }
    }

    var text: String {
        var closed = self
        closed.close()
        return String(closed.done)
    }

    mutating func add(other scalar: Unicode.Scalar) {
        close()
        done.append(scalar)
    }

    mutating func add(_ letter: Unicode.Scalar) {
        if Self.vowels.contains(letter) { add(vowel: letter) } else { add(consonant: letter) }
    }

    private mutating func add(consonant letter: Unicode.Scalar) {
        let joined = final + [letter]
        if initial != nil, vowel != nil, Self.joined(joined).map(Self.finals.contains) ?? false {
            final = joined
        } else {
            close()
            initial = letter
        }
    }

    private mutating func add(vowel letter: Unicode.Scalar) {
        if final.isEmpty, let before = vowel {
            if let both = Self.joined([before, letter]) { return vowel = both }
            close()
        } else if let last = final.popLast() {
            // The final was the beginning of the next syllable.
            close()
            initial = last
        }
        vowel = letter
    }

    private mutating func close() {
        defer { (initial, vowel, final) = (nil, nil, []) }
        guard let initial, let vowel, let first = Unicode.Scalar.initials.firstIndex(of: initial),
            let second = Self.vowels.firstIndex(of: vowel)
        else { return done.append(contentsOf: [initial, vowel].compactMap(\.self)) }
        let third = Self.joined(final).flatMap(Self.finals.firstIndex).map { $0 + 1 } ?? 0
        let value = 0xAC00 + UInt32((first * 21 + second) * 28 + third)
        if let syllable = Unicode.Scalar(value) { done.append(syllable) }
    }

    private static func joined(_ letters: [Unicode.Scalar]) -> Unicode.Scalar? {
        letters.count < 2
            ? letters.first : pairs[String(String.UnicodeScalarView(letters))]
    }
}
