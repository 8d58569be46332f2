/// 기간 조각. A run of whole days, whole months or whole years.
package struct CalendarPart: Hashable, Sendable {
    package enum Span: String, Sendable, CaseIterable {
        case day, month, year
    }

    package let span: Span
    /// The first days of its first and of its last day, month or year.
    package let first: CivilDate
    package let last: CivilDate

    /// The fewest parts that make up a period: days before the first whole month, months before
    /// the first whole year, years, and the same after them. Five at most.
    package static func parts(of period: ClosedRange<CivilDate>) -> [CalendarPart] {
        var parts: [CalendarPart] = []
        var next = period.lowerBound
        let end = period.upperBound.adding(days: 1)
        while next < end {
            let span = CalendarPart.longest(from: next, before: end)
            var last = next
            var following = span.following(next)
            while following < end, CalendarPart.longest(from: following, before: end) == span {
                last = following
                following = span.following(following)
            }
            parts.append(CalendarPart(span: span, first: next, last: last))
            next = following
        }
        return parts
    }

    /// The longest span that begins on the day and ends before another.
    private static func longest(from day: CivilDate, before end: CivilDate) -> Span {
        if day.day == 1 {
            if day.month == 1, Span.year.following(day) <= end { return .year }
            if Span.month.following(day) <= end { return .month }
        }
        return .day
    }
}

extension CalendarPart.Span {
    /// The day after the span that begins on a day.
    fileprivate func following(_ day: CivilDate) -> CivilDate {
        switch self {
        case .day: day.adding(days: 1)
        case .month: day.adding(days: CivilDate.days(inMonth: day.month, of: day.year))
        case .year: day.adding(days: CivilDate.isLeap(day.year) ? 366 : 365)
        }
    }
}
