/// "Did you mean …?": the known name that a wrong one is most likely to stand for.
package enum NearestName {
    /// - Returns: `nil` where nothing is near: more than a third of the letters differ.
    package static func of(_ name: String, among known: [String]) -> String? {
        let letters = Array(name.lowercased())
        let distanceMax = max(1, letters.count / 3)
        let nearest = known.map { (name: $0, letters: Array($0.lowercased())) }
            // As many as the longer one has more are added or dropped at least.
            .filter { abs($0.letters.count - letters.count) <= distanceMax }
            .map { (name: $0.name, distance: distance(letters, $0.letters)) }
            .min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= distanceMax else { return nil }
        return nearest.name
    }

    /// Letters to add, drop, change or swap with their neighbour (optimal string alignment).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(last[column + 1] + 1, current[column] + 1, substitution)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
