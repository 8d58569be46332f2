package import Hometown
import Interchange
package import Ledger

/// 챌린지 내보내기. One relay in the forms that people and programs take it away in.
package struct RelayExport {
    /// As `format` names it in the API and on the command line.
    package enum Format: String, Sendable, CaseIterable {
        case json, csv, graphml, dot, svg, timeline, table

        package var type: String {
            switch self {
            case .json, .table: "application/json"
            case .csv: "text/csv; charset=utf-8"
            case .graphml: "application/graphml+xml"
            case .dot: "text/vnd.graphviz; charset=utf-8"
            case .svg, .timeline: "image/svg+xml"
            }
        }
    }

    let relay: RelayRecord
    let governments: GovernmentRegistry
    let today: CivilDate
    let reader: Reader
    let say: Phrases

    /// - Parameters:
    ///   - relay: read for everybody, unless the reader reads the book.
    ///   - today: the day to which the age of open nominations is counted.
    package init(
        _ relay: RelayRecord, on today: CivilDate, _ governments: GovernmentRegistry,
        for reader: Reader
    ) {
        precondition(relay.isPublished || reader.readsBook, "a relay for whoever reads the book")
        self.relay = relay
        self.governments = governments
        self.today = today
        self.reader = reader
        say = Phrases(language: reader.language)
    }

    package func bytes(as format: Format) -> [UInt8] {
        switch format {
        case .json: return json { relay.write(graphTo: &$0, for: reader) }
        case .csv: return csv
        case .graphml: return graphml
        case .dot: return dot
        case .svg: return RelaySVG(diagram, title: title, say).bytes
        case .timeline:
            let diagram = diagram
            return RelayTimeline(diagram, say).bytes(diagram, title: title, say)
        case .table: return json { RelayTable(diagram).write(to: &$0, say) }
        }
    }

    private var title: String { relay.relay.name.text(in: reader.language) }

    private var diagram: RelayDiagram { RelayDiagram(relay, on: today, governments, say) }

    private func json(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: 1_024 + relay.participations.count * 320)
        write(&writer)
        return writer.bytes
    }
}

extension RelayExport {
    /// Rows that an import takes, in UTF-8, which has every character a name can have.
    private var csv: [UInt8] {
        guard var writer = try? CSVWriter() else {
            preconditionFailure("UTF-8 needs no converter")
        }
        let edges = RelayEdges(relay)
        writer.append(EdgeList.Column.allCases.map { .text($0.rawValue) })
        for id in edges.order {
            writer.append(edges[id].map { $0.isEmpty ? .empty : .text($0) })
        }
        return writer.take()
    }

    /// What a program draws, and on each edge the cells of its row, which an import takes.
    private var graphml: [UInt8] {
        let (diagram, edges) = (diagram, RelayEdges(relay))
        var writer = MarkupWriter(capacity: 1_024 + diagram.boxes.count * 480)
        writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        writer.element("graphml", ["xmlns": "http://graphml.graphdrawing.org/xmlns"]) { writer in
            let keys = [
                ("name", "node"), ("office", "node"), ("state", "node"), ("when", "node"),
                ("generation", "node"), ("nomination", "edge"),
            ]
            for (name, kind) in keys + EdgeList.Column.allCases.map({ ($0.rawValue, "edge") }) {
                writer.element(
                    "key",
                    [
                        "id": name, "for": kind, "attr.name": name,
                        "attr.type": name == "generation" ? "int" : "string",
                    ])
            }
            writer.raw("\n")
            writer.element("graph", ["id": relay.relay.no, "edgedefault": "directed"]) { writer in
                for box in diagram.boxes {
                    writer.element("node", ["id": box.id]) { writer in
                        for (key, value) in [
                            ("name", box.who.name), ("office", box.who.title),
                            ("state", box.kind.rawValue), ("when", box.when),
                            ("generation", "\(box.generation)"),
                        ] {
                            writer.element("data", ["key": key]) { $0.text(value) }
                        }
                    }
                    writer.raw("\n")
                }
                for link in diagram.links {
                    let (from, to) = (diagram.boxes[link.from].id, diagram.boxes[link.to].id)
                    writer.element("edge", ["source": from, "target": to]) { writer in
                        writer.element("data", ["key": "nomination"]) {
                            $0.text(link.state?.rawValue ?? RelayExport.unknownWay)
                        }
                        for cell in link.nomination.map(edges.cells) ?? [] {
                            writer.element("data", ["key": cell.name]) { $0.text(cell.text) }
                        }
                    }
                    writer.raw("\n")
                }
            }
        }
        writer.raw("\n")
        return writer.bytes
    }

    /// On an edge that is a way nobody knows and no nomination.
    static let unknownWay = "unknown"

    private var dot: [UInt8] {
        let (diagram, edges) = (diagram, RelayEdges(relay))
        var text = "digraph \(RelayExport.quoted(title)) {\n"
        text += "  rankdir=LR;\n  node [shape=box, fontname=\"Noto Sans KR\"];\n"
        for box in diagram.boxes {
            let label = [box.who.name, box.who.title, box.when].filter { !$0.isEmpty }
                .joined(separator: "\n")
            let isWaiting = box.kind == .named || box.kind == .accepted
            text += "  \(RelayExport.quoted(box.id)) [label=\(RelayExport.quoted(label))"
            text += isWaiting ? ", style=dashed];\n" : "];\n"
        }
        for link in diagram.links {
            let ends = [link.from, link.to].map { RelayExport.quoted(diagram.boxes[$0].id) }
            var attributes = link.nomination.map(edges.cells) ?? []
            attributes.append(("nomination", link.state?.rawValue ?? RelayExport.unknownWay))
            switch link.state {
            case .answered: break
            case nil: attributes.append(("style", "dotted"))
            default: attributes.append(("style", "dashed"))
            }
            let list = attributes.map { "\($0.0)=\(RelayExport.quoted($0.1))" }
            text += "  \(ends[0]) -> \(ends[1]) [\(list.joined(separator: ", "))];\n"
        }
        return Array((text + "}\n").utf8)
    }

    /// A quoted string of DOT: a quote is escaped, a line break says so, and a backslash stays one.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
