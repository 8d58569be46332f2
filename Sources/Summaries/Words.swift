import Hometown

/// Says things in one language. Korean endings are nouns, as official papers have them (개조식).
struct Words {
    let language: Language

    /// The Korean sentence and its English twin.
    func say(_ korean: String, _ english: String) -> String {
        language == .korean ? korean : english
    }

    func number(_ count: Int64) -> String { Notation.grouped(count) }

    func amount(_ won: Won) -> String { Notation.amount(won, in: language) }

    /// 7건(금액 모두 미공개); 7건, 공개 금액 100,000원(금액 미공개 6건 포함). Nothing disclosed is
    /// not nothing given: no zero stands for it.
    func tally(_ tally: Facts.Tally) -> String {
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

    /// The digits of a table cell, under its unit.
    func cell(_ tally: Facts.Tally) -> String {
        let isHidden = tally.undisclosed > 0 && tally.undisclosed == tally.count
        return isHidden ? Notation.amount(nil, in: language) : Notation.grouped(tally.amount.amount)
    }

    func party(_ party: Facts.Party?) -> String {
        party?.name.text(in: language) ?? say("직위 없는 개인", "persons without office")
    }

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

extension Words {
    func gist(_ facts: Facts) -> [String] {
        let answered = facts.exchanges.count { $0.state == .answered }
        let waiting = facts.exchanges.count { $0.state == .oneSided }
        let runs = facts.relays.reduce(0) { $0 + $1.participations }
        let open = facts.relays.reduce(0) { $0 + $1.open.count }
        let added = facts.donations.added
        return [
            say(
                "신규 기부 \(tally(added)), 누계 \(number(facts.donations.total.count))건임",
                "New donations: \(tally(added)); "
                    + "\(number(facts.donations.total.count)) in total"),
            say(
                "상호기부 교환 \(facts.exchanges.count)건"
                    + "(답례 완료 \(answered)건, 답례 대기 \(waiting)건)임",
                "Exchanges: \(facts.exchanges.count) "
                    + "(\(answered) answered, \(waiting) awaiting an answer)"),
            say(
                "챌린지 참여 \(number(runs))건, 열린 지명 \(open)건임",
                "Relay: participations \(number(runs)), open nominations \(open)"),
        ]
    }

    func footer(_ facts: Facts) -> [String] {
        let due = moment(facts.heading.scheduledFor)
        let period = Notation.range(facts.heading.period, in: language)
        let size = number(facts.log.size)
        return [
            say(
                "작성: 자동 생성(예약 작업 \(facts.heading.schedule)), 기간 \(period), 기준 \(due)",
                "Made by the schedule \(facts.heading.schedule) for \(period), "
                    + "as of \(due) (Korea)"),
            say(
                "원장 크기 \(size), 뿌리 해시 \(facts.log.root)",
                "Log size \(size), root hash \(facts.log.root)"),
        ]
    }
}
