/// A date of a spreadsheet, with a time of day where the cell has one. No zone: a spreadsheet knows
/// none.
package struct SheetDate: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    /// Seconds since midnight; `nil` when the cell holds a whole day.
    package let secondOfDay: Int?

    package init(year: Int, month: Int, day: Int, secondOfDay: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.secondOfDay = secondOfDay
    }

    /// `2023-04-10` or `2023-04-10T14:30:00`.
    package var text: String {
        let day = "\(padded(year, 4))-\(padded(month, 2))-\(padded(self.day, 2))"
        guard let secondOfDay else { return day }
        let minute = secondOfDay / 60
        return day
            + "T\(padded(minute / 60, 2)):\(padded(minute % 60, 2)):\(padded(secondOfDay % 60, 2))"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

// MARK: - Serial numbers

/// Which day a workbook counts from (ECMA-376 part 1, 18.17.4.1).
package enum DateSystem: Hashable, Sendable {
    /// Day 1 is 1900-01-01, and 1900 is taken for a leap year: day 60 is 29 February 1900, which
    /// never was. Lotus 1-2-3 began it, and every workbook since keeps it.
    case from1900
    /// Day 0 is 1904-01-01; workbooks of old Macintosh programs.
    case from1904
}

extension SheetDate {
    private static let secondsPerDay = 86_400
    /// 9999-12-31, the last day a spreadsheet shows.
    private static let serialsMax = 2_958_465
    /// Days from 0000-03-01 to 1970-01-01 and to the day before day 0 of a workbook.
    private static let dayOf1899December30 = 693_899
    private static let dayOf1904January1 = 695_361

    /// The date a number stands for; `nil` for a time without a day and for what no calendar has.
    init?(serial: Double, in system: DateSystem) {
        guard serial.isFinite, serial >= 0, serial < Double(SheetDate.serialsMax + 1) else {
            return nil
        }
        let seconds = (serial * Double(SheetDate.secondsPerDay)).rounded()
        let whole = Int(seconds) / SheetDate.secondsPerDay
        let rest = Int(seconds) % SheetDate.secondsPerDay
        let secondOfDay = rest == 0 ? nil : rest
        switch system {
        case .from1904:
            self.init(day: SheetDate.dayOf1904January1 + whole, secondOfDay: secondOfDay)
        case .from1900:
            guard whole > 0 else { return nil }
            if whole == 60 {
                self.init(year: 1900, month: 2, day: 29, secondOfDay: secondOfDay)
            } else {
                let day = SheetDate.dayOf1899December30 + whole + (whole < 60 ? 1 : 0)
                self.init(day: day, secondOfDay: secondOfDay)
            }
        }
    }

    /// The number that a workbook of the 1900 system has for this date, in decimal; `nil` before
    /// 1900.
    var serialText: String? {
        var whole = dayNumber - SheetDate.dayOf1899December30
        if whole <= 60 { whole -= 1 }
        if year == 1900, month == 2, day == 29 { whole = 60 }
        guard whole > 0, whole <= SheetDate.serialsMax else { return nil }
        guard let secondOfDay else { return String(whole) }
        return "\(Double(whole) + Double(secondOfDay) / Double(SheetDate.secondsPerDay))"
    }

    /// Days since 0000-03-01 to a date of the proleptic Gregorian calendar: years that begin in
    /// March end with the leap day (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private init(day number: Int, secondOfDay: Int?) {
        let era = number / 146_097
        let dayOfEra = number % 146_097
        let years = dayOfEra / 1_460
        let yearOfEra =
            (dayOfEra - years + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, secondOfDay: secondOfDay)
    }

    private var dayNumber: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }
}

// MARK: - ISO 8601

extension SheetDate {
    /// `2023-04-10`, `2023-04-10T14:30:00`, with a fraction or a `Z` behind: cells of the type `d`.
    init?(iso text: some StringProtocol) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let days = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        guard days.count == 3, days[0].count == 4, let year = Int(days[0]),
            let month = Int(days[1]), let day = Int(days[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var seconds: Int?
        if halves.count == 2 {
            let time = halves[1].prefix { $0 != "." && $0 != "Z" }
                .split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
            guard (2...3).contains(time.count), (0..<24).contains(time[0]),
                time.dropFirst().allSatisfy((0..<60).contains)
            else { return nil }
            let sum = time[0] * 3_600 + time[1] * 60 + (time.count == 3 ? time[2] : 0)
            seconds = sum == 0 ? nil : sum
        }
        self.init(year: year, month: month, day: day, secondOfDay: seconds)
    }
}
