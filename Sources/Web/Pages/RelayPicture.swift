import Hometown

/// 챌린지 그림. The chain laid out by generations, from left to right or, on a telephone, from top
/// to bottom. The same chain gives the same picture; sizes are CSS pixels.
struct RelayPicture {
    enum Shape: String {
        case wide, narrow
    }

    struct Box {
        let kind: String
        let x: Int
        let y: Int
        let boxWidth: Int
        let boxHeight: Int
        /// The state's shape, around its letter.
        let sign: String
        let letter: String
        let letterX: Int
        let letterY: Int
        let lines: [Line]
    }

    struct Line {
        let kind: String
        let x: Int
        let y: Int
        let text: String
    }

    struct Edge {
        let kind: String
        let path: String
        let tip: String
    }

    let id: String
    let label: String
    let description: String
    let width: Int
    let height: Int
    let boxes: [Box]
    let edges: [Edge]

    init(_ chain: RelayChain, _ shape: Shape, id: String, label: String, _ say: Phrases) {
        let texts = chain.boxes.map { BoxText($0, shape, say) }
        let layout = RelayLayout(
            chain, shape, boxHeight: (texts.map(\.height).max() ?? 0))
        self.id = "\(id)-\(shape.rawValue)"
        self.label = label
        let links = Int64(chain.links.count { $0.kind != .unknown })
        description = say.say(
            "\(say.people(Int64(chain.boxes.count))), 지명 \(say.count(links)). 같은 내용이 아래 표에 있습니다.",
            "\(say.people(Int64(chain.boxes.count))), nominations: \(links). "
                + "The table below says the same.")
        width = layout.width
        height = layout.height
        boxes = zip(texts, layout.corners).map { text, corner in
            Box(text, at: corner, layout, say)
        }
        edges = chain.links.enumerated().map { layout.edge($0.element, number: $0.offset) }
    }
}

/// The lines of a box, broken to its width.
private struct BoxText {
    let kind: RelayChain.Kind
    /// Beside the sign.
    let name: [String]
    /// Below it.
    let lines: [(kind: String, text: String)]

    static let lineHeight = 20
    static let top = 40

    init(_ box: RelayChain.Box, _ shape: RelayPicture.Shape, _ say: Phrases) {
        kind = box.kind
        let columns = shape == .wide ? 27 : 18
        name = TextBreaker.lines(of: box.who.name, columns: shape == .wide ? 17 : 12)
        let title = TextBreaker.lines(of: box.who.title, columns: columns)
        let rest = [box.who.asOf, box.when, box.gifts].compactMap(\.self)
            .flatMap { TextBreaker.lines(of: $0, columns: columns + 2) }
        lines = title.map { ("office", $0) } + rest.map { ("when", $0) }
    }

    var height: Int {
        BoxText.top + lines.count * BoxText.lineHeight + 16
    }
}

extension RelayPicture.Box {
    fileprivate init(
        _ text: BoxText, at corner: (x: Int, y: Int), _ layout: RelayLayout, _ say: Phrases
    ) {
        let mark = RelaySection.Mark(text.kind, say)
        let (centreX, centreY) = (corner.x + 25, corner.y + 26)
        kind = mark.kind
        x = corner.x
        y = corner.y
        boxWidth = layout.boxWidth
        boxHeight = layout.boxHeight
        letter = mark.letter
        letterX = centreX
        letterY = centreY + 5
        sign =
            switch text.kind {
            // A circle for what is done, a square for what is open, a diamond for the start.
            case .done:
                "M\(centreX - 12) \(centreY)a12 12 0 1 0 24 0a12 12 0 1 0 -24 0z"
            case .named: "M\(centreX - 11) \(centreY - 11)h22v22h-22z"
            case .start: "M\(centreX) \(centreY - 15)l15 15l-15 15l-15 -15z"
            }
        // The name stands level with the sign, on one line or on two.
        let first = corner.y + (text.name.count == 1 ? 32 : 22)
        let name = text.name.enumerated().map { row, line in
            RelayPicture.Line(kind: "name", x: corner.x + 46, y: first + row * 19, text: line)
        }
        lines =
            name
            + text.lines.enumerated().map { row, line in
                RelayPicture.Line(
                    kind: line.kind, x: corner.x + 14,
                    y: corner.y + BoxText.top + (row + 1) * BoxText.lineHeight, text: line.text)
            }
    }
}

/// Breaks text by estimated width: a Korean syllable takes two columns, everything else one.
enum TextBreaker {
    static let linesMax = 2

    static func lines(of text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map({ cut($0, columns: columns) }) {
            let joined = line.isEmpty ? word : line + " " + word
            if width(joined) <= columns || line.isEmpty {
                line = joined
            } else {
                lines.append(line)
                line = word
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > linesMax else { return lines }
        return Array(lines.prefix(linesMax - 1)) + [lines[linesMax - 1] + "…"]
    }

    /// A word that is longer than a line loses its end.
    private static func cut(_ word: Substring, columns: Int) -> String {
        guard width(String(word)) > columns else { return String(word) }
        var kept = ""
        for character in word where width(kept + String(character)) < columns {
            kept.append(character)
        }
        return kept + "…"
    }

    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }
}
