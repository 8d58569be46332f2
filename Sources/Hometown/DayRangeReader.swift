/// 기간 읽기. Days as people ask for them: a day, a month, a year, the name of a period, 지난주, or two
/// of these with `..` between them.
package struct DayRangeReader: Sendable {
    /// Before and after everything this ledger can hold.
    static let first = CivilDate(daysSinceEpoch: 0)
    static let last = CivilDate(daysSinceEpoch: 2_932_896)

    private let dates: DateReader
    private let period: @Sendable (String) -> ClosedRange<CivilDate>?

    package init(
        today: CivilDate, period: @escaping @Sendable (String) -> ClosedRange<CivilDate>?
    ) {
        dates = DateReader(today: today)
        self.period = period
    }

    /// - Returns: both ends inclusive; `nil` for what is no range.
    package func read(_ text: String) -> ClosedRange<CivilDate>? {
        for sign in ["..", "∼", "~"] {
            guard let sides = text.components(around: sign) else { continue }
            guard let low = sides.0.isEmpty ? DayRangeReader.first : one(sides.0)?.lowerBound,
                let high = sides.1.isEmpty ? DayRangeReader.last : one(sides.1)?.upperBound,
                low <= high
            else { return nil }
            return low...high
        }
        return one(text)
    }

    /// The same where the text could be an amount as well: of digits alone only a year and a whole
    /// day are days, and a sign between digits is none of an amount's.
    func bare(_ text: String) -> ClosedRange<CivilDate>? {
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            guard let range = one(text), text.utf8.count == 4 || text.utf8.count == 8,
                (Scheme.firstDay.year...dates.today.year + 1).contains(range.lowerBound.year)
            else { return nil }
            return range
        }
        return text.contains("..") || text.contains("~") || text.contains("∼")
            ? read(text) : one(text)
    }

    private func one(_ text: String) -> ClosedRange<CivilDate>? {
        if let named = named(text.closedUp.lowercased()) { return named }
        if let range = period(text.uppercased()) { return range }
        guard !text.isEmpty, !isSerial(text),
            case .success(let reading) = dates.read(text)
        else { return nil }
        return (reading.date.earliest ?? DayRangeReader.first)...reading.date.latest
    }

    /// Five digits are a day in a spreadsheet and an amount everywhere else.
    private func isSerial(_ text: String) -> Bool {
        text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private func named(_ word: String) -> ClosedRange<CivilDate>? {
        let today = dates.today
        let monday = today.adding(days: 1 - today.weekday)
        switch word {
        case "이번주", "금주", "thisweek": return monday...monday.adding(days: 6)
        case "지난주", "저번주", "lastweek":
            return monday.adding(days: -7)...monday.adding(days: -1)
        case "이번달", "thismonth": return months(from: 0, count: 1)
        case "지난달", "저번달", "lastmonth": return months(from: -1, count: 1)
        case "이번분기": return months(from: -((today.month - 1) % 3), count: 3)
        case "지난분기": return months(from: -((today.month - 1) % 3) - 3, count: 3)
        case "올해", "이번해", "thisyear": return months(from: 1 - today.month, count: 12)
        case "작년", "지난해", "lastyear": return months(from: -11 - today.month, count: 12)
        default: return nil
        }
    }

    /// Whole months, counted from this one.
    private func months(from offset: Int, count: Int) -> ClosedRange<CivilDate>? {
        func first(_ offset: Int) -> CivilDate? {
            let month = dates.today.year * 12 + dates.today.month - 1 + offset
            return CivilDate(year: month / 12, month: month % 12 + 1, day: 1)
        }
        guard let start = first(offset), let end = first(offset + count) else { return nil }
        return start...end.adding(days: -1)
    }
}
