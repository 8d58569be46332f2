/// Where the boxes of a chain stand: one generation a column (or a row), each as deep as its
/// longest way from a beginning.
struct RelayLayout {
    let shape: RelayPicture.Shape
    let boxWidth: Int
    let boxHeight: Int
    let width: Int
    let height: Int
    let corners: [(x: Int, y: Int)]

    /// Between generations, in which the lines run, and between neighbours.
    private static let lane = (wide: 56, narrow: 44)
    private static let gap = (wide: 20, narrow: 8)
    /// Half a line's width, so that borders are not cut.
    private static let margin = 2

    private let generations: [Int]
    private let laneWidth: Int
    /// Room beside the boxes for lines that pass over a generation.
    private let detour: Int

    init(_ chain: RelayChain, _ shape: RelayPicture.Shape, boxHeight: Int) {
        self.shape = shape
        self.boxHeight = boxHeight
        boxWidth = shape == .wide ? 222 : 154
        laneWidth = shape == .wide ? RelayLayout.lane.wide : RelayLayout.lane.narrow
        let generations = RelayLayout.generations(chain)
        self.generations = generations
        let columns = RelayLayout.ordered(chain, generations)
        let deepest = columns.map(\.count).max() ?? 0
        let gap = shape == .wide ? RelayLayout.gap.wide : RelayLayout.gap.narrow
        let (along, across) =
            shape == .wide ? (boxWidth, boxHeight) : (boxHeight, boxWidth)
        let long = chain.links.count { generations[$0.to] - generations[$0.from] > 1 }
        detour = long == 0 ? 0 : gap + long * 6
        let breadth = deepest * (across + gap) - gap + detour + 2 * RelayLayout.margin
        let length =
            columns.count * (along + laneWidth) - laneWidth + 2 * RelayLayout.margin
        var corners = [(x: Int, y: Int)](repeating: (0, 0), count: chain.boxes.count)
        for (generation, column) in columns.enumerated() {
            let used = column.count * (across + gap) - gap
            let start = (breadth - detour - used) / 2 + detour
            for (place, box) in column.enumerated() {
                let main = RelayLayout.margin + generation * (along + laneWidth)
                let cross = start + place * (across + gap)
                corners[box] = shape == .wide ? (main, cross) : (cross, main)
            }
        }
        self.corners = corners
        (width, height) = shape == .wide ? (length, breadth) : (breadth, length)
    }

    /// Boxes are few, and a chain has no circles: as many rounds as boxes settle every depth.
    private static func generations(_ chain: RelayChain) -> [Int] {
        var depths = [Int](repeating: 0, count: chain.boxes.count)
        for _ in chain.boxes {
            for link in chain.links {
                depths[link.to] = max(depths[link.to], depths[link.from] + 1)
            }
        }
        return depths
    }

    /// Each generation in the order of the middle of its nominators.
    private static func ordered(_ chain: RelayChain, _ generations: [Int]) -> [[Int]] {
        var columns = [[Int]](repeating: [], count: (generations.max() ?? -1) + 1)
        var places = [Double](repeating: 0, count: chain.boxes.count)
        for generation in columns.indices {
            let boxes = chain.boxes.indices.filter { generations[$0] == generation }
            let middles = boxes.map { box -> (middle: Double, box: Int) in
                let parents = chain.links.filter { $0.to == box }.map { places[$0.from] }
                let sum = parents.reduce(0, +)
                return (parents.isEmpty ? 0 : sum / Double(parents.count), box)
            }
            columns[generation] = middles.sorted { $0 < $1 }.map(\.box)
            for (place, box) in columns[generation].enumerated() {
                places[box] = Double(place) - Double(boxes.count - 1) / 2
            }
        }
        return columns
    }

    /// A line of right angles from one box to the next, with its tip.
    func edge(_ link: RelayChain.Link, number: Int) -> RelayPicture.Edge {
        let (from, to) = (corners[link.from], corners[link.to])
        let isLong = generations[link.to] - generations[link.from] > 1
        let lane = RelayLayout.margin + number * 6 % max(detour, 1)
        let half = laneWidth / 2
        if shape == .wide {
            let (startX, startY) = (from.x + boxWidth, from.y + boxHeight / 2)
            let (endX, endY) = (to.x, to.y + boxHeight / 2)
            let turn = isLong ? "H\(startX + half)V\(lane)" : ""
            return RelayPicture.Edge(
                kind: link.kind.rawValue,
                path: "M\(startX) \(startY)\(turn)H\(endX - half)V\(endY)H\(endX - 6)",
                tip: "M\(endX - 1) \(endY)l-10 -6v12z")
        }
        let (startX, startY) = (from.x + boxWidth / 2, from.y + boxHeight)
        let (endX, endY) = (to.x + boxWidth / 2, to.y)
        let turn = isLong ? "V\(startY + half)H\(lane)" : ""
        return RelayPicture.Edge(
            kind: link.kind.rawValue,
            path: "M\(startX) \(startY)\(turn)V\(endY - half)H\(endX)V\(endY - 6)",
            tip: "M\(endX) \(endY - 1)l-6 -10h12z")
    }
}
