/// 상자. One box of a picture: the state by shape, letter and colour, the name, the office of the
/// day, when, and to whom gifts went.
struct RelayBoxDrawing {
    private let box: RelayDiagram.Box
    private let corner: RelayChart.Point
    private let mark: RelaySection.Mark

    private static let nameSize = 16
    private static let lineSize = 12
    private static let padding = 12
    private static let nameIndent = 44

    struct Text {
        let text: String
        let label: RelayLabel
        let kind: String
    }

    init(_ box: RelayDiagram.Box, at corner: RelayChart.Point, _ say: Phrases) {
        self.box = box
        self.corner = corner
        mark = RelaySection.Mark(box.kind, say)
    }

    private var colour: RelayColour {
        switch box.kind {
        case .start: .headText
        case .done: .success
        case .named, .accepted: .link
        case .declined: .warning
        case .lapsed, .folded: .subtle
        }
    }

    func write(_ writer: inout MarkupWriter) {
        let isWaiting = box.kind == .named || box.kind == .accepted
        writer.element("g", ["class": "participation"]) { writer in
            writer.element("title", [:]) { $0.text(tooltip) }
            writer.tag(
                "rect",
                [
                    ("class", "box \(box.kind.rawValue)"), ("x", "\(corner.x)"),
                    ("y", "\(corner.y)"), ("width", "\(RelayChart.boxWidth)"),
                    ("height", "\(RelayChart.boxHeight)"), ("rx", "6"),
                    ("fill", RelayColour.ground.rawValue), ("stroke", colour.rawValue),
                    ("stroke-width", "1.5"), ("stroke-dasharray", isWaiting ? "6 4" : nil),
                ])
            writer.element(
                "path",
                [
                    "class": "sign \(box.kind.rawValue)", "d": sign, "fill": colour.rawValue,
                ])
            for text in texts { writer.label(text.text, text.label, kind: text.kind) }
        }
        writer.raw("\n")
    }

    /// Everything, however long: what the lines cut is read here.
    private var tooltip: String {
        [mark.text, box.who.name, box.who.title, box.who.asOf, box.when, box.gifts, box.remark]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private var centre: RelayChart.Point {
        RelayChart.Point(x: corner.x + 24, y: corner.y + 22)
    }

    /// A circle is done, a square named, a hexagon accepted, a triangle declined, a cross lapsed,
    /// a diamond the start.
    private var sign: String {
        let (x, y) = (centre.x, centre.y)
        return switch box.kind {
        case .done: "M\(x - 12) \(y)a12 12 0 1 0 24 0a12 12 0 1 0 -24 0z"
        case .named, .folded: "M\(x - 11) \(y - 11)h22v22h-22z"
        case .accepted: "M\(x - 13) \(y)l7 -12h12l7 12l-7 12h-12z"
        case .declined: "M\(x - 14) \(y - 11)h28l-14 25z"
        case .lapsed:
            "M\(x - 12) \(y - 7)l5 -5h14l5 5v14l-5 5h-14l-5 -5z"
        case .start: "M\(x) \(y - 14)l14 14l-14 14l-14 -14z"
        }
    }

    /// Every text with its place; tests hold them against each other.
    var texts: [Text] {
        var texts = [
            Text(
                text: mark.letter,
                label: RelayLabel(
                    x: centre.x, y: centre.y + 5, size: 12, colour: .ground, isBold: true,
                    isCentred: true), kind: "letter")
        ]
        let nameWidth = RelayChart.boxWidth - RelayBoxDrawing.nameIndent - RelayBoxDrawing.padding
        let name = RelayTextWidth.lines(
            of: box.who.name, size: RelayBoxDrawing.nameSize, width: nameWidth, linesMax: 1)
        for line in name {
            texts.append(
                Text(
                    text: line,
                    label: RelayLabel(
                        x: corner.x + RelayBoxDrawing.nameIndent, y: corner.y + 28,
                        size: RelayBoxDrawing.nameSize, colour: .text, isBold: true), kind: "name"))
        }
        let width = RelayChart.boxWidth - 2 * RelayBoxDrawing.padding
        func lines(_ text: String?, _ kind: String, max: Int) -> [(String, String)] {
            RelayTextWidth.lines(
                of: text ?? "", size: RelayBoxDrawing.lineSize, width: width, linesMax: max
            ).map { (kind, $0) }
        }
        // Four lines have room; a note on the office takes one of its two.
        let lines =
            lines(box.who.title, "office", max: box.who.asOf == nil ? 2 : 1)
            + lines(box.who.asOf, "when", max: 1) + lines(box.when, "when", max: 1)
            + lines(box.gifts ?? box.remark, "when", max: 1)
        for (row, line) in lines.enumerated() {
            texts.append(
                Text(
                    text: line.1,
                    label: RelayLabel(
                        x: corner.x + RelayBoxDrawing.padding, y: corner.y + 50 + row * 16,
                        size: RelayBoxDrawing.lineSize,
                        colour: line.0 == "office" ? .text : .subtle), kind: line.0))
        }
        return texts
    }
}
