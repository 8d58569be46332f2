/// 일자. When something happened in the world, as precisely as is known and no more.
package struct EventDate: Hashable, Sendable {
    /// How much of `date` is known.
    package enum Precision: String, Sendable, CaseIterable {
        case day, month, year
        /// The day of the latest possibility: "by 10 April 2023".
        case onOrBefore = "on_or_before"
    }

    /// The day itself; the first day of the month or year; or the last possible day.
    package let date: CivilDate
    package let precision: Precision

    /// Normalises `date` to the first day of its month or year where no more is known.
    package init(_ date: CivilDate, precision: Precision = .day) {
        self.precision = precision
        let month = precision == .year ? 1 : date.month
        let day = precision == .year || precision == .month ? 1 : date.day
        self.date = CivilDate(year: date.year, month: month, day: day) ?? date
    }

    /// Reads the machine form: `2023-04-10`, `2023-04` or `2023`, whose length must agree with
    /// the precision when one is given.
    package init?(_ text: String, precision: Precision? = nil) {
        let (full, implied): (String, Precision) =
            switch text.utf8.count {
            case 4: (text + "-01-01", .year)
            case 7: (text + "-01", .month)
            default: (text, .day)
            }
        guard let date = CivilDate(full) else { return nil }
        if let precision, precision != implied {
            guard precision == .onOrBefore, implied == .day else { return nil }
        }
        self.init(date, precision: precision ?? implied)
    }

    /// The machine form of the value alone; the precision stands beside it.
    package var text: String {
        String(digits: append)
    }

    /// The same behind what is there.
    func append(to digits: inout [UInt8]) {
        date.append(to: &digits)
        switch precision {
        case .day, .onOrBefore: break
        case .month: digits.removeLast(3)
        case .year: digits.removeLast(6)
        }
    }

    /// As somebody types it who knows no more: `2023-04-10`, `2023-04`, `2023-04-10 이전`, and in
    /// English `by 2023-04-10`. ``DateReader`` reads the same date from it.
    package func typed(in language: Language) -> String {
        guard precision == .onOrBefore else { return text }
        return Bilingual("\(text) 이전", "by \(text)").text(in: language)
    }

    /// What is said to have happened on a day to come is a mistake. A bound ("on or before") may
    /// lie ahead, and a month or a year that has begun is no day to come.
    package func isAhead(of today: CivilDate) -> Bool {
        precision != .onOrBefore && date > today
    }

    /// What the ledger tells of is younger than this: a year before it lacks a digit.
    private static let firstYear = 1900

    /// Why nothing can have happened then; `nil` where it can.
    package func refusal(today: CivilDate, field: String) -> Refusal? {
        if isAhead(of: today) { return .dateInvalid(field: field, reason: .afterToday(today)) }
        guard date.year < EventDate.firstYear else { return nil }
        return .dateInvalid(field: field, reason: .longBefore(year: EventDate.firstYear))
    }

    /// The last day on which it can have happened.
    package var latest: CivilDate {
        switch precision {
        case .day, .onOrBefore: date
        case .month:
            date.adding(days: CivilDate.days(inMonth: date.month, of: date.year) - 1)
        case .year: date.adding(days: CivilDate.isLeap(date.year) ? 365 : 364)
        }
    }

    /// The first day on which it can have happened; `nil` when nothing bounds it from below.
    package var earliest: CivilDate? {
        precision == .onOrBefore ? nil : date
    }

    /// Days since, as exactly as the date is known: `atMost` is `nil` after "by 10 April". `nil`
    /// before its day.
    package func age(on today: CivilDate) -> (atLeast: Int, atMost: Int?)? {
        guard date <= today else { return nil }
        let latest = min(latest, today)
        return (
            today.daysSinceEpoch - latest.daysSinceEpoch,
            earliest.map { today.daysSinceEpoch - $0.daysSinceEpoch }
        )
    }
}

extension EventDate.Precision: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .day: Bilingual("일", "day")
        case .month: Bilingual("월", "month")
        case .year: Bilingual("연", "year")
        case .onOrBefore: Bilingual("그날 이전", "on or before")
        }
    }
}
