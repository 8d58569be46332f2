import Hometown

/// 세대 그림. The chart of a relay as SVG that stands alone: it names no other file, and its colours
/// are attributes, which a page's stylesheet may overrule by class.
struct RelaySVG {
    static let fonts =
        "'Pretendard GOV',Pretendard,'Noto Sans KR','Noto Sans CJK KR',NanumGothic,"
        + "'Malgun Gothic','Apple SD Gothic Neo',sans-serif"

    private let diagram: RelayDiagram
    private let folding: RelayFolding
    private let chart: RelayChart
    private let say: Phrases
    private let title: String
    private let id: String
    private let generation: Int

    /// - Parameter generation: that the first column shows.
    init(
        _ diagram: RelayDiagram, title: String, id: String = "relay", from generation: Int = 0,
        _ say: Phrases
    ) {
        self.diagram = diagram
        self.generation = generation
        self.title = title
        self.id = id
        self.say = say
        folding = RelayFolding(diagram)
        chart = RelayChart(folding)
    }

    var bytes: [UInt8] {
        var writer = MarkupWriter(capacity: 4_096 + folding.cells.count * 1_600)
        writer.open(title, description, id: id, width: chart.width, height: chart.height)
        for (generation, x) in zip(generation..., chart.columns) {
            let name = say.say("\(generation)세대", "Generation \(generation)")
            writer.label(
                name, RelayLabel(x: x, y: RelayChart.margin + 14, size: 13, colour: .subtle))
        }
        for line in chart.lines { write(line, &writer) }
        for (cell, corner) in zip(folding.cells, chart.corners) {
            if let place = cell.box {
                RelayBoxDrawing(diagram.boxes[place], at: corner, say).write(&writer)
            } else {
                writeFolded(cell.folded, at: corner, &writer)
            }
        }
        writer.raw("</svg>\n")
        return writer.bytes
    }

    private var description: String {
        let boxes = say.people(Int64(diagram.boxes.count { !$0.isFolded }))
        let known = Int64(diagram.links.count { $0.state != nil })
        return say.say(
            "\(boxes), 지명 \(say.count(known)). 같은 내용을 표로도 볼 수 있습니다.",
            "\(boxes), nominations: \(known). The table says the same.")
    }

    private func write(_ line: RelayChart.Line, _ writer: inout MarkupWriter) {
        guard let first = line.points.first, let last = line.points.last else { return }
        var path = "M\(first.x) \(first.y)"
        var before = first
        for (place, point) in line.points.enumerated().dropFirst() {
            let isLast = place == line.points.count - 1
            if point.x != before.x { path += "H\(isLast ? point.x - 7 : point.x)" }
            if point.y != before.y { path += "V\(point.y)" }
            before = point
        }
        let (colour, dashes) = RelaySVG.look(of: line.state)
        writer.tag(
            "path",
            [
                ("class", "edge \(line.state)"), ("d", path), ("fill", "none"),
                ("stroke", colour.rawValue), ("stroke-width", "1.5"),
                ("stroke-dasharray", dashes),
            ])
        writer.element(
            "path",
            [
                "class": "tip \(line.state)", "d": "M\(last.x - 1) \(last.y)l-8 -4v8z",
                "fill": colour.rawValue,
            ])
        writer.raw("\n")
    }

    private static func look(of state: RelayLineState) -> (RelayColour, dashes: String?) {
        switch state {
        case .answered: (.success, nil)
        case .waiting: (.link, "7 4")
        case .unknown: (.subtle, "1 4")
        case .over: (.subtle, "7 3 1 3")
        }
    }

    private func writeFolded(
        _ count: Int, at corner: RelayChart.Point, _ writer: inout MarkupWriter
    ) {
        writer.element(
            "rect",
            [
                "class": "box folded", "x": "\(corner.x)", "y": "\(corner.y)",
                "width": "\(RelayChart.boxWidth)", "height": "\(RelayChart.boxHeight)", "rx": "6",
                "fill": RelayColour.head.rawValue, "stroke": RelayColour.subtle.rawValue,
            ])
        writer.label(
            say.say("외 \(say.number(Int64(count)))", "\(say.number(Int64(count))) more"),
            RelayLabel(
                x: corner.x + 16, y: corner.y + RelayChart.boxHeight / 2 + 6, size: 16,
                colour: .text, isBold: true))
        writer.raw("\n")
    }
}

/// The palette of the pages, light.
enum RelayColour: String {
    case ground = "#ffffff"
    case text = "#1e2124"
    case subtle = "#464c53"
    case line = "#cdd1d5"
    case link = "#0b50d0"
    case success = "#267337"
    case warning = "#8a5c00"
    case head = "#eef2f7"
    case headText = "#063a74"
}

struct RelayLabel {
    var x: Int
    var y: Int
    var size: Int
    var colour: RelayColour
    var isBold = false
    var isCentred = false
}

extension MarkupWriter {
    mutating func open(
        _ title: String, _ description: String, id: String, width: Int, height: Int
    ) {
        raw(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                + "aria-labelledby=\"\(id)-name \(id)-desc\" viewBox=\"0 0 \(width) \(height)\" "
                + "width=\"\(width)\" height=\"\(height)\" font-family=\"\(RelaySVG.fonts)\">\n")
        element("title", ["id": "\(id)-name"]) { $0.text(title) }
        element("desc", ["id": "\(id)-desc"]) { $0.text(description) }
        element(
            "rect",
            [
                "class": "ground", "width": "\(width)", "height": "\(height)",
                "fill": RelayColour.ground.rawValue,
            ])
        raw("\n")
    }

    mutating func label(_ text: String, _ label: RelayLabel, kind: String = "label") {
        tag(
            "text",
            [
                ("class", kind), ("x", "\(label.x)"), ("y", "\(label.y)"),
                ("font-size", "\(label.size)"), ("font-weight", label.isBold ? "700" : nil),
                ("fill", label.colour.rawValue), ("text-anchor", label.isCentred ? "middle" : nil),
            ]
        ) { $0.text(text) }
    }
}
