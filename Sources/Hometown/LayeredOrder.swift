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
    private(set) var before: [[Int]]
    private(set) var after: [[Int]]
    private var places: [Int]

    /// How often the search begins anew. Where it begins decides more than how long it goes on:
    /// over the two hundred relays of the tests one start left three times as many crossings.
    private static let startsMax = 12
    /// Sweeps find nearly everything in the first few; later ones only polish.
    private static let sweepsMax = 24
    /// After so many sweeps without a better order the best one stays.
    private static let patienceMax = 6
    /// Rounds of swapping after a sweep; most need two or three.
    private static let roundsMax = 8

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
        search(depths)
    }

    /// Keeps the best of what several beginnings come to.
    private mutating func search(_ depths: [Int]) {
        var best = layers
        var least = Int.max
        var dice = Dice()
        for start in 0..<LayeredOrder.startsMax where least > 0 {
            begin(depths, start, &dice)
            improve()
            if crossings < least { (least, best) = (crossings, layers) }
        }
        layers = best
        crossings = least
        for layer in layers { settle(layer) }
    }

    /// Branch by branch from the beginnings, which keeps trees free of crossings; every other time
    /// from the ends, and after the first two with the branches shuffled.
    private mutating func begin(_ depths: [Int], _ start: Int, _ dice: inout Dice) {
        for layer in layers.indices { layers[layer] = [] }
        let (before, after) = start.isMultiple(of: 2) ? (before, after) : (after, before)
        var isPlaced = [Bool](repeating: false, count: depths.count)
        var waiting = Array(depths.indices.filter { before[$0].isEmpty }.reversed())
        if start > 1 { waiting = dice.shuffled(waiting) }
        while let node = waiting.popLast() {
            guard !isPlaced[node] else { continue }
            isPlaced[node] = true
            places[node] = layers[depths[node]].count
            layers[depths[node]].append(node)
            waiting += start > 1 ? dice.shuffled(after[node]) : after[node].reversed()
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
            // Two sweeps of four also swap what is as good the other way round: out of a dead end.
            transpose(tiesRounds: sweep % 4 > 1 ? 2 : 0)
            let found = countCrossings()
            patience -= 1
            if found < least {
                (least, best) = (found, layers)
                patience = LayeredOrder.patienceMax
            }
        }
        layers = best
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
    /// - Parameter tiesRounds: in so many first rounds also where it changes nothing.
    private mutating func transpose(tiesRounds: Int) {
        var isBetter = true
        var round = 0
        while isBetter, round < LayeredOrder.roundsMax {
            isBetter = false
            let least = round < tiesRounds ? 0 : 1
            for layer in layers.indices {
                for place in layers[layer].indices.dropLast() {
                    let (left, right) = (layers[layer][place], layers[layer][place + 1])
                    guard gain(left, right, before) + gain(left, right, after) >= least else {
                        continue
                    }
                    layers[layer].swapAt(place, place + 1)
                    (places[left], places[right]) = (place + 1, place)
                    isBetter = true
                }
            }
            round += 1
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

/// The same throws for every picture, whatever the standard library's own shuffle may become
/// (Knuth, "The art of computer programming" 2, 3.3.4 and 3.4.2).
private struct Dice {
    private var state: UInt64 = 20_230_410

    private mutating func next(below count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func shuffled(_ nodes: [Int]) -> [Int] {
        var nodes = nodes
        for place in nodes.indices.dropFirst().reversed() {
            nodes.swapAt(place, next(below: place + 1))
        }
        return nodes
    }
}
