/// 적은 수 가리기. Which counts of a list must not be printed where everybody reads them: those from
/// 1 to one below the limit, which could point at somebody, and as many others as it takes so that
/// none of them follows from the sum and the rest.
package struct SmallCounts: Hashable, Sendable {
    /// How a count that is not printed reads.
    package enum Cover: String, Hashable, Sendable {
        /// 5 미만: it lies between 1 and 4.
        case small
        /// 비공개: shown, it would betray a small one.
        case withheld
    }

    /// Counts from here on are printed.
    package let limit: Int64

    package static let limitDefault = 5
    /// Below two nothing would be small.
    package static let limits = 2...1_000

    package init(below limit: Int = limitDefault) {
        self.limit = Int64(limit)
    }

    package func text(of cover: Cover) -> Bilingual {
        switch cover {
        case .small: Bilingual("\(limit) 미만", "fewer than \(limit)")
        case .withheld: Bilingual("비공개", "withheld")
        }
    }

    /// Covers counts whose sum is printed beside them.
    ///
    /// Several small ones hide each other: they read 5 미만, unless their sum leaves each of them
    /// one value. Else the least of the others are withheld with them and all read 비공개: any of
    /// them may be the small one, even for somebody who knows this procedure. Where there are no
    /// others the whole list is withheld. Nothing hides a list of five or more fours and of
    /// nothing else beside its sum, where five is the limit.
    /// - Parameter counts: none negative; they are parts of one whole and do not overlap.
    /// - Returns: a cover for every count, `nil` where it is printed.
    package func covers(_ counts: [Int64]) -> [Cover?] {
        let small = counts.filter(isSmall)
        guard !small.isEmpty else { return counts.map { _ in nil } }
        guard let least = counts.filter({ $0 >= limit }).min() else {
            return counts.map { _ in .withheld }
        }
        let (sum, number) = (small.reduce(0, +), Int64(small.count))
        let isHidden = number > 1 && sum > number && sum < number * (limit - 1)
        return counts.map { count in
            if isHidden { return isSmall(count) ? .small : nil }
            return isSmall(count) || count == least ? .withheld : nil
        }
    }

    package func isSmall(_ count: Int64) -> Bool { count > 0 && count < limit }
}
