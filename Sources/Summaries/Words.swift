import Hometown

/// Says things in one language. Korean endings are nouns, as official papers have them (개조식).
struct Words {
    let language: Language
    var kind: Facts.Kind = .daily
    var smallCounts = SmallCounts()

    /// The Korean sentence and its English twin.
    func say(_ korean: String, _ english: String) -> String {
        language == .korean ? korean : english
    }

    func number(_ count: Int64) -> String { Notation.grouped(count) }

    func amount(_ won: Won) -> String { Notation.amount(won, in: language) }

    /// 5 미만, 비공개.
    func said(_ cover: SmallCounts.Cover) -> String {
        smallCounts.text(of: cover).text(in: language)
    }

    /// 7건(금액 모두 미공개); 7건, 공개 금액 100,000원(금액 미공개 6건 포함). Nothing disclosed is
    /// not nothing given: no zero stands for it.
    func tally(_ tally: Facts.Tally) -> String {
        if let cover = tally.cover {
            let limit = smallCounts.limit
            return cover == .small
                ? say("\(limit)건 미만(금액 비공개)", "fewer than \(limit) (amount withheld)")
                : say("건수·금액 비공개", "number and amount withheld")
        }
        let count = number(tally.count)
        let money = amount(tally.amount)
        guard tally.undisclosed > 0 else { return say("\(count)건 \(money)", "\(count), \(money)") }
        guard tally.undisclosed < tally.count else {
            return say("\(count)건(금액 모두 미공개)", "\(count) (no amount disclosed)")
        }
        let hidden = number(tally.undisclosed)
        return say(
            "\(count)건, 공개 금액 \(money)(금액 미공개 \(hidden)건 포함)",
            "\(count), disclosed \(money) (of them \(hidden) undisclosed)")
    }

    /// A count alone: 12명.
    func people(_ tally: Facts.Tally) -> String { counted(tally, "명") }

    /// 2건.
    func pieces(_ tally: Facts.Tally) -> String { counted(tally, "건") }

    private func counted(_ tally: Facts.Tally, _ unit: String) -> String {
        switch tally.cover {
        case .small?:
            say("\(smallCounts.limit)\(unit) 미만", "fewer than \(smallCounts.limit)")
        case .withheld?: said(.withheld)
        case nil: say("\(number(tally.count))\(unit)", number(tally.count))
        }
    }

    func party(_ party: Facts.Party) -> String { party.name.text(in: language) }

    func person(_ person: Facts.Person) -> String {
        let name = person.name.text(in: language)
        guard let office = person.office?.text(in: language) else { return name }
        return say("\(name) \(office)", "\(name), \(office)")
    }

    func age(_ age: Facts.Age) -> String {
        let least = number(Int64(age.leastDays))
        guard let most = age.mostDays.map({ number(Int64($0)) }) else {
            return say("\(least)일 이상 경과", "at least \(days(age.leastDays))")
        }
        if least == most { return say("\(least)일 경과", days(age.leastDays)) }
        return say("\(least)∼\(most)일 경과", "\(least) to \(most) days")
    }

    private func days(_ count: Int) -> String {
        count == 1 ? "1 day" : "\(number(Int64(count))) days"
    }

    /// 2026. 11. 20.(금) 09:00.
    func moment(_ instant: Instant) -> String {
        let date = Notation.date(instant.koreanDate, .text, in: language)
        return "\(date) \(Notation.time(instant))"
    }

    var nothing: String { say("해당 없음", "none") }
}

// MARK: - Comparisons

extension Words {
    /// Tenths of a percent, half up; `nil` of nothing.
    static func tenths(_ part: Int64, of whole: Int64) -> Int64? {
        ratio(part, of: whole, in: 1_000)
    }

    /// A share in so many parts of the whole, half up; `nil` of nothing.
    static func ratio(_ part: Int64, of whole: Int64, in parts: Int64) -> Int64? {
        guard whole > 0 else { return nil }
        let product = part.multipliedFullWidth(by: parts)
        let (quotient, rest) = whole.dividingFullWidth(product)
        let isUp = rest.magnitude >= (whole.magnitude + 1) / 2
        return isUp ? quotient + (part < 0 ? -1 : 1) : quotient
    }

    /// 1.33.
    func decimal(_ hundredths: Int64) -> String {
        let rest = hundredths.magnitude % 100
        return "\(Notation.grouped(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// 12.3%.
    func percent(_ tenths: Int64) -> String {
        "\(Notation.grouped(tenths / 10)).\(tenths.magnitude % 10)%"
    }

    /// ▲ more, △ less.
    func change(_ number: Int64) -> String {
        if number == 0 { return "0" }
        let digits = Notation.grouped(Int64(clamping: number.magnitude))
        return language == .korean
            ? (number > 0 ? "▲" : "△") + digits : (number > 0 ? "+" : "-") + digits
    }

    private func change(_ now: Int64, from before: Int64, _ unit: String) -> String {
        let difference = change(now - before) + unit
        guard let tenths = Words.tenths(now - before, of: before), tenths != 0 else {
            return difference
        }
        let sign = language == .korean ? (tenths > 0 ? "▲" : "△") : (tenths > 0 ? "+" : "-")
        return "\(difference)(\(sign)\(percent(Int64(clamping: tenths.magnitude))))"
    }

    /// 전주 대비 ▲3건(▲25.0%), ▲300,000원(▲30.0%). Covered figures are compared with nothing.
    func comparison(_ name: String, _ now: Facts.Tally, _ before: Facts.Tally?) -> String? {
        guard let before else { return nil }
        guard now.cover == nil, before.cover == nil else {
            return say("\(name) 대비 비공개", "Compared with \(name): withheld")
        }
        let count = change(now.count, from: before.count, say("건", ""))
        guard now.isTelling, before.isTelling else {
            return say("\(name) 대비 \(count)", "Compared with \(name): \(count) donations")
        }
        let money = change(now.amount.amount, from: before.amount.amount, say("원", ""))
        return say(
            "\(name) 대비 \(count), \(money)",
            "Compared with \(name): \(count) donations, KRW \(money)")
    }

    var previousName: String {
        switch kind {
        case .daily: say("전일", "the day before")
        case .weekly, .relayState, .unansweredExchanges: say("전주", "the week before")
        case .monthly: say("전월", "the month before")
        case .quarterly: say("전분기", "the quarter before")
        case .yearly, .publication, .publicationReminder: say("전년", "the year before")
        }
    }

    var periodName: String {
        switch kind {
        case .daily: say("당일", "the day")
        case .weekly, .relayState, .unansweredExchanges: say("이번 주", "the week")
        case .monthly: say("이번 달", "the month")
        case .quarterly: say("이번 분기", "the quarter")
        case .yearly, .publication, .publicationReminder: say("당해 연도", "the year")
        }
    }

    /// The year before is the period before of a yearly summary.
    var comparesYears: Bool { kind != .yearly && kind != .publication }
}

extension Facts.Tally {
    /// Whether its amount says something: it is not covered, and not all of it undisclosed.
    var isTelling: Bool { cover == nil && (count == 0 || undisclosed < count) }
}
