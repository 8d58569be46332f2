package import Hometown

/// 기간. What a run covers, named by local dates in the zone of its schedule. The text is what the
/// ledger stores and what makes a run unique.
package enum PeriodKey: Hashable, Sendable {
    /// `2026-11-20`.
    case day(CivilDate)
    /// `2026-W47`: ISO 8601's week, whose year is that of its Thursday.
    case week(year: Int, week: Int)
    /// `2026-11`.
    case month(year: Int, month: Int)
    /// `2026-Q4`.
    case quarter(year: Int, quarter: Int)
    /// `2026`.
    case year(Int)

    /// The years a period may lie in: the calendar has the years 1 to 9999, and each period has one
    /// before it and a next, in every zone.
    package static let years = 2...9998

    /// The period of a cadence that contains a day.
    package init(_ cadence: Cadence, containing date: CivilDate) {
        switch cadence {
        case .daily: self = .day(date)
        case .weekly:
            let thursday = date.adding(days: 4 - date.weekday)
            let new = CivilDate.first(ofMonth: 1, in: thursday.year)
            let days = thursday.daysSinceEpoch - new.daysSinceEpoch
            self = .week(year: thursday.year, week: days / 7 + 1)
        case .monthly: self = .month(year: date.year, month: date.month)
        case .quarterly: self = .quarter(year: date.year, quarter: (date.month + 2) / 3)
        case .yearly: self = .year(date.year)
        }
    }

    /// The texts of all periods, of any cadence, in which one of these days lies, in order.
    package static func texts(containing days: [CivilDate]) -> [String] {
        Set(
            days.flatMap { day in
                Cadence.allCases.map { PeriodKey($0, containing: day).text }
            }
        ).sorted()
    }

    package var cadence: Cadence {
        switch self {
        case .day: .daily
        case .week: .weekly
        case .month: .monthly
        case .quarter: .quarterly
        case .year: .yearly
        }
    }

    package var first: CivilDate {
        switch self {
        case .day(let date): date
        case .week(let year, let week): PeriodKey.monday(ofWeek: week, in: year)
        case .month(let year, let month): CivilDate.first(ofMonth: month, in: year)
        case .quarter(let year, let quarter):
            CivilDate.first(ofMonth: quarter * 3 - 2, in: year)
        case .year(let year): CivilDate.first(ofMonth: 1, in: year)
        }
    }

    /// Inclusive.
    package var last: CivilDate {
        switch self {
        case .day(let date): date
        case .week: first.adding(days: 6)
        case .month(let year, let month): CivilDate.last(ofMonth: month, in: year)
        case .quarter(let year, let quarter): CivilDate.last(ofMonth: quarter * 3, in: year)
        case .year(let year): CivilDate.last(ofMonth: 12, in: year)
        }
    }

    /// The period that follows without a gap.
    package var next: PeriodKey { PeriodKey(cadence, containing: last.adding(days: 1)) }

    package var previous: PeriodKey { PeriodKey(cadence, containing: first.adding(days: -1)) }

    /// From the first instant of the first day to the first after the last.
    package func bounds(in zone: Zone) -> Range<Instant> {
        zone.bounds(of: first).lowerBound..<zone.bounds(of: last).upperBound
    }

    /// 4 January lies in week 1.
    private static func monday(ofWeek week: Int, in year: Int) -> CivilDate {
        let fourth = CivilDate.first(ofMonth: 1, in: year).adding(days: 3)
        return fourth.adding(days: (week - 1) * 7 + 1 - fourth.weekday)
    }
}

extension CivilDate {
    /// The month is one of the calendar's.
    package static func first(ofMonth month: Int, in year: Int) -> CivilDate {
        day(1, ofMonth: month, in: year)
    }

    package static func last(ofMonth month: Int, in year: Int) -> CivilDate {
        day(days(inMonth: month, of: year), ofMonth: month, in: year)
    }

    package static func day(_ day: Int, ofMonth month: Int, in year: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("\(year)-\(month)-\(day) is in the calendar")
        }
        return date
    }
}
