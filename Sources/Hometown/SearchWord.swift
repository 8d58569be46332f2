/// 검색어. A word to be found within names, as `NamePattern` understands it, with the pieces by which
/// an index finds those that may hold it.
package struct SearchWord: Hashable, Sendable {
    /// As it was written.
    package let text: String
    /// What may be meant, as it is compared: the text, and the Hangul of its keys.
    package let spellings: [String]

    package init(_ text: String) {
        self.text = text
        spellings = [text, text.tidied.typedHangul].compactMap { $0.map(NamePattern.key) }
            .filter { !$0.isEmpty }
    }

    package var pattern: NamePattern { NamePattern(text) }

    /// 글자 조각. What an index of names holds of one: its letters and its pairs of letters, and the
    /// same of its initials. Names in Korea have two to four syllables and are looked for by two of
    /// them: pieces of three, as of an index of trigrams, would find none of these.
    package static func grams(of name: String) -> [String] {
        let key = NamePattern.key(name)
        return Set(
            [key, key.initialConsonants].flatMap { text in
                let letters = Array(text.unicodeScalars)
                return letters.map { String($0) } + pairs(of: letters)
            }
        ).sorted()
    }

    /// The pieces that a name with this spelling must have, all of them. A name that has them need
    /// not hold the word: `pattern` decides.
    package static func grams(ofSpelling spelling: String) -> [String] {
        let letters = Array(spelling.unicodeScalars)
        guard letters.count > 1 else {
            return letters.map { piece(of: [$0], isLast: true) }
        }
        return Set(
            zip(letters, letters.dropFirst()).enumerated().map { index, pair in
                piece(of: [pair.0, pair.1], isLast: index == letters.count - 2)
            }
        ).sorted()
    }

    /// Of a syllable that is given by its first consonant, or that may yet grow, only the first
    /// consonant is certain.
    private static func piece(of letters: [Unicode.Scalar], isLast: Bool) -> String {
        let text = string(letters)
        let isVague =
            letters.contains(where: \.isInitialConsonant) || isLast && mayGrow(letters.last)
        return isVague ? text.initialConsonants : text
    }

    private static func mayGrow(_ letter: Unicode.Scalar?) -> Bool {
        guard let letter else { return false }
        return Unicode.Scalar.syllables.contains(letter.value)
            && (letter.value - Unicode.Scalar.syllables.lowerBound) % 28 == 0
    }

    private static func pairs(of letters: [Unicode.Scalar]) -> [String] {
        zip(letters, letters.dropFirst()).map { string([$0, $1]) }
    }

    private static func string(_ letters: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(letters))
    }
}

extension GovernmentRegistry {
    /// 지자체 검색. The governments a word means, under every name they had and will have, by id: a
    /// code, a name, a short name, or the beginning of one, as syllables or initials.
    package func governments(named word: SearchWord, on day: CivilDate) -> [Int16] {
        var found: [Government] = []
        for spelling in word.spellings {
            switch resolve(spelling, on: day) {
            case .one(let government), .notInForce(let government, _): found.append(government)
            case .ambiguous(let governments): found += governments
            case .unknown: break
            }
        }
        if found.isEmpty, word.text.count > 1 {
            let pattern = word.pattern
            found = governments.filter { government in
                let match = pattern.match([government.name.korean, government.name.english])
                return match.map { $0 <= .beginning } ?? false
            }
        }
        return Set(found.flatMap(line)).sorted()
    }
}
