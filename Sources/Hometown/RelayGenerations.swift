/// 세대. How deep each participation stands: the length of the longest way to it from a
/// participation that answers no nomination. Found once, in the order in which every
/// participation comes after all that lead to it (A. B. Kahn, "Topological sorting of large
/// networks", CACM 5(11), 1962).
package struct RelayGenerations: Sendable {
    /// Places of participations, each after those whose nominations it answered.
    package let order: [Int]
    /// Generation of each participation, by place; 0 begins.
    package let depths: [Int]

    package init(_ graph: RelayGraph) {
        let count = graph.participations.count
        var waitingFor = (0..<count).map { graph.incoming.count($0) }
        // An answer whose nominator is not in the graph leads to nothing that could be waited for.
        for (nomination, nominator) in graph.nominators.enumerated()
        where nominator == RelayGraph.nowhere && graph.answers[nomination] != RelayGraph.nowhere {
            waitingFor[Int(graph.answers[nomination])] -= 1
        }
        var depths = [Int](repeating: 0, count: count)
        var order = (0..<count).filter { waitingFor[$0] == 0 }
        order.reserveCapacity(count)
        var position = 0
        while position < order.count {
            let place = order[position]
            position += 1
            for nomination in graph.outgoing[place] {
                let answer = graph.answers[Int(nomination)]
                guard answer != RelayGraph.nowhere else { continue }
                let next = Int(answer)
                depths[next] = max(depths[next], depths[place] + 1)
                waitingFor[next] -= 1
                if waitingFor[next] == 0 { order.append(next) }
            }
        }
        precondition(order.count == count, "the ledger holds no loop of nominations")
        self.order = order
        self.depths = depths
    }

    /// The deepest generation; 0 of an empty relay too.
    package var deepest: Int { depths.max() ?? 0 }
}
