/// 날짜. A day of the proleptic Gregorian calendar, without time or zone, years 1 to 9999.
package struct CivilDate: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// `nil` where the calendar has no such day (2023-02-29).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that lies `daysSinceEpoch` days after 1970-01-01. Outside the years 1 to 9999 this
    /// is a programming error. Method: Howard Hinnant, "chrono-Compatible Low-Level Date
    /// Algorithms", civil_from_days.
    package init(daysSinceEpoch: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        precondition((1...9999).contains(year), "a civil date lies in the years 1 to 9999")
    }

    /// Days after 1970-01-01, negative before it.
    package var daysSinceEpoch: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The first and the last day of the calendar, counted from 1970-01-01.
    package static let bounds = -719_162...2_932_896

    /// So many days later, or earlier for a negative number. A day beyond an end of the calendar is
    /// that end: people write 9999-12-31 for "never".
    package func adding(days: Int) -> CivilDate {
        let (day, overflows) = daysSinceEpoch.addingReportingOverflow(days)
        let bounds = CivilDate.bounds
        guard !overflows else {
            return CivilDate(daysSinceEpoch: days < 0 ? bounds.lowerBound : bounds.upperBound)
        }
        return CivilDate(
            daysSinceEpoch: min(max(day, bounds.lowerBound), bounds.upperBound))
    }

    /// Monday is 1, Sunday is 7 (ISO 8601).
    package var weekday: Int {
        (((daysSinceEpoch + 3) % 7) + 7) % 7 + 1
    }

    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: Comparable {
    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: LosslessStringConvertible {
    /// Accepts `YYYY-MM-DD` (ISO 8601) and nothing else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = CivilDate.number(bytes[0..<4]), let month = CivilDate.number(bytes[5..<7]),
            let day = CivilDate.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var description: String {
        String(digits: append)
    }

    /// The same behind what is there.
    func append(to digits: inout [UInt8]) {
        CivilDate.append(year, width: 4, to: &digits)
        digits.append(UInt8(ascii: "-"))
        CivilDate.append(month, width: 2, to: &digits)
        digits.append(UInt8(ascii: "-"))
        CivilDate.append(day, width: 2, to: &digits)
    }

    /// The value of ASCII digits; `nil` when one of them is none.
    static func number(_ digits: some Sequence<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// Appends `value` in decimal, padded with zeros to `width`.
    static func append(_ value: Int, width: Int, to digits: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        digits.append(addingCapacity: width) { digits in
            while divisor > 0 {
                digits.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
                divisor /= 10
            }
        }
    }
}

extension String {
    /// What appends the digits of a date or a time, as a text.
    init(digits append: (inout [UInt8]) -> Void) {
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        append(&digits)
        self.init(decoding: digits, as: UTF8.self)
    }
}
