/// 차선. The lines between two layers: each goes straight on from its node, turns once into a lane
/// and once out of it. Lines whose turns would lie on each other get lanes of their own (left-edge
/// algorithm: Hashimoto, Stevens, DAC 1971).
package struct LayeredLanes: Sendable {
    /// The lane of each line, from 0; `nil` for one that goes straight.
    package let lanes: [Int?]
    package let count: Int

    /// - Parameters:
    ///   - lines: where each line leaves and where it arrives, across the layers.
    ///   - clearance: between the ends of two turns in one lane.
    package init(_ lines: [(from: Int, to: Int)], clearance: Int) {
        var lanes = [Int?](repeating: nil, count: lines.count)
        var ends: [Int] = []
        // Lines that go down take the far lanes first, so that they cross fewer on their way out.
        let turning = lines.indices.filter { lines[$0].from != lines[$0].to }
            .sorted {
                let (left, right) = (lines[$0], lines[$1])
                return (min(left.from, left.to), max(left.from, left.to), $0)
                    < (min(right.from, right.to), max(right.from, right.to), $1)
            }
        for line in turning {
            let low = min(lines[line].from, lines[line].to)
            let high = max(lines[line].from, lines[line].to)
            if let free = ends.firstIndex(where: { $0 + clearance <= low }) {
                ends[free] = high
                lanes[line] = free
            } else {
                lanes[line] = ends.count
                ends.append(high)
            }
        }
        self.lanes = lanes
        count = ends.count
    }
}
