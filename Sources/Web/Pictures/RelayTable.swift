import Hometown

/// 표. The accessible twin of the picture: the same boxes as an indented list, each under the first
/// who named it; whoever else did stands beside it.
struct RelayTable {
    let diagram: RelayDiagram
    let rows: [(box: Int, depth: Int)]
    let nominators: [[Int]]

    init(_ diagram: RelayDiagram) {
        self.diagram = diagram
        let count = diagram.boxes.count
        var nexts = [[Int]](repeating: [], count: count)
        var nominators = nexts
        // Whoever comes of a folded box stands at the left, beside the name of the nominator.
        var isStart = diagram.boxes.map { !$0.isFolded }
        for (place, link) in diagram.links.enumerated() where !diagram.boxes[link.to].isFolded {
            if nominators[link.to].isEmpty, !diagram.boxes[link.from].isFolded {
                nexts[link.from].append(link.to)
                isStart[link.to] = false
            }
            nominators[link.to].append(place)
        }
        self.nominators = nominators
        var rows: [(box: Int, depth: Int)] = []
        for start in 0..<count where isStart[start] {
            var waiting = [(box: start, depth: 0)]
            while let row = waiting.popLast() {
                rows.append(row)
                waiting += nexts[row.box].reversed().map { ($0, row.depth + 1) }
            }
        }
        self.rows = rows
    }

    func write(to writer: inout JSONWriter, _ say: Phrases) {
        writer.object { writer in
            writer.array("rows", rows) { row, writer in
                let box = diagram.boxes[row.box]
                let links = nominators[row.box].map { diagram.links[$0] }
                writer.object { writer in
                    writer.field("id", box.id)
                    writer.field("depth", row.depth)
                    writer.field("generation", box.generation)
                    writer.field("name", box.who.name)
                    writer.field("office", box.who.office(say))
                    writer.field("state", RelaySection.Mark(box.kind, say).text)
                    writer.field("when", box.when)
                    writer.field("gifts", box.gifts)
                    writer.field("remark", box.remark)
                    writer.array("nominators", links) { $1.value($0.note) }
                }
            }
        }
    }
}
