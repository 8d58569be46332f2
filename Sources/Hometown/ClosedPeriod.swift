/// 마감된 기간. Days whose donations are no longer added to, unless somebody approves.
package struct ClosedPeriod: Hashable, Sendable {
    /// The closing that closed it.
    package let closing: Identifier
    /// `2025-12`, `2025-Q4` or `2025`.
    package let period: String
    package let first: CivilDate
    /// Inclusive.
    package let last: CivilDate

    package init(closing: Identifier, period: String, first: CivilDate, last: CivilDate) {
        self.closing = closing
        self.period = period
        self.first = first
        self.last = last
    }

    /// Whether a donation of this date is counted on one of its days: where less than the day is
    /// known, the date it is kept under decides.
    package func contains(_ date: EventDate) -> Bool { first <= date.date && date.date <= last }
}

extension Collection where Element == ClosedPeriod {
    /// Whether every day of a period is closed, by one closing or by several beside each other.
    package func cover(_ days: ClosedRange<CivilDate>) -> Bool {
        var next = days.lowerBound
        for closed in sorted(by: { $0.first < $1.first }) {
            guard closed.first <= next else { return false }
            if closed.last >= days.upperBound { return true }
            next = Swift.max(next, closed.last.adding(days: 1))
        }
        return false
    }
}
