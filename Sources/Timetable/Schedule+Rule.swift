import Hometown

extension Schedule {
    /// 주기 규칙. On which day a schedule comes due, each time for the period that ended before it.
    package enum Rule: Hashable, Sendable {
        /// Every day, for the day before.
        case daily
        /// Every week on a day, Monday being 1, for the week before.
        case weekly(weekday: Int)
        case monthly(day: DayOfMonth)
        /// In the first, second or third month of a quarter, for the quarter before.
        case quarterly(month: Int, day: DayOfMonth)
        case yearly(month: Int, day: DayOfMonth)

        /// 일. A day of a month. Where a month is too short for its number, its last day stands in,
        /// so that no period goes without its run.
        package enum DayOfMonth: Hashable, Sendable {
            case number(Int)
            /// 말일.
            case last

            package var number: Int? {
                guard case .number(let number) = self else { return nil }
                return number
            }

            func date(inMonth month: Int, of year: Int) -> CivilDate {
                switch self {
                case .number(let day) where day <= CivilDate.days(inMonth: month, of: year):
                    CivilDate.day(day, ofMonth: month, in: year)
                case .number, .last: CivilDate.last(ofMonth: month, in: year)
                }
            }
        }

        /// - Returns: `nil` when a part is missing, or one too many.
        package init?(_ cadence: Cadence, weekday: Int?, month: Int?, day: DayOfMonth?) {
            switch (cadence, weekday, month, day) {
            case (.daily, nil, nil, nil): self = .daily
            case (.weekly, let weekday?, nil, nil): self = .weekly(weekday: weekday)
            case (.monthly, nil, nil, let day?): self = .monthly(day: day)
            case (.quarterly, nil, let month?, let day?):
                self = .quarterly(month: month, day: day)
            case (.yearly, nil, let month?, let day?): self = .yearly(month: month, day: day)
            default: return nil
            }
        }

        package var weekday: Int? {
            guard case .weekly(let weekday) = self else { return nil }
            return weekday
        }

        package var month: Int? {
            switch self {
            case .daily, .weekly, .monthly: nil
            case .quarterly(let month, _), .yearly(let month, _): month
            }
        }

        package var day: DayOfMonth? {
            switch self {
            case .daily, .weekly: nil
            case .monthly(let day), .quarterly(_, let day), .yearly(_, let day): day
            }
        }

        package var cadence: Cadence {
            switch self {
            case .daily: .daily
            case .weekly: .weekly
            case .monthly: .monthly
            case .quarterly: .quarterly
            case .yearly: .yearly
            }
        }

        /// The day on which a period comes due, before it is moved to a working day.
        /// - Parameter period: of the rule's cadence.
        func date(for period: PeriodKey) -> CivilDate {
            let next = period.next.first
            switch self {
            case .daily: return next
            case .weekly(let weekday): return next.adding(days: weekday - 1)
            case .monthly(let day): return day.date(inMonth: next.month, of: next.year)
            case .quarterly(let month, let day):
                return day.date(inMonth: next.month + month - 1, of: next.year)
            case .yearly(let month, let day): return day.date(inMonth: month, of: next.year)
            }
        }

        /// - Throws: `ScheduleFault` for a day that never comes: 31 February, the eighth of a week.
        func check() throws(ScheduleFault) {
            switch self {
            case .daily: break
            case .weekly(let weekday):
                guard (1...7).contains(weekday) else { throw .weekday(weekday) }
            case .monthly(let day): try Rule.check(day, daysMax: 31, month: nil)
            case .quarterly(let month, let day):
                guard (1...3).contains(month) else { throw .month(month, max: 3) }
                // The second month of a quarter may be February and may be August.
                try Rule.check(day, daysMax: 31, month: nil)
            case .yearly(let month, let day):
                guard (1...12).contains(month) else { throw .month(month, max: 12) }
                try Rule.check(day, daysMax: CivilDate.days(inMonth: month, of: 2024), month: month)
            }
        }

        private static func check(
            _ day: DayOfMonth, daysMax: Int, month: Int?
        ) throws(ScheduleFault) {
            guard case .number(let number) = day else { return }
            guard (1...daysMax).contains(number) else {
                throw .day(number, month: month, max: daysMax)
            }
        }
    }
}
