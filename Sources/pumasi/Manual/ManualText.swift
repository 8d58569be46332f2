/// 매뉴얼의 글. The source of a manual page in mdoc(7), line by line.
struct ManualText {
    private(set) var lines: [String] = []

    /// What roff would read or print otherwise, and stands for itself so: its escape, the hyphen
    /// that nobody can type back, and the marks that it rounds or takes for quotes.
    private static let signs: [Character: String] = [
        "\\": #"\e"#, "-": #"\-"#, "'": #"\(aq"#, "\"": #"\(dq"#, "`": #"\(ga"#, "^": #"\(ha"#,
        "~": #"\(ti"#,
    ]

    static func escaped(_ text: some StringProtocol) -> String {
        text.map { signs[$0] ?? String($0) }.joined()
    }

    /// A word behind a macro, which is neither a macro itself, as In and No would be, nor a mark
    /// that macros set apart.
    static func word(_ word: some StringProtocol) -> String {
        let isMark = word.count == 1 && !word.allSatisfy { $0.isLetter || $0.isNumber }
        let isMacro = word.count <= 3 && word.first?.isUppercase == true
        return (isMark || isMacro ? #"\&"# : "") + escaped(word)
    }

    /// All words of a text behind a macro.
    static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).map { word($0) }.joined(separator: " ")
    }

    /// A macro with what follows it as it stands.
    mutating func macro(_ name: String, _ rest: String = "") {
        lines.append("." + name + (rest.isEmpty ? "" : " " + rest))
    }

    /// Running text, a sentence a line as mdoc(7) wants it: an empty line parts paragraphs, a point
    /// at the beginning of a line is none of a macro.
    mutating func say(_ text: String) {
        var isParted = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(whereSeparator: \.isWhitespace)
            if isParted, !words.isEmpty { macro("Pp") }
            isParted = words.isEmpty
            var sentence: [Substring] = []
            for (index, word) in words.enumerated() {
                sentence.append(word)
                guard word.hasSuffix(".") || index + 1 == words.count else { continue }
                let said = sentence.joined(separator: " ")
                lines.append((said.hasPrefix(".") ? #"\&"# : "") + ManualText.escaped(said))
                sentence = []
            }
        }
    }

    /// A list of tags, each with what it says; nothing where there is none.
    mutating func list<Item>(
        _ items: [Item], tag: (Item) -> String, _ body: (Item, inout ManualText) -> Void
    ) {
        guard !items.isEmpty else { return }
        macro("Bl", "-tag -width Ds")
        for item in items {
            macro("It", tag(item))
            body(item, &self)
        }
        macro("El")
    }
}
