package import Timetable

/// 기간 채우기. What a backfill would run, or has asked for.
package struct Backfill: Hashable, Sendable {
    /// In order; those that are filed already are left out.
    package let periods: [PeriodKey]
    /// How many were filed already.
    package let filedCount: Int
}
