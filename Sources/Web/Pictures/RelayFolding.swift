import Hometown

/// 접기. A column of more boxes than can be read shows those from which most goes on, and one box for
/// the rest: 외 n.
struct RelayFolding {
    static let columnMax = 60

    struct Cell {
        /// The place of a box of the diagram; `nil` stands for the folded ones.
        let box: Int?
        let generation: Int
        let folded: Int
    }

    struct Line {
        let from: Int
        let to: Int
        let state: RelayLineState
    }

    private(set) var cells: [Cell] = []
    private(set) var lines: [Line] = []

    init(_ diagram: RelayDiagram) {
        let count = diagram.boxes.count
        var weights = [Int](repeating: 0, count: count)
        for link in diagram.links { weights[link.from] += 1 }
        var cellByBox = [Int](repeating: 0, count: count)
        let columns = Dictionary(grouping: 0..<count) { diagram.boxes[$0].generation }
        for (generation, boxes) in columns.sorted(by: { $0.key < $1.key }) {
            let isFolded = boxes.count > RelayFolding.columnMax
            let ranked = boxes.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
            let kept = Set(isFolded ? Array(ranked.prefix(RelayFolding.columnMax - 1)) : ranked)
            for box in boxes where kept.contains(box) {
                cellByBox[box] = cells.count
                let folded = diagram.boxes[box].folded
                cells.append(
                    Cell(box: folded > 0 ? nil : box, generation: generation, folded: folded))
            }
            guard isFolded else { continue }
            for box in boxes where !kept.contains(box) { cellByBox[box] = cells.count }
            cells.append(
                Cell(box: nil, generation: generation, folded: boxes.count - kept.count))
        }
        var seen: Set<[Int]> = []
        for link in diagram.links {
            let (from, to) = (cellByBox[link.from], cellByBox[link.to])
            let state = RelayLineState(link.state)
            guard seen.insert([from, to, state.rawValue]).inserted else { continue }
            lines.append(Line(from: from, to: to, state: state))
        }
    }
}

/// How a line is drawn: whole once it was answered, dashed while it waits, dotted where nobody
/// knows the way, and broken where it came to nothing.
enum RelayLineState: Int {
    case answered, waiting, unknown, over

    init(_ state: Nomination.State?) {
        switch state {
        case .answered: self = .answered
        case .open, .accepted: self = .waiting
        case .declined, .lapsed: self = .over
        case nil: self = .unknown
        }
    }
}
