import Hometown
import Ledger
import Timetable

/// 말. Sentences with something in them, in one language.
struct Phrases {
    let language: Language
    /// What is covered wherever everybody reads it.
    var smallCounts = SmallCounts()

    func say(_ korean: String, _ english: String) -> String {
        language == .korean ? korean : english
    }

    /// The text in the reader's language: `say("기부", "Donation")`.
    func callAsFunction(_ korean: String, _ english: String) -> String { say(korean, english) }

    subscript(_ wording: Wording) -> String { wording.text(in: language) }

    func number(_ count: Int64) -> String { Notation.grouped(count) }

    func date(_ date: EventDate) -> String { Notation.date(date, in: language) }

    func day(_ day: CivilDate) -> String { Notation.date(day, in: language) }

    /// The days of a period by its key: 2026. 11. 9.∼11. 15. for `2026-W46`.
    func period(_ key: String) -> String { PeriodKey.days(of: key, in: language) }

    /// 7건; 7.
    func count(_ count: Int64) -> String { number(count) + self[.unitCount] }

    /// 2명; 2 people.
    func people(_ count: Int64) -> String {
        say("\(number(count))명", count == 1 ? "1 person" : "\(number(count)) people")
    }

    /// 24일 이상 경과; at least 24 days.
    func age(atLeast: Int, atMost: Int?) -> String {
        let least = number(Int64(atLeast))
        guard let atMost else { return say("\(least)일 이상", "at least \(days(atLeast))") }
        let most = number(Int64(atMost))
        if least == most { return say("\(least)일", days(atLeast)) }
        return say("\(least)∼\(most)일", "\(least) to \(most) days")
    }

    private func days(_ count: Int) -> String {
        count == 1 ? "1 day" : "\(number(Int64(count))) days"
    }

    /// 2026. 9. 19.(토) 09:00; in English with the place whose time it is.
    func moment(_ instant: Instant) -> String {
        let day = Notation.date(instant.koreanDate, .text, in: language)
        let time = Notation.time(instant)
        return say("\(day) \(time)", "\(day), \(time) in Korea")
    }

    /// 7.9 KB: thousands of bytes, rounded half up.
    func size(_ byteCount: Int32) -> String {
        let tenths = (Int64(byteCount) + 50) / 100
        return "\(number(tenths / 10)).\(tenths % 10) KB"
    }

    func government(_ government: Government?, _ registry: GovernmentRegistry) -> String {
        government.map { registry.fullName(of: $0).text(in: language) } ?? "-"
    }
}
