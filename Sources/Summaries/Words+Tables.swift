import Hometown

extension Words {
    private func text(_ title: String) -> Summary.Table.Column { .init(title: title) }

    private func digits(_ title: String) -> Summary.Table.Column {
        .init(title: title, isNumber: true)
    }

    private var unit: String { say("(단위: 건, 원)", "(unit: number, KRW)") }
    private var sum: String { say("합계", "Sum") }

    private func count(_ tally: Facts.Tally) -> Summary.Cell {
        tally.cover.map { .said(said($0)) } ?? .number(tally.count)
    }

    private func money(_ tally: Facts.Tally) -> Summary.Cell {
        if tally.cover != nil { return .said(say("비공개", "withheld")) }
        return tally.undisclosed > 0 && tally.undisclosed == tally.count
            ? .said(Notation.amount(nil, in: language)) : .number(tally.amount.amount)
    }

    private func undisclosed(_ tally: Facts.Tally) -> Summary.Cell {
        tally.cover == nil ? .number(tally.undisclosed) : money(tally)
    }

    /// The sum of a column; where a part of it is covered it would tell that part.
    private func whole(of parts: [Facts.Tally]) -> Facts.Tally {
        parts.contains { $0.cover != nil }
            ? Facts.Tally(covered: .withheld) : parts.reduce(Facts.Tally(), +)
    }

    private func portion(_ part: Facts.Tally, of whole: Facts.Tally) -> Summary.Cell {
        guard part.cover == nil, whole.cover == nil,
            let tenths = Words.tenths(part.count, of: whole.count)
        else { return part.cover == nil && whole.cover == nil ? .percent(0) : .said("-") }
        return .percent(tenths)
    }

    /// By how much the disclosed amount changed: nothing to compare is no change of zero.
    private func change(_ now: Facts.Tally, _ before: Facts.Tally?) -> Summary.Cell {
        guard let before, now.isTelling, before.isTelling else { return .said("-") }
        return .change(now.amount.amount - before.amount.amount)
    }

    /// The table of the first page.
    func overviewTable(_ facts: Facts) -> Summary.Table {
        switch kind {
        case .publicationReminder: preparationTable(facts)
        case .relayState: relayTable(facts)
        case .unansweredExchanges: unansweredTable(facts)
        case .daily, .weekly, .monthly, .quarterly, .yearly, .publication: receiptTable(facts)
        }
    }

    /// 모금 총괄. The period beside what it is compared with.
    private func receiptTable(_ facts: Facts) -> Summary.Table {
        let donations = facts.donations
        let none = say("제도 시행 전", "before the scheme")
        func row(_ name: String, _ standing: Facts.Standing?) -> [Summary.Cell] {
            guard let standing else {
                return [.text(name)] + [Summary.Cell](repeating: .said(none), count: 4)
            }
            let tally = standing.tally
            let known = tally.count - tally.undisclosed
            let mean: Summary.Cell =
                tally.cover != nil || known <= 0
                ? .said("-") : .number((tally.amount.amount + known / 2) / known)
            return [.text(name), count(tally), money(tally), count(standing.donors.count), mean]
        }
        func sums(_ name: String, _ tally: Facts.Tally) -> [Summary.Cell] {
            var cells = row(name, Facts.Standing(tally: tally))
            cells[3] = .said("-")
            return cells
        }
        var rows = [row(periodName, donations.period), row(previousName, donations.previous)]
        if comparesYears {
            rows.append(row(say("전년 동기", "a year before"), donations.yearBefore))
            rows.append(sums(say("당해 누계", "this year"), donations.yearToDate))
        }
        rows.append(sums(say("전체 누계", "in total"), donations.total))
        return Summary.Table(
            name: say("모금 총괄", "Overview"),
            caption: say(
                "모금 총괄: 기간별 건수, 금액, 기부자 수, 건당 평균",
                "Overview: number, amount, donors and mean of each period"),
            unit: say("(단위: 건, 원, 명)", "(unit: number, KRW, people)"),
            columns: [
                text(say("구분", "Period")), digits(say("건수", "Number")),
                digits(say("금액", "Amount")), digits(say("기부자", "Donors")),
                digits(say("건당 평균", "Mean")),
            ], rows: rows)
    }

    /// 상세 내역, 정정 내역.
    func attachments(_ facts: Facts) -> [Summary.Attachment] {
        let (tables, corrections): ([Summary.Table?], Summary.Table?) =
            switch kind {
            case .publicationReminder: ([], nil)
            case .relayState:
                (
                    [
                        figureTable(facts), generationTable(facts), openTable(facts),
                        holderTable(facts),
                    ], nil
                )
            case .unansweredExchanges: ([exchangeTable(facts)], nil)
            case .daily, .weekly, .monthly, .quarterly, .yearly, .publication:
                (details(facts), correctionTable(facts))
            }
        return [
            Summary.Attachment(
                title: say("상세 내역", "Details"), tables: tables.compactMap(\.self)),
            Summary.Attachment(
                title: say("정정 내역", "Corrections"), tables: [corrections].compactMap(\.self)),
        ].filter { !$0.tables.isEmpty }
    }

    private func details(_ facts: Facts) -> [Summary.Table?] {
        [
            fundTable(facts),
            recipientTable(facts), monthTable(facts),
            division(facts, .band, say("금액대별", "By size")),
            division(facts, .channel, say("접수 경로별", "By channel")),
            division(facts, .platform, say("민간플랫폼별", "By private platform")),
            division(facts, .residence, say("주소지별", "By residence")),
            division(facts, .purpose, say("사용 목적별", "By purpose")),
            projectTable(facts),
            division(facts, .gift, say("답례품별", "By return gift")),
            flowTable(facts), exchangeTable(facts),
        ]
            + (kind == .publication
                ? [] : [figureTable(facts), openAgeTable(facts), openTable(facts)])
    }

    private func recipientTable(_ facts: Facts) -> Summary.Table? {
        let donations = facts.donations
        guard !donations.recipients.isEmpty else { return nil }
        let (before, year) = (donations.previous?.tally, donations.yearBefore?.tally)
        let yearTitle = say("전년 동기 대비 금액", "Against a year before")
        func cells(
            _ now: Facts.Standing, _ before: Facts.Tally?, _ year: Facts.Tally?
        ) -> [Summary.Cell] {
            [
                count(now.tally), money(now.tally), count(now.donors.count),
                change(now.tally, before),
            ]
                + (comparesYears ? [change(now.tally, year)] : [])
        }
        return Summary.Table(
            name: say("받는 지자체별", "By recipient"),
            caption: say(
                "받는 지자체별 모금: 건수, 금액, 기부자 수와 증감",
                "By recipient: number, amount, donors and changes"),
            unit: say("(단위: 건, 원, 명)", "(unit: number, KRW, people)"),
            columns: [
                text(say("받는 지자체", "Recipient")), digits(say("건수", "Number")),
                digits(say("금액", "Amount")), digits(say("기부자", "Donors")),
                digits(say("\(previousName) 대비 금액", "Against \(previousName)")),
            ] + (comparesYears ? [digits(yearTitle)] : []),
            rows: donations.recipients.map { recipient in
                [.text(party(recipient.party))]
                    + cells(
                        recipient.period, before.map { _ in recipient.previous },
                        year.map { _ in recipient.yearBefore })
            }, total: [.text(sum)] + cells(donations.period, before, year))
    }

    private func monthTable(_ facts: Facts) -> Summary.Table? {
        let donations = facts.donations
        guard donations.months.count > 1,
            donations.months.contains(where: { $0.count > 0 || $0.cover != nil })
        else { return nil }
        let year = facts.heading.period.upperBound.year
        return Summary.Table(
            name: say("월별", "By month"),
            caption: say(
                "\(year)년 월별 모금: 건수, 금액, 건수 비중", "\(year) by month: number, amount, share"),
            unit: unit,
            columns: [
                text(say("월", "Month")), digits(say("건수", "Number")),
                digits(say("금액", "Amount")), digits(say("비중", "Share")),
            ],
            rows: donations.months.enumerated().map { place, tally in
                let month = CivilDate(year: year, month: place + 1, day: 1)
                let name = month.map {
                    Notation.date(EventDate($0, precision: .month), in: language)
                }
                return [
                    .text(name ?? ""), count(tally), money(tally),
                    portion(tally, of: donations.yearToDate),
                ]
            },
            total: [
                .text(sum), count(donations.yearToDate), money(donations.yearToDate),
                portion(donations.yearToDate, of: donations.yearToDate),
            ], charted: 1)
    }

    private func division(
        _ facts: Facts, _ facet: Facts.Facet, _ name: String
    ) -> Summary.Table? {
        guard let shares = facts.donations[facet]?.shares,
            shares.contains(where: {
                ($0.tally.count > 0 || $0.tally.cover != nil) && $0.key != Words.unnamed
            })
        else { return nil }
        let all = facts.donations.whole(of: facet)
        // Gifts are of some of the donations, the others of all of them.
        let isWhole = facet != .gift
        let money = facet == .gift ? say("가액", "Value") : say("금액", "Amount")
        return Summary.Table(
            name: name,
            caption: say(
                "\(name) 모금: 건수, \(money), 건수 비중",
                "\(name): number, \(money.lowercased()), share"),
            unit: unit,
            columns: [
                text(say("구분", "Kind")), digits(say("건수", "Number")), digits(money),
                digits(say("비중", "Share")),
            ],
            rows: shares.map { share in
                [
                    .text(share.name.text(in: language)), count(share.tally),
                    self.money(share.tally), portion(share.tally, of: all),
                ]
            },
            total: isWhole
                ? [.text(sum), count(all), self.money(all), portion(all, of: all)] : nil,
            charted: facet == .band || facet == .residence ? 1 : nil)
    }

    /// 지정기부 사업별. What each raised in the period and ever, and its goal.
    private func projectTable(_ facts: Facts) -> Summary.Table? {
        let projects = facts.donations.projects
        guard !projects.isEmpty else { return nil }
        return Summary.Table(
            name: say("지정기부 사업별", "By project"),
            caption: say(
                "지정기부 사업별 모금: 기간과 누계의 건수, 금액, 목표액과 달성률",
                "By project: number and amount of the period and in total, goal and share reached"),
            unit: unit,
            columns: [
                text(say("사업", "Project")), text(say("받는 지자체", "Recipient")),
                digits(say("기간 건수", "Period")), digits(say("기간 금액", "Period amount")),
                digits(say("누계 건수", "Total")), digits(say("누계 금액", "Total amount")),
                digits(say("목표액", "Goal")), digits(say("달성률", "Reached")),
            ],
            rows: projects.map { project in
                [
                    .text(project.name.text(in: language)), .text(party(project.government)),
                    count(project.period), money(project.period), count(project.total),
                    money(project.total), project.goal.map { .number($0.amount) } ?? .said("-"),
                    project.reached.map { .percent($0) } ?? .said("-"),
                ]
            })
    }

    /// Who gave to whom; `nil` when nobody has.
    private func flowTable(_ facts: Facts) -> Summary.Table? {
        let flows = facts.donations.flows
        guard !flows.isEmpty else { return nil }
        let cells = { (added: Facts.Tally, total: Facts.Tally) -> [Summary.Cell] in
            [
                count(added), money(added), undisclosed(added), count(total), money(total),
                undisclosed(total),
            ]
        }
        return Summary.Table(
            name: say("지자체 사이의 기부", "Between governments"),
            caption: say(
                "주는 지자체(공직자의 소속)와 받는 지자체별 기부: 기간과 누계의 건수, 금액, 미공개 건수",
                "By giving government (of the donor's office) and recipient: number, amount and "
                    + "undisclosed, of the period and in total"),
            unit: unit,
            columns: [
                text(say("주는 지자체", "From")), text(say("받는 지자체", "To")),
                digits(say("기간 건수", "Period")), digits(say("기간 금액", "Period amount")),
                digits(say("기간 미공개", "Period undisclosed")), digits(say("누계 건수", "Total")),
                digits(say("누계 금액", "Total amount")),
                digits(say("누계 미공개", "Total undisclosed")),
            ],
            rows: flows.map {
                [.text(party($0.giver)), .text(party($0.recipient))] + cells($0.added, $0.total)
            },
            total: [.text(sum), .empty]
                + cells(whole(of: flows.map(\.added)), whole(of: flows.map(\.total))))
    }

    /// Which gift is answered; `nil` when there is no exchange.
    private func exchangeTable(_ facts: Facts) -> Summary.Table? {
        let exchanges = kind == .unansweredExchanges ? unanswered(facts) : facts.exchanges
        guard !exchanges.isEmpty, kind != .publication else { return nil }
        return Summary.Table(
            name: say("상호기부", "Exchanges"),
            caption: say(
                "상호기부 교환별 상태와 인원, 금액의 균형",
                "Exchanges: state, and balance of people and amounts"),
            unit: "",
            columns: [
                text(say("번호", "No.")), text(say("날짜", "Date")), text(say("당사자", "Parties")),
                text(say("상태", "State")), text(say("인원", "People")),
                text(say("금액", "Amounts")),
            ],
            rows: exchanges.map { exchange in
                [
                    exchange.number,
                    exchange.on.map { Notation.date($0, in: language) } ?? say("미정", "none yet"),
                    exchange.parties.map { party($0) }.joined(separator: ", "),
                    name(of: exchange.state), name(of: exchange.people),
                    name(of: exchange.amount),
                ].map { .text($0) }
            })
    }

    private func correctionTable(_ facts: Facts) -> Summary.Table? {
        guard !facts.corrections.isEmpty else { return nil }
        return Summary.Table(
            name: say("이전 기간 정정", "Corrections"),
            caption: say(
                "이전 보고 뒤에 달라진 이전 기간의 기부: 구분, 증감 건수와 금액",
                "What changed of earlier periods since the report before: kind, number, amount"),
            unit: unit,
            columns: [
                text(say("기부일", "Date")), text(say("구분", "Kind")),
                text(say("번호", "No.")), digits(say("증감 건수", "Number")),
                digits(say("증감 금액", "Amount")),
            ],
            rows: facts.corrections.map { correction in
                let cover = correction.change.cover.map(said)
                return [
                    .text(Notation.date(correction.donatedOn, in: language)),
                    .text(name(of: correction.kind)),
                    .text(correction.donation ?? say("월 합계", "sum of the month")),
                    cover.map { .said($0) } ?? .change(correction.change.count),
                    cover.map { .said($0) } ?? .change(correction.change.amount.amount),
                ]
            })
    }

    func name(of state: Facts.Exchange.State) -> String { state.title.text(in: language) }

    func name(of balance: Facts.Exchange.Balance) -> String { balance.title.text(in: language) }
}
