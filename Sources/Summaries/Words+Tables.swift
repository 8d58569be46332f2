import Hometown

extension Words {
    /// Who gave to whom; `nil` when nobody has.
    func flowTable(_ facts: Facts) -> Summary.Table? {
        let flows = facts.donations.flows
        guard !flows.isEmpty else { return nil }
        let cells = { (added: Facts.Tally, total: Facts.Tally) in
            [
                number(added.count), cell(added), number(added.undisclosed),
                number(total.count), cell(total), number(total.undisclosed),
            ]
        }
        return Summary.Table(
            caption: say(
                "주는 지자체와 받는 지자체별 기부: 신규와 누계의 건수, 금액, 미공개 건수",
                "Donations by giving and receiving government: number, amount and undisclosed, "
                    + "new and in total"),
            unit: say("(단위: 건, 원)", "(unit: number, KRW)"),
            columns: [
                .init(title: say("주는 지자체", "From")), .init(title: say("받는 지자체", "To")),
                .init(title: say("신규 건수", "New"), isNumber: true),
                .init(title: say("신규 금액", "New amount"), isNumber: true),
                .init(title: say("신규 미공개", "New undisclosed"), isNumber: true),
                .init(title: say("누계 건수", "Total"), isNumber: true),
                .init(title: say("누계 금액", "Total amount"), isNumber: true),
                .init(title: say("누계 미공개", "Total undisclosed"), isNumber: true),
            ],
            rows: flows.map { [party($0.giver), party($0.recipient)] + cells($0.added, $0.total) },
            total: [say("합계", "Sum"), ""] + cells(facts.donations.added, facts.donations.total))
    }

    /// Which gift is answered; `nil` when there is no exchange.
    func exchangeTable(_ facts: Facts) -> Summary.Table? {
        guard !facts.exchanges.isEmpty else { return nil }
        return Summary.Table(
            caption: say(
                "상호기부 교환별 상태와 인원, 금액의 균형",
                "Exchanges: state, and balance of people and amounts"),
            unit: "",
            columns: [
                .init(title: say("번호", "No.")), .init(title: say("날짜", "Date")),
                .init(title: say("당사자", "Parties")), .init(title: say("상태", "State")),
                .init(title: say("인원", "People")), .init(title: say("금액", "Amounts")),
            ],
            rows: facts.exchanges.map { exchange in
                [
                    exchange.number,
                    exchange.on.map { Notation.date($0, in: language) } ?? say("미정", "none yet"),
                    exchange.parties.map { party($0) }.joined(separator: ", "),
                    name(of: exchange.state), name(of: exchange.people),
                    name(of: exchange.amount),
                ]
            },
            total: nil)
    }

    func name(of state: Facts.Exchange.State) -> String {
        switch state {
        case .open: say("예정", "not begun")
        case .oneSided: say("답례 대기", "awaiting an answer")
        case .answered: say("답례 완료", "answered")
        }
    }

    func name(of balance: Facts.Exchange.Balance) -> String {
        switch balance {
        case .balanced: say("균형", "balanced")
        case .unbalanced: say("불균형", "unbalanced")
        case .undetermined: say("미확인", "undetermined")
        }
    }
}
