/// 층 순서. The nodes of a layered graph in an order, layer by layer, that lets few edges cross. An
/// edge over several layers passes through a node of its own in each, so that every piece leads
/// from one layer to the next (Sugiyama, Tagawa, Toda, "Methods for visual understanding of
/// hierarchical system structures", IEEE SMC 11(2), 1981). The same graph always gets the same
/// order.
package struct LayeredOrder: Sendable {
    /// Nodes by layer, in order. Numbers from `count` on are passages of long edges.
    package private(set) var layers: [[Int]]
    /// For each edge the nodes it passes, its ends included.
    package let ways: [[Int]]
    /// How many nodes were given.
    package let count: Int
    /// Pairs of pieces that cross.
    package private(set) var crossings = 0

    /// The neighbours of each node in the layer before and in the one after.
    private var before: [[Int]]
    private var after: [[Int]]
    private var places: [Int]

    /// Sweeps find nearly everything in the first few; later ones only polish.
    private static let sweepsMax = 24
    /// After so many sweeps without a better order the best one stays.
    private static let patienceMax = 6

    /// - Parameters:
    ///   - depths: the layer of each node, from 0.
    ///   - edges: each from a node to one in a later layer.
    package init(depths: [Int], edges: [(from: Int, to: Int)]) {
        count = depths.count
        var depths = depths
        layers = [[Int]](repeating: [], count: (depths.max() ?? -1) + 1)
        var ways: [[Int]] = []
        for edge in edges {
            precondition(depths[edge.from] < depths[edge.to], "an edge leads to a later layer")
            var way = [edge.from]
            for depth in (depths[edge.from] + 1)..<depths[edge.to] {
                way.append(depths.count)
                depths.append(depth)
            }
            ways.append(way + [edge.to])
        }
        self.ways = ways
        before = [[Int]](repeating: [], count: depths.count)
        after = before
        for way in ways {
            for (from, to) in zip(way, way.dropFirst()) {
                after[from].append(to)
                before[to].append(from)
            }
        }
        places = [Int](repeating: 0, count: depths.count)
        begin(depths)
        improve()
    }

    /// Branch by branch from the beginnings, which keeps trees free of crossings.
    private mutating func begin(_ depths: [Int]) {
        var isPlaced = [Bool](repeating: false, count: depths.count)
        for start in depths.indices where before[start].isEmpty {
            var waiting = [start]
            while let node = waiting.popLast() {
                guard !isPlaced[node] else { continue }
                isPlaced[node] = true
                places[node] = layers[depths[node]].count
                layers[depths[node]].append(node)
                waiting += after[node].reversed()
            }
        }
    }

    private mutating func improve() {
        var best = layers
        var least = countCrossings()
        var patience = LayeredOrder.patienceMax
        for sweep in 0..<LayeredOrder.sweepsMax where least > 0 && patience > 0 {
            let isDown = sweep.isMultiple(of: 2)
            let order =
                isDown ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed()
            for layer in order { arrange(layer, by: isDown ? before : after) }
            transpose()
            let found = countCrossings()
            patience -= 1
            if found < least {
                (least, best) = (found, layers)
                patience = LayeredOrder.patienceMax
            }
        }
        layers = best
        for layer in layers { settle(layer) }
        crossings = least
    }

    private mutating func settle(_ layer: [Int]) {
        for (place, node) in layer.enumerated() { places[node] = place }
    }

    /// Sorts a layer by the middle of each node's neighbours; one without any stays where it is.
    private mutating func arrange(_ layer: Int, by neighbours: [[Int]]) {
        let keyed = layers[layer].enumerated().map { place, node -> (Double, Int, Int) in
            let around = neighbours[node]
            guard !around.isEmpty else { return (Double(place), place, node) }
            let sum = around.reduce(0) { $0 + places[$1] }
            return (Double(sum) / Double(around.count), place, node)
        }
        layers[layer] = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        settle(layers[layer])
    }

    /// Swaps neighbours as long as that takes crossings away.
    private mutating func transpose() {
        var isBetter = true
        var roundsLeft = 8
        while isBetter, roundsLeft > 0 {
            isBetter = false
            roundsLeft -= 1
            for layer in layers.indices {
                for place in layers[layer].indices.dropLast() {
                    let (left, right) = (layers[layer][place], layers[layer][place + 1])
                    let gain =
                        gain(left, right, before) + gain(left, right, after)
                    guard gain > 0 else { continue }
                    layers[layer].swapAt(place, place + 1)
                    (places[left], places[right]) = (place + 1, place)
                    isBetter = true
                }
            }
        }
    }

    /// Crossings that go away when two neighbours change places.
    private func gain(_ left: Int, _ right: Int, _ neighbours: [[Int]]) -> Int {
        var gain = 0
        for one in neighbours[left] {
            for other in neighbours[right] {
                gain += (places[one] - places[other]).signum()
            }
        }
        return gain
    }

    /// Pairs out of order, counted with a tree of sums (Barth, Jünger, Mutzel, "Simple and
    /// efficient bilayer cross counting", GD 2002).
    private func countCrossings() -> Int {
        var count = 0
        for (upper, lower) in zip(layers, layers.dropFirst()) {
            var sums = [Int](repeating: 0, count: lower.count + 1)
            var total = 0
            for node in upper {
                let ends = after[node].map { places[$0] }.sorted()
                for end in ends {
                    // Earlier ends beyond this one are crossed.
                    var (index, within) = (end + 1, 0)
                    while index > 0 {
                        within += sums[index]
                        index -= index & -index
                    }
                    count += total - within
                }
                for end in ends {
                    var index = end + 1
                    while index < sums.count {
                        sums[index] += 1
                        index += index & -index
                    }
                    total += 1
                }
            }
        }
        return count
    }
}
