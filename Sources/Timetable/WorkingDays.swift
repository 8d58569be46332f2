package import Hometown

/// 근무일. The days on which an office works: Monday to Friday but for the holidays (공휴일) that the
/// operator has loaded. The law of holidays changes by decree and is nowhere computed.
package struct WorkingDays: Hashable, Sendable {
    /// Longer than the longest break of any year; a table with more days off in a row is refused.
    package static let breakDaysMax = 31

    package let holidays: Set<CivilDate>

    package init(holidays: Set<CivilDate>) {
        self.holidays = holidays
    }

    package func contains(_ date: CivilDate) -> Bool {
        date.weekday <= 5 && !holidays.contains(date)
    }

    /// The day itself when it is one of work, else the next that is.
    package func onOrAfter(_ date: CivilDate) -> CivilDate {
        var day = date
        for _ in 0..<WorkingDays.breakDaysMax where !contains(day) { day = day.adding(days: 1) }
        return day
    }

    /// The first day of a break that is too long; `nil` when there is none.
    package var endlessBreak: CivilDate? {
        holidays.sorted().first { first in
            (0..<WorkingDays.breakDaysMax).allSatisfy { !contains(first.adding(days: $0)) }
        }
    }
}
