import Hometown

/// 세대 그림의 자리. Where the boxes and lines of a diagram stand: a generation a column, each line with
/// right angles only, turning in a lane of its own. Whole CSS pixels; the same diagram gives the
/// same chart.
struct RelayChart {
    struct Point: Hashable {
        let x: Int
        let y: Int
    }

    struct Line {
        let state: RelayLineState
        /// From corner to corner; the last is the tip of the arrow.
        let points: [Point]
    }

    static let boxWidth = 200
    static let boxHeight = 104
    static let margin = 16
    /// Above the columns, for their names.
    static let headHeight = 32
    private static let gap = 18
    private static let passage = 14
    private static let laneWidth = 7
    private static let laneMargin = 18

    let width: Int
    let height: Int
    /// The left edge of each column.
    let columns: [Int]
    /// The upper left corner of each cell.
    let corners: [Point]
    let lines: [Line]

    init(_ folding: RelayFolding) {
        let order = LayeredOrder(
            depths: folding.cells.map(\.generation),
            edges: folding.lines.map { ($0.from, $0.to) })
        let positions = LayeredPositions(
            order, size: RelayChart.boxHeight, gap: RelayChart.gap, passage: RelayChart.passage)
        let channels = RelayChannels(order, positions)
        var columns: [Int] = []
        var x = RelayChart.margin
        for layer in order.layers.indices {
            columns.append(x)
            x += RelayChart.boxWidth
            if layer < channels.lanes.count {
                x += 2 * RelayChart.laneMargin + channels.lanes[layer].count * RelayChart.laneWidth
            }
        }
        let top = RelayChart.margin + RelayChart.headHeight
        corners = folding.cells.enumerated().map { place, cell in
            Point(x: columns[cell.generation], y: top + positions.starts[place])
        }
        lines = folding.lines.enumerated().map { place, line in
            var points: [Point] = []
            for piece in channels.pieces[place] {
                let left = columns[piece.layer] + RelayChart.boxWidth
                let (from, to) = (top + piece.from, top + piece.to)
                points.append(Point(x: left, y: from))
                if let lane = channels.lanes[piece.layer].lanes[piece.place] {
                    let turn = left + RelayChart.laneMargin + lane * RelayChart.laneWidth
                    points += [Point(x: turn, y: from), Point(x: turn, y: to)]
                }
                points.append(Point(x: columns[piece.layer + 1], y: to))
            }
            return Line(state: line.state, points: points)
        }
        self.columns = columns
        width = (columns.last ?? RelayChart.margin) + RelayChart.boxWidth + RelayChart.margin
        height = top + positions.breadth + RelayChart.margin
    }
}

/// 칸 사이. The pieces of lines between neighbouring columns, each with where it leaves and arrives.
/// Lines leave at even pixels and arrive at odd ones, so that none lies upon another on its way.
private struct RelayChannels {
    struct Piece {
        let layer: Int
        /// Among the pieces of its channel.
        let place: Int
        let from: Int
        let to: Int
    }

    /// For each line, in order.
    private(set) var pieces: [[Piece]]
    private(set) var lanes: [LayeredLanes] = []

    private struct Stub {
        let line: Int
        let step: Int
        let from: Int
        let to: Int
    }

    init(_ order: LayeredOrder, _ positions: LayeredPositions) {
        var stubs = [[Stub]](repeating: [], count: max(order.layers.count - 1, 0))
        var layerOf: [Int: Int] = [:]
        for (layer, nodes) in order.layers.enumerated() {
            for node in nodes { layerOf[node] = layer }
        }
        for (line, way) in order.ways.enumerated() {
            for (step, (from, to)) in zip(way, way.dropFirst()).enumerated() {
                stubs[layerOf[from] ?? 0].append(Stub(line: line, step: step, from: from, to: to))
            }
        }
        pieces = order.ways.map { way in
            [Piece](
                repeating: Piece(layer: 0, place: 0, from: 0, to: 0), count: way.count - 1)
        }
        for (layer, stubs) in stubs.enumerated() {
            let leaving = RelayChannels.ports(
                stubs.map { ($0.from, positions.starts[$0.to]) }, order, positions, oddness: 0)
            let arriving = RelayChannels.ports(
                stubs.map { ($0.to, positions.starts[$0.from]) }, order, positions, oddness: 1)
            var ends = Array(zip(leaving, arriving)).map { (from: $0, to: $1) }
            // A pixel's turn would only look like a fault.
            for place in ends.indices where abs(ends[place].from - ends[place].to) <= 1 {
                ends[place].from = ends[place].to
            }
            lanes.append(LayeredLanes(ends, clearance: 6))
            for (place, stub) in stubs.enumerated() {
                pieces[stub.line][stub.step] = Piece(
                    layer: layer, place: place, from: ends[place].from, to: ends[place].to)
            }
        }
    }

    /// Where lines touch their nodes: spread over a box in the order of where they lead, in the
    /// middle of a passage.
    /// - Parameter ends: of each line, the node it touches and where the other end is.
    private static func ports(
        _ ends: [(node: Int, other: Int)], _ order: LayeredOrder, _ positions: LayeredPositions,
        oddness: Int
    ) -> [Int] {
        var ports = [Int](repeating: 0, count: ends.count)
        for (node, lines) in Dictionary(grouping: ends.indices, by: { ends[$0].node }) {
            let start = positions.starts[node]
            guard node < order.count else {
                for line in lines { ports[line] = start | 1 }
                continue
            }
            let sorted = lines.sorted { (ends[$0].other, $0) < (ends[$1].other, $1) }
            for (place, line) in sorted.enumerated() {
                let y = start + RelayChart.boxHeight * (place + 1) / (sorted.count + 1)
                ports[line] = y & ~1 | oddness
            }
        }
        return ports
    }
}
