import Hometown

extension Words {
    /// Days after which an unanswered gift or nomination is counted apart. Nothing is late: there
    /// is no deadline.
    private static let longDays = 30

    func donations(_ facts: Facts) -> Summary.Section {
        let donations = facts.donations
        var total = Summary.Item(
            text: say(
                "누계 \(tally(donations.total))", "In total \(tally(donations.total))"))
        if donations.disputed > 0 {
            let disputed = number(donations.disputed)
            total.notes.append(
                say(
                    "다툼 있는 기록 \(disputed)건은 합계에서 제외함",
                    "Disputed records, in no total: \(disputed)"))
        }
        return Summary.Section(
            heading: say("기부 현황", "Donations"),
            items: [
                Summary.Item(
                    text: say("신규 \(tally(donations.added))", "New \(tally(donations.added))")),
                total, corrections(facts.corrections),
            ])
    }

    private func corrections(_ corrections: [Facts.Correction]) -> Summary.Item {
        let title = say("이전 기간 정정", "Corrections to earlier periods")
        guard !corrections.isEmpty else { return Summary.Item(text: "\(title) \(nothing)") }
        let change = corrections.reduce(Won.zero) { $0 + $1.amountChange }
        let sum = Notation.correction(change, in: language)
        return Summary.Item(
            text: say(
                "\(title) \(corrections.count)건 \(sum)원",
                "\(title): \(corrections.count), KRW \(sum)"),
            details: corrections.map { correction in
                let date = Notation.date(correction.donatedOn, in: language)
                let amount = Notation.correction(correction.amountChange, in: language)
                return say(
                    "\(correction.donation)(\(date)) \(amount)원, \(correction.reason)",
                    "\(correction.donation) (\(date)) KRW \(amount): \(correction.reason)")
            })
    }

    func exchanges(_ facts: Facts) -> Summary.Section {
        let count = { (state: Facts.Exchange.State) in
            facts.exchanges.count { $0.state == state }
        }
        let long = facts.exchanges.count { exchange in
            guard exchange.state == .oneSided, let on = exchange.on else { return false }
            return facts.day.daysSinceEpoch - on.latest.daysSinceEpoch > Words.longDays
        }
        return Summary.Section(
            heading: say("상호기부 현황", "Exchanges"),
            items: [
                Summary.Item(
                    text: say(
                        "협약 \(number(facts.agreements))건, 교환 \(facts.exchanges.count)건"
                            + "(답례 완료 \(count(.answered)), 답례 대기 \(count(.oneSided)),"
                            + " 예정 \(count(.open)))",
                        "Agreements \(number(facts.agreements)), "
                            + "exchanges \(facts.exchanges.count) (\(count(.answered)) answered, "
                            + "\(count(.oneSided)) awaiting an answer, "
                            + "\(count(.open)) not begun)"),
                    details: [
                        balance(facts, say("인원", "people"), \.people),
                        balance(facts, say("금액", "amounts"), \.amount),
                    ]),
                Summary.Item(
                    text: say(
                        "답례 대기 30일 초과 \(long)건",
                        "Awaiting an answer for more than 30 days: \(long)")),
            ])
    }

    private func balance(
        _ facts: Facts, _ axis: String, _ path: KeyPath<Facts.Exchange, Facts.Exchange.Balance>
    ) -> String {
        let parts = Facts.Exchange.Balance.allCases.map { balance in
            "\(name(of: balance)) \(facts.exchanges.count { $0[keyPath: path] == balance })"
        }
        return "\(axis): \(parts.joined(separator: ", "))"
    }

    func relays(_ facts: Facts) -> Summary.Section {
        let items = facts.relays.map { relay in
            let name = relay.name.text(in: language)
            let long = relay.open.count { ($0.age?.leastDays ?? 0) > Words.longDays }
            let runs = number(relay.participations)
            let added = number(relay.addedParticipations)
            let (all, answered) = (number(relay.nominations), number(relay.answered))
            return Summary.Item(
                text: say(
                    "\(name) 참여 \(runs)건(신규 \(added)), 지명 \(all)건"
                        + "(완료 \(answered), 열림 \(relay.open.count), 30일 초과 \(long))",
                    "\(name): participations \(runs) (\(added) new), nominations \(all) "
                        + "(\(answered) answered, \(relay.open.count) open, "
                        + "\(long) for more than 30 days)"),
                details: relay.open.map(baton))
        }
        return Summary.Section(
            heading: say("릴레이 현황", "Relay"),
            items: items.isEmpty ? [Summary.Item(text: nothing)] : items)
    }

    private func baton(_ nomination: Facts.OpenNomination) -> String {
        let (nominee, nominator) = (person(nomination.nominee), person(nomination.nominator))
        var when =
            nomination.nominatedOn.map { Notation.date($0, in: language) }
            ?? say("지명일 미상", "day unknown")
        if let age = nomination.age { when += ", " + self.age(age) }
        return say(
            "다음 주자 \(nominee)(지명자 \(nominator), \(when))",
            "Next runner \(nominee) (named by \(nominator), \(when))")
    }

    func outlook(_ facts: Facts) -> Summary.Section {
        Summary.Section(
            heading: say("향후 계획", "Next"),
            items: [
                Summary.Item(
                    text: say(
                        "다음 보고 \(moment(facts.heading.nextScheduledFor)) 예정",
                        "Next summary \(moment(facts.heading.nextScheduledFor)) (Korea)"))
            ])
    }
}
