/// 날짜 읽기. The one reader of dates as people write them, for the web, the command line, lists
/// and pasted cells. Today is an argument; nothing is guessed but a year left out. Whether a day
/// may lie after today or before the scheme is the judgement's to say, not the reader's.
package struct DateReader: Sendable {
    package let today: CivilDate

    package init(today: CivilDate) {
        self.today = today
    }

    /// What was read, with a notice where the reader should be told how.
    package struct Reading: Hashable, Sendable {
        package let date: EventDate
        package let notice: Bilingual?

        init(_ date: EventDate, notice: Bilingual? = nil) {
            self.date = date
            self.notice = notice
        }
    }

    /// Why a text is no date.
    package enum Problem: Error, Hashable, Sendable {
        case unreadable
        case twoDigitYear
        /// The calendar has no such day, as 2023-02-29.
        case noSuchDay
        /// The weekday written beside the date is another one's.
        case wrongWeekday(CivilDate)
    }

    /// Accepts `20230410`, `2023-04-10`, `2023/4/10`, `2023.4.10`, `2023. 4. 10.(월)`,
    /// `2023년 4월 10일`, `4/10`, `4.10`, `4월 10일`, 오늘, 어제, 그제, spreadsheet serials, months
    /// and years (`2023-03`, `2023. 3.`, `2023`), `2023-08-29 이전` and `by 2023-08-29`, all with
    /// full-width digits too. A day without a year is the latest such day that is not after today.
    package func read(_ text: String) -> Result<Reading, Problem> {
        // Most texts come from programs, in the machine form.
        if text.utf8.count == 10, let date = CivilDate(text) {
            return .success(Reading(EventDate(date)))
        }
        var text = text.narrowed.tidied.closedUp
        if let days = DateReader.words[text] {
            return .success(Reading(EventDate(today.adding(days: -days))))
        }
        var isBound = false
        if let bounded = text.dropping(suffix: "이전") ?? text.dropping(prefix: "by") {
            isBound = true
            text = bounded
        }
        var weekday: Int?
        if !isBound, text.hasSuffix(")") {
            guard let named = DateReader.weekday(of: text) else { return .failure(.unreadable) }
            weekday = named
            text = String(text.dropLast(3))
        }
        return read(DateShape(text)).flatMap { reading in
            let day = reading.date
            guard day.precision == .day || !isBound && weekday == nil
            else { return .failure(.unreadable) }
            if let weekday, weekday != day.date.weekday {
                return .failure(.wrongWeekday(day.date))
            }
            let date = isBound ? EventDate(day.date, precision: .onOrBefore) : day
            return .success(Reading(date, notice: reading.notice))
        }
    }

    /// A day on the calendar; `nil` for what is none, and for a month, a year or a bound.
    package func day(_ text: String) -> CivilDate? {
        guard case .success(let reading) = read(text), reading.date.precision == .day
        else { return nil }
        return reading.date.date
    }

    private func read(_ shape: DateShape) -> Result<Reading, Problem> {
        let numbers = shape.numbers
        switch (shape.pattern, shape.lengths) {
        case ("#", [8]):
            return whole(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
        case ("#", [6]): return .failure(.twoDigitYear)
        case ("#", [5]): return serial(numbers[0])
        case ("#", [4]), ("#년", [4]): return vague(numbers[0], 1, .year)
        case ("#-#-#", _), ("#/#/#", _), ("#.#.#", _), ("#.#.#.", _), ("#년#월#일", _):
            guard shape.lengths[0] != 2 else { return .failure(.twoDigitYear) }
            guard shape.isYearFirst else { return .failure(.unreadable) }
            return whole(numbers[0], numbers[1], numbers[2])
        case ("#-#", _), ("#년#월", _): return month(shape)
        case ("#/#", _), ("#.#", _), ("#.#.", _):
            return shape.isYearFirst ? month(shape) : recent(shape)
        case ("#월#일", _): return recent(shape)
        default: return .failure(.unreadable)
        }
    }

    private func whole(_ year: Int, _ month: Int, _ day: Int) -> Result<Reading, Problem> {
        guard let date = CivilDate(year: year, month: month, day: day)
        else { return .failure(.noSuchDay) }
        return .success(Reading(EventDate(date)))
    }

    private func vague(
        _ year: Int, _ month: Int, _ precision: EventDate.Precision
    ) -> Result<Reading, Problem> {
        guard let date = CivilDate(year: year, month: month, day: 1)
        else { return .failure(.noSuchDay) }
        return .success(Reading(EventDate(date, precision: precision)))
    }

    private func month(_ shape: DateShape) -> Result<Reading, Problem> {
        guard shape.lengths[0] != 2 || shape.pattern == "#-#"
        else { return .failure(.twoDigitYear) }
        guard shape.isYearFirst else { return .failure(.unreadable) }
        return vague(shape.numbers[0], shape.numbers[1], .month)
    }

    /// A month and a day: this year's, or last year's when this year's is yet to come. 29 February
    /// is looked for in no other year than these two.
    private func recent(_ shape: DateShape) -> Result<Reading, Problem> {
        guard shape.lengths.allSatisfy({ $0 <= 2 }) else { return .failure(.unreadable) }
        for year in [today.year, today.year - 1] {
            guard
                let date = CivilDate(year: year, month: shape.numbers[0], day: shape.numbers[1]),
                date <= today
            else { continue }
            guard year != today.year else { return .success(Reading(EventDate(date))) }
            let notice = Bilingual(
                "연도가 없어 지난해 \(Notation.date(date, .text, in: .korean))로 읽었습니다.",
                "Read as last year's \(Notation.date(date, .text, in: .english)); "
                    + "no year was given.")
            return .success(Reading(EventDate(date), notice: notice))
        }
        return .failure(.noSuchDay)
    }

    /// Days since 1899-12-30, as spreadsheets count them; only those that no year or amount can be
    /// mistaken for: 2000-01-01 to 2099-12-31.
    private func serial(_ number: Int) -> Result<Reading, Problem> {
        guard (36_526...73_050).contains(number) else { return .failure(.unreadable) }
        let date = CivilDate(daysSinceEpoch: number - 25_569)
        let notice = Bilingual(
            "표 계산 일련번호를 \(Notation.date(date, .text, in: .korean))로 읽었습니다.",
            "The spreadsheet's serial number was read as "
                + "\(Notation.date(date, .text, in: .english)).")
        return .success(Reading(EventDate(date), notice: notice))
    }

    private static let words = [
        "오늘": 0, "어제": 1, "그제": 2, "today": 0, "yesterday": 1,
    ]

    /// The weekday in the brackets that end the text, Monday being 1.
    private static func weekday(of text: String) -> Int? {
        let end = text.suffix(3)
        guard end.first == "(" else { return nil }
        let name = String(end.dropFirst().dropLast())
        return Notation.koreanWeekdays.firstIndex(of: name).map { $0 + 1 }
    }
}

extension DateReader.Problem {
    /// What happened and what to write instead.
    package var text: Bilingual {
        switch self {
        case .unreadable:
            Bilingual(
                "날짜를 읽지 못했습니다. 2023-04-10 또는 2023. 4. 10.처럼 쓰십시오.",
                "The date could not be read. Write it like 2023-04-10 or 2023. 4. 10.")
        case .twoDigitYear:
            Bilingual(
                "연도를 네 자리로 쓰십시오. 예: 2023-04-10",
                "Write the year with four digits, such as 2023-04-10.")
        case .noSuchDay:
            Bilingual(
                "달력에 없는 날짜입니다. 연·월·일을 확인해 주십시오.",
                "The calendar has no such day. Check year, month and day.")
        case .wrongWeekday(let date):
            Bilingual(
                "요일이 맞지 않습니다. \(Notation.date(date, .text, in: .korean))입니다.",
                "The weekday is wrong: it is \(Notation.date(date, .text, in: .english)).")
        }
    }
}

/// A text taken apart into its numbers and the signs between them: `2023.4.10` is `#.#.#`.
private struct DateShape {
    private(set) var pattern = ""
    private(set) var numbers: [Int] = []
    /// How many digits each number has.
    private(set) var lengths: [Int] = []

    var isYearFirst: Bool {
        lengths[0] == 4 && lengths.dropFirst().allSatisfy { $0 <= 2 }
    }

    /// Longer digit runs than any date's are kept as a sign nothing accepts.
    init(_ text: String) {
        var rest = text[...]
        while let character = rest.first {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if digits.isEmpty {
                pattern.append(character)
                rest.removeFirst()
                continue
            }
            pattern.append(digits.count <= 8 ? "#" : "?")
            numbers.append(digits.count <= 8 ? CivilDate.number(digits.utf8) ?? 0 : 0)
            lengths.append(digits.count)
            rest.removeFirst(digits.count)
        }
    }
}

extension String {
    func dropping(prefix: String) -> String? {
        hasPrefix(prefix) && self != prefix ? String(dropFirst(prefix.count)) : nil
    }
}
