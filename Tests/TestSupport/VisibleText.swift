/// What a reader sees of a page or another file of XML, line by line: an element that begins a line
/// of its own parts the text, one within a line does not.
package struct VisibleText {
    /// Of HTML and SVG: within a line.
    private static let inline: Set<Substring> = [
        "a", "abbr", "b", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub",
        "sup", "tspan", "wbr",
    ]
    /// What nobody reads, or what only machines do.
    private static let unseen: Set<Substring> = ["script", "style", "template", "code", "kbd"]

    package let lines: [String]

    /// - Parameter within: names of further elements that do not part a line.
    package init(of markup: String, within more: Set<Substring> = []) {
        var lines: [String] = []
        var line = ""
        var unseen: Substring?
        for piece in markup.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let end = piece.firstIndex(of: ">") else { continue }
            let tag = piece[..<end]
            let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
            if let open = unseen {
                if tag.hasPrefix("/"), name == open { unseen = nil } else { continue }
            } else if VisibleText.unseen.contains(name), !tag.hasSuffix("/") {
                unseen = name
                continue
            }
            if !VisibleText.inline.contains(name), !more.contains(name) {
                lines.append(line)
                line = ""
            }
            line += VisibleText.decoded(piece[piece.index(after: end)...])
        }
        self.lines = (lines + [line]).map {
            $0.split(whereSeparator: \.isNewline).joined(separator: " ")
                .trimmingPrefix { $0.isWhitespace }.description
        }.filter { $0.contains { !$0.isWhitespace } }
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var decoded = String(text)
        for (name, character) in [
            ("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'"), ("#x27", "'"), ("apos", "'"),
            ("nbsp", " "), ("amp", "&"),
        ] {
            decoded = decoded.replacing("&\(name);", with: character)
        }
        return decoded
    }
}
