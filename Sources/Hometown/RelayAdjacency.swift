/// 이웃. Which nominations leave each participation, or reach it, in the order they were given: two
/// arrays for all participations instead of one for each, so that a million of them load and are
/// walked in a second.
struct RelayAdjacency: Sendable {
    /// Where the nominations of each participation begin; one more than participations.
    private let offsets: [Int32]
    private let nominations: [Int32]

    /// - Parameters:
    ///   - count: how many participations there are.
    ///   - owners: for each nomination the participation it is listed under; `RelayGraph.nowhere`
    ///     lists it under none.
    init(count: Int, owners: [Int32]) {
        var offsets = [Int32](repeating: 0, count: count + 1)
        for owner in owners where owner != RelayGraph.nowhere { offsets[Int(owner) + 1] += 1 }
        for place in 0..<count { offsets[place + 1] += offsets[place] }
        var next = offsets
        var nominations = [Int32](repeating: 0, count: Int(offsets[count]))
        for (nomination, owner) in owners.enumerated() where owner != RelayGraph.nowhere {
            nominations[Int(next[Int(owner)])] = Int32(nomination)
            next[Int(owner)] += 1
        }
        self.offsets = offsets
        self.nominations = nominations
    }

    subscript(place: Int) -> ArraySlice<Int32> {
        nominations[Int(offsets[place])..<Int(offsets[place + 1])]
    }

    func count(_ place: Int) -> Int {
        Int(offsets[place + 1] - offsets[place])
    }
}
