/// 층 좌표. Where the nodes of a layered order stand across their layers: as near as may be to the
/// middle of their neighbours, in order, and never closer than they are high.
package struct LayeredPositions: Sendable {
    /// The near edge of each node, passages included; the smallest is 0.
    package let starts: [Int]
    /// From the first edge to the last.
    package let breadth: Int

    private static let roundsMax = 6

    /// - Parameters:
    ///   - size: of a node; a passage has none.
    ///   - gap: between neighbours.
    package init(_ order: LayeredOrder, size: Int, gap: Int, passage: Int) {
        let nodes = order.layers.reduce(0) { $0 + $1.count }
        func half(_ node: Int) -> Double {
            Double(node < order.count ? size + gap : passage) / 2
        }
        var middles = [Double](repeating: 0, count: nodes)
        for layer in order.layers {
            var edge = 0.0
            for node in layer {
                middles[node] = edge + half(node)
                edge += 2 * half(node)
            }
        }
        for round in 0..<LayeredPositions.roundsMax {
            let isDown = round.isMultiple(of: 2)
            let layers = isDown ? order.layers : order.layers.reversed()
            let neighbours = isDown ? order.before : order.after
            for layer in layers {
                let wishes = layer.map { node -> Double in
                    let around = neighbours[node]
                    guard !around.isEmpty else { return middles[node] }
                    return around.reduce(0) { $0 + middles[$1] } / Double(around.count)
                }
                let found = LayeredPositions.spread(wishes, halves: layer.map(half))
                for (node, middle) in zip(layer, found) { middles[node] = middle }
            }
        }
        // Passages are lines; boxes reach half their size to either side.
        let edges = (0..<nodes).map { node in
            Int((middles[node] - (node < order.count ? Double(size) / 2 : 0)).rounded())
        }
        let least = edges.min() ?? 0
        let starts = edges.map { $0 - least }
        breadth = starts.enumerated().map { $1 + ($0 < order.count ? size : 0) }.max() ?? 0
        self.starts = starts
    }

    /// Places in order, each as near to its wish as the others let it: neighbours that push each
    /// other share the mean of their wishes (pool adjacent violators: Ayer et al., 1955).
    static func spread(_ wishes: [Double], halves: [Double]) -> [Double] {
        struct Block {
            var sum: Double
            var count: Int
            var mean: Double { sum / Double(count) }
        }
        // With the room before each node taken off, order is all that is left to keep.
        var rooms: [Double] = []
        var room = 0.0
        for (place, half) in halves.enumerated() {
            room += place == 0 ? 0 : halves[place - 1] + half
            rooms.append(room)
        }
        var blocks: [Block] = []
        for (wish, room) in zip(wishes, rooms) {
            blocks.append(Block(sum: wish - room, count: 1))
            while blocks.count > 1, blocks[blocks.count - 2].mean > blocks[blocks.count - 1].mean {
                let last = blocks.removeLast()
                blocks[blocks.count - 1].sum += last.sum
                blocks[blocks.count - 1].count += last.count
            }
        }
        let means = blocks.flatMap { [Double](repeating: $0.mean, count: $0.count) }
        return zip(means, rooms).map { $0 + $1 }
    }
}
