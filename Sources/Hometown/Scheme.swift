/// 고향사랑 기부제. What the law fixes for the whole scheme.
package enum Scheme {
    /// Act 18489 came into force: no donation is older.
    package static let firstDay = CivilDate(daysSinceEpoch: 19_358)

    /// 지정기부. Act 20314 came into force: donations may name a project or purpose (Act 8-2).
    package static let earmarkFirstDay = CivilDate(daysSinceEpoch: 19_773)

    /// 민간플랫폼. The first day on which donations may come through private platforms.
    package static let platformFirstDay = CivilDate(daysSinceEpoch: 20_059)

    /// 지자체장 지정 항목. The first year whose publication may hold items of the head: Decree 35396,
    /// Art 9(1)5, is in force since 2026-03-26.
    package static let headItemsFirstYear = 2026

    /// 상한액. The yearly limit of one donor over all governments together (Act 8(3); Act 20314,
    /// Addenda Art 1(2) and 3). A row holds from its year until the next; `nil` before the first.
    package static func annualCap(in year: Int) -> Won? {
        annualCaps.last { $0.since <= year }?.cap
    }

    private static let annualCaps: [(since: Int, cap: Won)] = [
        (2023, Won(5_000_000)),
        (2025, Won(20_000_000)),
    ]

    /// The largest amount that fits every form it is written in (JSON numbers end at 2^53).
    package static let amountMax = Won(9_007_199_254_740_991)
}

extension EventDate {
    /// The days on which a donation of this date can have happened: none lies before the scheme
    /// or after today. A date that lies wholly outside keeps its own days and is refused for it.
    package func possibleDays(today: CivilDate) -> ClosedRange<CivilDate> {
        let first = max(earliest ?? Scheme.firstDay, Scheme.firstDay)
        let last = min(latest, today)
        return first <= last ? first...last : date...latest
    }

    /// The calendar years whose cap a donation of this date may touch; nearly always one.
    package func capYears(today: CivilDate) -> ClosedRange<Int> {
        let days = possibleDays(today: today)
        return days.lowerBound.year...days.upperBound.year
    }
}
