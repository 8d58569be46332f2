/// 사슬. For each nomination the longest chain that ends with it: nominations of which each was made
/// by the participation that answered the one before, and none is certainly earlier than the one
/// before it. A nomination without a date, or with one that overlaps, contradicts nothing.
struct RelayChains {
    /// Nominations on the longest chain that ends with each nomination, itself among them.
    let lengths: [Int32]

    var longest: Int { Int(lengths.max() ?? 0) }

    init(_ graph: RelayGraph, _ generations: RelayGenerations) {
        // A nomination from nowhere follows none.
        var lengths = [Int32](repeating: 1, count: graph.nominations.count)
        var before: [Step] = []
        for place in generations.order {
            let made = graph.outgoing[place]
            guard !made.isEmpty else { continue }
            before.removeAll(keepingCapacity: true)
            for nomination in graph.incoming[place] {
                let date = graph.nominations[Int(nomination)].nominatedOn
                before.append(
                    Step(
                        earliest: date?.earliest?.daysSinceEpoch ?? .min,
                        length: lengths[Int(nomination)]))
            }
            RelayChains.climb(&before)
            for nomination in made {
                let date = graph.nominations[Int(nomination)].nominatedOn
                let latest = date?.latest.daysSinceEpoch ?? .max
                lengths[Int(nomination)] += RelayChains.longest(of: before, until: latest)
            }
        }
        self.lengths = lengths
    }

    private struct Step {
        /// Days since 1970; the least number where nothing bounds the date from below.
        let earliest: Int
        var length: Int32
    }

    /// Sorts by date and leaves with each step the longest chain up to it.
    private static func climb(_ steps: inout [Step]) {
        guard steps.count > 1 else { return }
        steps.sort { $0.earliest < $1.earliest }
        for place in 1..<steps.count {
            steps[place].length = max(steps[place].length, steps[place - 1].length)
        }
    }

    /// The longest chain among the steps that may lie on or before a day, by halving.
    private static func longest(of steps: [Step], until latest: Int) -> Int32 {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].earliest <= latest { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : steps[low - 1].length
    }
}
