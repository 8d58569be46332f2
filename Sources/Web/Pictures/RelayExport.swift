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

    /// - Parameter today: the day to which the age of open nominations is counted.
    package init(
        _ relay: RelayRecord, on today: CivilDate, _ governments: GovernmentRegistry,
        for reader: Reader
    ) {
        self.relay = relay
        self.governments = governments
        self.today = today
        self.reader = reader
        say = Phrases(language: reader.language)
    }

    package func bytes(as format: Format) -> [UInt8] {
        switch format {
        case .json: return json { relay.write(graphTo: &$0, for: reader) }
        case .csv: return RelayExport.csv(edges)
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
    /// Rows that an import takes, in the order they were recorded.
    private var edges: [[String]] {
        var rows = [EdgeList.Column.allCases.map(\.rawValue)]
        let runners = Dictionary(
            uniqueKeysWithValues: relay.participations.map { ($0.id, $0.person) })
        let sources = Dictionary(
            relay.claims.compactMap { claim in claim.link.map { (claim.subject, $0) } }
        ) { first, _ in first }
        for nomination in relay.nominations {
            guard let runner = runners[nomination.participation] else { continue }
            let day = nomination.happenedOn?.latest
            let (from, to) = (who(runner, on: day), who(nomination.nominee, on: day))
            rows.append([
                from.name, from.office, to.name, to.office,
                nomination.happenedOn.map(RelayExport.date) ?? "", sources[nomination.id] ?? "",
            ])
        }
        return rows
    }

    /// In UTF-8, which has every character a name can have.
    private static func csv(_ rows: [[String]]) -> [UInt8] {
        guard var writer = try? CSVWriter() else {
            preconditionFailure("UTF-8 needs no converter")
        }
        for row in rows { writer.append(row.map { $0.isEmpty ? .empty : .text($0) }) }
        return writer.take()
    }

    /// As lists are read: a bound says so in the cell, for it has no column of its own.
    private static func date(_ date: EventDate) -> String {
        date.precision == .onOrBefore ? date.text + " 이전" : date.text
    }

    private func who(
        _ person: Identifier, on day: CivilDate?
    ) -> (name: String, office: String) {
        let korean = Phrases(language: .korean)
        let who = Incumbent(person, in: relay, on: day, korean)
        guard let seat = who.constituency else { return (who.name, who.title) }
        return (who.name, "\(who.title)(\(seat))")
    }

    private var graphml: [UInt8] {
        let diagram = diagram
        var writer = MarkupWriter(capacity: 1_024 + diagram.boxes.count * 480)
        writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        writer.element("graphml", ["xmlns": "http://graphml.graphdrawing.org/xmlns"]) { writer in
            for (name, kind) in [
                ("name", "node"), ("office", "node"), ("state", "node"), ("when", "node"),
                ("generation", "node"), ("nomination", "edge"),
            ] {
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
                            $0.text(link.state?.rawValue ?? "unknown")
                        }
                    }
                    writer.raw("\n")
                }
            }
        }
        writer.raw("\n")
        return writer.bytes
    }

    private var dot: [UInt8] {
        let diagram = diagram
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
            let style =
                switch link.state {
                case .answered: ""
                case nil: " [style=dotted]"
                default: " [style=dashed]"
                }
            text += "  \(ends[0]) -> \(ends[1])\(style);\n"
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
