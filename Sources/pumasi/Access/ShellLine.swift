import Foundation

/// 셸의 줄. A line in which somebody pressed the tabulator, as the shell has it: with quotes and
/// backslashes.
struct ShellLine: Sendable {
    private let words: [String]
    /// What is being typed.
    let word: String

    /// - Parameters:
    ///   - index: which of the words is being typed.
    ///   - typed: of the last word, whatever stands before the cursor.
    init(words: [String], index: Int, typed: String) {
        self.words = words.map(ShellLine.read)
        word = ShellLine.read(words.indices.contains(index) ? words[index] : typed)
    }

    /// The options of these names that take a value, as they are typed: `--data DIR`.
    func options(_ names: [String]) -> [String] {
        var found: [String] = []
        for (index, word) in words.enumerated() {
            if names.contains(word), words.indices.contains(index + 1) {
                found += [word, words[index + 1]]
            } else if let sign = word.firstIndex(of: "="), names.contains(String(word[..<sign])) {
                found += [String(word[..<sign]), String(word[word.index(after: sign)...])]
            }
        }
        return found
    }

    /// Without what the shell takes away; `~` is somebody's home.
    private static func read(_ word: String) -> String {
        let plain = word.filter { !"\"'\\".contains($0) }
        return plain.hasPrefix("~") ? (plain as NSString).expandingTildeInPath : plain
    }
}
