import Hometown
import Testing

@Suite struct SmallCountsTests {
    private static let usual = SmallCounts()

    private func shown(_ counts: [Int64], by small: SmallCounts = SmallCounts()) -> String {
        zip(counts, small.covers(counts)).map { count, cover in
            switch cover {
            case .small?: "s"
            case .withheld?: "w"
            case nil: String(count)
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ([], ""), ([0, 7, 5], "0 7 5"), ([3], "w"), ([4, 100], "w w"), ([1, 5], "w w"),
        ([1, 5, 100], "w w 100"), ([2, 3, 50], "s s 50"), ([1, 1, 50], "w w w"),
        ([4, 4, 50, 60], "w w w 60"), ([0, 2, 30, 40], "0 w w 40"), ([1, 0, 2], "w w w"),
    ])
    func `What is small is covered, and what would betray it`(_ row: ([Int64], String)) {
        #expect(shown(row.0) == row.1)
    }

    @Test(
        arguments: [
            (2, [1, 5], "w w"), (2, [2, 3], "2 3"), (2, [1, 1, 50], "w w w"),
            (3, [2, 50], "w w"), (3, [1, 2, 50], "s s 50"), (3, [3, 4, 50], "3 4 50"),
            (10, [7, 9, 50], "s s 50"), (10, [9, 10, 50], "w w 50"),
        ] as [(Int, [Int64], String)])
    func `How few are small is somebody's choice`(limit: Int, counts: [Int64], told: String) {
        let small = SmallCounts(below: limit)
        #expect(shown(counts, by: small) == told)
        #expect(small.text(of: .small).korean == "\(limit) 미만")
        #expect(small.text(of: .small).english == "fewer than \(limit)")
    }

    /// Whoever reads the sum and what is printed, and knows the procedure, goes through every list
    /// that would have been printed the same way.
    @Test func `Nobody can tell a covered small count, whatever they know of how it is done`() {
        for length in 1...4 {
            let greatest: Int64 = length == 4 ? 12 : 24
            var seen: [String: [Set<Int64>]] = [:]
            var lists: [(key: String, counts: [Int64])] = []
            for counts in Self.lists(length: length, upTo: greatest) {
                guard counts.contains(where: Self.usual.isSmall) else { continue }
                let key = "\(counts.reduce(0, +)): \(shown(counts))"
                lists.append((key, counts))
                var values = seen[key] ?? counts.map { _ in [] }
                for place in counts.indices { values[place].insert(counts[place]) }
                seen[key] = values
            }
            for (key, counts) in lists where counts.reduce(0, +) <= greatest {
                // A whole that is small is not printed at all.
                guard !Self.usual.isSmall(counts.reduce(0, +)) else { continue }
                for place in counts.indices where Self.usual.isSmall(counts[place]) {
                    #expect((seen[key]?[place].count ?? 0) > 1, "\(key) \(counts)")
                }
            }
        }
    }

    private static func lists(length: Int, upTo greatest: Int64) -> [[Int64]] {
        guard length > 0 else { return [[]] }
        return lists(length: length - 1, upTo: greatest).flatMap { list in
            (0...greatest).map { list + [$0] }
        }
    }
}
