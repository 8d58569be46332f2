import Foundation
import Testing

@testable import Hometown

/// The order of layers against what Graphviz makes of the same graphs, and the rules of places.
@Suite struct LayeredOrderTests {
    private struct Drawn {
        let crossings: Int
        let depths: [Int]
        let edges: [(from: Int, to: Int)]
    }

    /// `relay-crossings.txt` is what `dot` draws (`Tests/oracle/relay_crossings.py`).
    private static func drawn() throws -> [Drawn] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "oracle/relay-crossings.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            let edges = try words.dropFirst(2).map { word -> (from: Int, to: Int) in
                let ends = word.split(separator: "-")
                return (try #require(Int(ends[0])), try #require(Int(ends[1])))
            }
            let count = try #require(Int(words[1]))
            // Edges lead from smaller numbers to larger ones.
            var depths = [Int](repeating: 0, count: count)
            for edge in edges.sorted(by: { $0.to < $1.to }) {
                depths[edge.to] = max(depths[edge.to], depths[edge.from] + 1)
            }
            return Drawn(
                crossings: try #require(Int(words[0])), depths: depths, edges: edges)
        }
    }

    /// Graphviz may choose the layers too, which a relay's picture may not: a column is a
    /// generation. Of its splines only pairs without a common end are counted, of our pieces all.
    @Test func `at most half as many crossings again as Graphviz makes of two hundred relays`()
        throws
    {
        let drawn = try Self.drawn()
        #expect(drawn.count == 200)
        let theirs = drawn.map(\.crossings).reduce(0, +)
        let ours = drawn.map { LayeredOrder(depths: $0.depths, edges: $0.edges).crossings }
            .reduce(0, +)
        #expect(2 * ours <= 3 * theirs, "ours \(ours), Graphviz \(theirs)")
    }

    @Test func `every node stands once in its layer, and every edge passes each layer on its way`()
        throws
    {
        for drawn in try Self.drawn() {
            let order = LayeredOrder(depths: drawn.depths, edges: drawn.edges)
            var layerOf: [Int: Int] = [:]
            for (layer, nodes) in order.layers.enumerated() {
                for node in nodes { #expect(layerOf.updateValue(layer, forKey: node) == nil) }
            }
            for (node, depth) in drawn.depths.enumerated() { #expect(layerOf[node] == depth) }
            for (edge, way) in zip(drawn.edges, order.ways) {
                #expect(way.first == edge.from && way.last == edge.to)
                let layers = way.compactMap { layerOf[$0] }
                #expect(zip(layers, layers.dropFirst()).allSatisfy { $0 + 1 == $1 })
            }
        }
    }

    @Test func `neighbours keep their order and their distance, as near to their wishes as can be`()
    {
        let found = LayeredPositions.spread([10, 0, 50, 51], halves: [5, 5, 5, 5])
        #expect(found == [0, 10, 45.5, 55.5])
        #expect(LayeredPositions.spread([], halves: []) == [])
    }

    @Test func `turns that would lie on each other get lanes of their own`() {
        let lanes = LayeredLanes([(0, 100), (50, 20), (110, 200), (7, 7)], clearance: 4)
        #expect(lanes.lanes == [0, 1, 0, nil])
        #expect(lanes.count == 2)
    }
}
