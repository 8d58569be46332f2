/// 이름 찾기. What somebody has typed of a name so far: a part of it, its first consonants, its
/// Latin spelling, or Hangul typed with the keyboard in Latin mode.
package struct NamePattern: Sendable {
    /// How a name answers to what was typed; the better comes first.
    package enum Match: Int, Comparable, Sendable {
        case whole, beginning, word, within

        package static func < (left: Match, right: Match) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// Longer texts match nothing: no name is as long.
    package static let charactersMax = 100

    private let readings: [[Unicode.Scalar]]

    /// An empty text matches every name.
    package init(_ text: String) {
        let key = NamePattern.key(text)
        let hangul = text.tidied.typedHangul.map(NamePattern.key)
        readings = [key, hangul].compactMap(\.self).map { Array($0.unicodeScalars) }
    }

    package var isEmpty: Bool { readings.allSatisfy(\.isEmpty) }

    /// The best match among several ways to write one thing; `nil` when none answers.
    package func match(_ names: some Sequence<String>) -> Match? {
        names.compactMap(match).min()
    }

    /// `nil` when the name does not answer to what was typed.
    package func match(_ name: String) -> Match? {
        let words = name.lowercased().normalised.unicodeScalars
        var scalars: [Unicode.Scalar] = []
        var starts: Set<Int> = [0]
        for scalar in words {
            if scalar.isBlank || scalar == "," || scalar == "-" {
                starts.insert(scalars.count)
            } else {
                scalars.append(scalar)
            }
        }
        return readings.compactMap { match($0, scalars, starts) }.min()
    }

    private func match(
        _ typed: [Unicode.Scalar], _ name: [Unicode.Scalar], _ starts: Set<Int>
    ) -> Match? {
        guard !typed.isEmpty else { return .within }
        guard typed.count <= name.count, typed.count <= NamePattern.charactersMax
        else { return nil }
        var best: Match?
        for start in 0...(name.count - typed.count) {
            guard answers(typed, name[start..<(start + typed.count)]) else { continue }
            if start == 0 { return typed.count == name.count ? .whole : .beginning }
            best = min(best ?? .within, starts.contains(start) ? .word : .within)
        }
        return best
    }

    /// Only the last syllable typed may still grow; a first consonant stands for any syllable.
    private func answers(_ typed: [Unicode.Scalar], _ name: ArraySlice<Unicode.Scalar>) -> Bool {
        zip(typed.indices, zip(typed, name)).allSatisfy { index, pair in
            pair.0 == pair.1
                || (index == typed.count - 1 || pair.0.isInitialConsonant)
                    && pair.1.continues(pair.0)
        }
    }

    /// How names are compared: Form C, no blanks, commas and hyphens, letters in lower case.
    static func key(_ text: String) -> String {
        let bare = text.normalised.narrowed.lowercased().unicodeScalars.filter {
            !$0.isBlank && $0 != "," && $0 != "-"
        }
        return String(String.UnicodeScalarView(bare))
    }
}
