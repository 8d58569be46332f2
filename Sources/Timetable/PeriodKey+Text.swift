package import Hometown

extension PeriodKey {
    package var text: String {
        switch self {
        case .day(let date): date.description
        case .week(let year, let week):
            "\(PeriodKey.digits(year, 4))-W\(PeriodKey.digits(week, 2))"
        case .month(let year, let month):
            "\(PeriodKey.digits(year, 4))-\(PeriodKey.digits(month, 2))"
        case .quarter(let year, let quarter): "\(PeriodKey.digits(year, 4))-Q\(quarter)"
        case .year(let year): PeriodKey.digits(year, 4)
        }
    }

    /// The days of a period by its key, for people: 2026. 11. 9.∼11. 15. for `2026-W46`. What names
    /// no period stays as it is.
    package static func days(of key: String, in language: Language) -> String {
        PeriodKey(key).map { Notation.range($0.first...$0.last, in: language) } ?? key
    }

    /// - Returns: `nil` for a text that names no period: `2026-W54`, `2026-13`, `2026-02-30`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let year = PeriodKey.number(parts[0], digits: 4), PeriodKey.years.contains(year)
        else { return nil }
        switch parts.count {
        case 1: self = .year(year)
        case 2: self.init(year, parts[1])
        default:
            guard let date = CivilDate(text) else { return nil }
            self = .day(date)
        }
    }

    private init?(_ year: Int, _ rest: String) {
        switch rest.first {
        case "W":
            guard let week = PeriodKey.number(rest.dropFirst(), digits: 2), week >= 1 else {
                return nil
            }
            self = .week(year: year, week: week)
            // A year of ISO 8601 has 52 weeks or 53.
            guard PeriodKey(.weekly, containing: first) == self else { return nil }
        case "Q":
            guard let quarter = PeriodKey.number(rest.dropFirst(), digits: 1),
                (1...4).contains(quarter)
            else { return nil }
            self = .quarter(year: year, quarter: quarter)
        default:
            guard let month = PeriodKey.number(rest, digits: 2), (1...12).contains(month) else {
                return nil
            }
            self = .month(year: year, month: month)
        }
    }

    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.allSatisfy({ ("0"..."9").contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    private static func digits(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
