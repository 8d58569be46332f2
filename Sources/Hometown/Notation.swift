/// 표기. How dates, times, amounts and names are written, in both languages. Korean forms follow
/// 행정업무의 운영 및 혁신에 관한 규정 Art 7(4)(5): Arabic digits, points for year, month and day,
/// the 24-hour clock.
package enum Notation {
    /// Where a date stands: in running text, with its weekday, or on a screen.
    package enum Place: Sendable {
        case text, screen
    }

    /// 2023. 4. 10.(월), 2023. 3., 2023, 2023. 8. 29. 이전; 10 April 2023 (Mon), March 2023,
    /// by 29 August 2023. Only whole days have a weekday.
    package static func date(
        _ date: EventDate, _ place: Place = .screen, in language: Language
    ) -> String {
        let day = date.date
        switch (date.precision, language) {
        case (.day, _): return self.date(day, place, in: language)
        case (.month, .korean): return "\(day.year). \(day.month)."
        case (.month, .english): return "\(englishMonths[day.month - 1]) \(day.year)"
        case (.year, _): return "\(day.year)"
        case (.onOrBefore, .korean): return self.date(day, in: .korean) + " 이전"
        case (.onOrBefore, .english): return "by " + self.date(day, in: .english)
        }
    }

    package static func date(
        _ day: CivilDate, _ place: Place = .screen, in language: Language
    ) -> String {
        let weekday = day.weekday - 1
        switch language {
        case .korean:
            let text = "\(day.year). \(day.month). \(day.day)."
            return place == .text ? text + "(\(koreanWeekdays[weekday]))" : text
        case .english:
            let text = "\(day.day) \(englishMonths[day.month - 1]) \(day.year)"
            return place == .text ? text + " (\(englishWeekdays[weekday]))" : text
        }
    }

    /// 2026. 11. 9.∼11. 15. (U+223C, no blanks); 9-15 Nov 2026. What both ends share is said once.
    package static func range(_ days: ClosedRange<CivilDate>, in language: Language) -> String {
        let (from, to) = (days.lowerBound, days.upperBound)
        if from == to { return date(from, in: language) }
        if language == .korean {
            let end = from.year == to.year ? "\(to.month). \(to.day)." : date(to, in: .korean)
            return date(from, in: .korean) + "∼" + end
        }
        let short = { (day: CivilDate) in "\(day.day) \(englishMonths[day.month - 1].prefix(3))" }
        if from.year != to.year { return "\(short(from)) \(from.year)-\(short(to)) \(to.year)" }
        let start = from.month == to.month ? "\(from.day)" : short(from)
        return "\(start)-\(short(to)) \(to.year)"
    }

    /// 14:30, in Korea, in both languages.
    package static func time(_ instant: Instant) -> String {
        let time = instant.koreanTime
        var digits: [UInt8] = []
        CivilDate.append(time.hour, width: 2, to: &digits)
        digits.append(UInt8(ascii: ":"))
        CivilDate.append(time.minute, width: 2, to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    /// 홍○동. The name of somebody who holds no public office: the first and the last character
    /// stay, of two only the first.
    package static func masked(_ name: String) -> String {
        let characters = Array(name.tidied)
        let kept: Set<Int> = characters.count > 2 ? [0, characters.count - 1] : [0]
        guard characters.count > 1 else { return characters.isEmpty ? "" : "○" }
        return String(
            characters.indices.map {
                kept.contains($0) || characters[$0] == " " ? characters[$0] : "○"
            })
    }

    /// The same in both languages.
    package static func masked(_ name: Bilingual) -> Bilingual {
        Bilingual(masked(name.korean), masked(name.english))
    }

    static let koreanWeekdays = ["월", "화", "수", "목", "금", "토", "일"]
    private static let englishWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    /// January first.
    package static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
