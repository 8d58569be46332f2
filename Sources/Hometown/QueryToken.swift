/// One term of a search as it is written: `-to:세종`, `"홍 길동"`, `10만`.
struct QueryToken: Hashable, Sendable {
    let written: String
    /// What stands before the colon.
    let key: String?
    let value: String
    let isQuoted: Bool
    let isExcluded: Bool

    /// Blanks part terms, save within quotation marks; 지난 주 and last week are one term.
    /// - Throws: `DonationQuery.Problem` for a quotation mark without its fellow.
    static func tokens(of text: String) throws(DonationQuery.Problem) -> [QueryToken] {
        var words: [String] = []
        var word = ""
        var isOpen = false
        for character in text {
            if marks.contains(character) { isOpen.toggle() }
            let isBlank = character.unicodeScalars.allSatisfy(\.isBlank)
            if isBlank, !isOpen {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(marks.contains(character) ? "\"" : character)
            }
        }
        guard !isOpen else { throw .openQuote() }
        if !word.isEmpty { words.append(word) }
        return join(words).map(QueryToken.init)
    }

    private init(_ written: String) {
        self.written = written
        var rest = written[...]
        isExcluded = rest.count > 1 && rest.first == "-"
        if isExcluded { rest.removeFirst() }
        if let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
            rest[..<colon].allSatisfy(\.isLetter)
        {
            key = String(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        } else {
            key = nil
        }
        isQuoted = rest.contains("\"")
        value = rest.filter { $0 != "\"" }
    }

    /// Straight ones, and those that word processors put in their place.
    private static let marks: Set<Character> = ["\"", "\u{201C}", "\u{201D}"]
    private static let openers: Set<String> = ["이번", "지난", "this", "last"]
    private static let spans: Set<String> = ["주", "달", "분기", "해", "week", "month", "year"]

    private static func join(_ words: [String]) -> [String] {
        words.reduce(into: []) { joined, word in
            if let last = joined.last, spans.contains(word),
                let opener = last.split(separator: ":").last, openers.contains(String(opener))
            {
                joined[joined.count - 1] = last + word
            } else {
                joined.append(word)
            }
        }
    }
}
