import Hometown

extension Words {
    /// Days after which an unanswered gift or nomination is counted apart. Nothing is late: there
    /// is no deadline.
    static let longDays = 30

    /// What a report of the kind is about, in the order in which it is read.
    func sections(_ facts: Facts) -> [Summary.Section] {
        switch kind {
        case .publicationReminder: [preparation(facts), outlook(facts)]
        case .relayState: [relays(facts), holders(facts), outlook(facts)]
        case .unansweredExchanges: [exchanges(facts), waiting(facts), outlook(facts)]
        case .publication:
            [
                facts.publication.flatMap(publisher), donations(facts), composition(facts),
                facts.publication.map { fund($0, facts.donations) }, outlook(facts),
            ].compactMap(\.self)
        case .daily, .weekly, .monthly, .quarterly, .yearly:
            [
                donations(facts), composition(facts), exchanges(facts), relays(facts),
                outlook(facts),
            ]
        }
    }

    func donations(_ facts: Facts) -> Summary.Section {
        let donations = facts.donations
        let donors = donations.period.donors
        var now = Summary.Item(
            text: say(
                "\(periodName) 모금 \(tally(donations.added))",
                "Donations of \(periodName): \(tally(donations.added))"))
        if donors.count.count > 0 || donors.count.cover != nil {
            let (new, repeating) = (people(donors.new), people(donors.repeating))
            now.details.append(
                say(
                    "기부자 \(people(donors.count))(신규 \(new), 재기부 \(repeating))",
                    "Donors: \(people(donors.count)) (new \(new), again \(repeating))"))
        }
        let yearBefore = say("전년 동기", "the same period of last year")
        now.details += [
            comparison(previousName, donations.added, donations.previous?.tally),
            comparesYears
                ? comparison(yearBefore, donations.added, donations.yearBefore?.tally) : nil,
        ].compactMap(\.self)
        if donations.undated.count > 0 || donations.undated.cover != nil {
            let undated = pieces(donations.undated)
            now.notes.append(
                say(
                    "날짜 미상 \(undated) 포함(연월 또는 연도만 알려짐)",
                    "Of no known day, only a month or year: \(undated)"))
        }
        var total = Summary.Item(
            text: say(
                "당해 누계 \(tally(donations.yearToDate)), 전체 누계 \(tally(donations.total))",
                "This year \(tally(donations.yearToDate)); in total \(tally(donations.total))"))
        total.details += [donations.target.map(target)].compactMap(\.self)
        total.details += december(donations)
        if donations.disputed.count > 0 || donations.disputed.cover != nil {
            let disputed = pieces(donations.disputed)
            total.notes.append(
                say(
                    "이견이 있는 기록 \(disputed)은 합계에서 제외함",
                    "Disputed records, in no total: \(disputed)"))
        }
        return Summary.Section(
            heading: say("기부 현황", "Donations"), items: [now, total, corrections(facts)])
    }

    /// How far the government of the book is towards what it means to raise in the year.
    private func target(_ target: Facts.Target) -> String {
        let name = target.government.name.text(in: language)
        let (goal, raised) = (amount(target.amount), tally(target.raised))
        guard let reached = target.reached else {
            let cover = said(.withheld)
            return say(
                "\(name) 연간 목표액 \(goal), 달성률 \(cover)",
                "\(name), target of the year \(goal): share reached \(cover)")
        }
        return say(
            "\(name) 연간 목표액 \(goal)의 \(percent(reached)) 달성(당해 누계 \(raised))",
            "\(name), target of the year \(goal): \(percent(reached)) reached (\(raised))")
    }

    /// Half of a year's money comes in December: told once there is one.
    private func december(_ donations: Facts.Donations) -> [String] {
        guard donations.months.count == 12, donations.yearToDate.cover == nil,
            donations.months.allSatisfy({ $0.cover == nil })
        else { return [] }
        let months = donations.months.map(\.amount.amount)
        guard let december = Words.tenths(months[11], of: donations.yearToDate.amount.amount),
            let both = Words.tenths(
                months[10] + months[11], of: donations.yearToDate.amount.amount)
        else { return [] }
        return [
            say(
                "12월 비중 \(percent(december)), 11∼12월 비중 \(percent(both))(금액)",
                "December \(percent(december)), November and December \(percent(both)) "
                    + "of the amount")
        ]
    }

    private func corrections(_ facts: Facts) -> Summary.Item {
        let title = say("이전 기간 정정", "Corrections to earlier periods")
        guard facts.hasEarlierReport else {
            return Summary.Item(
                text: say("\(title) 해당 없음(첫 보고)", "\(title): none (first report)"))
        }
        let corrections = facts.corrections
        guard !corrections.isEmpty else {
            return Summary.Item(text: say("\(title) 해당 없음", "\(title): none"))
        }
        guard corrections.allSatisfy({ $0.change.cover == nil }) else {
            return Summary.Item(
                text: say("\(title) 있음(적은 수는 비공개)", "\(title): some, small ones withheld"))
        }
        let change = corrections.reduce(Facts.Tally()) { $0 + $1.change }
        let sum = Notation.correction(change.amount, in: language)
        let count = number(corrections.reduce(0) { $0 + $1.cases })
        return Summary.Item(
            text: say("\(title) \(count)건 \(sum)원", "\(title): \(count), KRW \(sum)"),
            details: Facts.Correction.Kind.allCases.compactMap { kind in
                let those = corrections.filter { $0.kind == kind }
                guard !those.isEmpty else { return nil }
                let count = number(those.reduce(0) { $0 + $1.cases })
                let amount = Notation.correction(
                    those.reduce(Won.zero) { $0 + $1.change.amount }, in: language)
                return say(
                    "\(name(of: kind)) \(count)건 \(amount)원",
                    "\(name(of: kind)): \(count), KRW \(amount)")
            })
    }

    func name(of kind: Facts.Correction.Kind) -> String { kind.title.text(in: language) }

    /// What the period's donations are made of.
    func composition(_ facts: Facts) -> Summary.Section {
        let donations = facts.donations
        let heading = say("모금 내용", "What they are made of")
        guard donations.added.count > 0 else {
            let text = donations.added.cover.map(said) ?? nothing
            return Summary.Section(heading: heading, items: [Summary.Item(text: text)])
        }
        let items = [
            leading(donations, .band, say("금액대", "Size")),
            leading(donations, .channel, say("접수 경로", "Channel")),
            leading(donations, .residence, say("주소지", "Residence")),
            designated(donations), gifts(donations), capped(donations),
        ]
        return Summary.Section(heading: heading, items: items.compactMap(\.self))
    }

    /// The key of what was given through a platform that nobody named.
    static let unnamed = "unnamed"

    /// The three largest shares, in falling order.
    private func leading(
        _ donations: Facts.Donations, _ facet: Facts.Facet, _ title: String
    ) -> Summary.Item? {
        let whole = donations.whole(of: facet).count
        let shares = (donations[facet]?.shares ?? [])
            .filter { $0.tally.count > 0 && $0.key != Words.unnamed }
            .sorted { ($1.tally.count, $0.key) < ($0.tally.count, $1.key) }
        guard !shares.isEmpty else { return nil }
        let parts = shares.prefix(3).map { share in
            let name = share.name.text(in: language)
            let count = number(share.tally.count)
            let portion = Words.tenths(share.tally.count, of: whole) ?? 0
            return say(
                "\(name) \(count)건(\(percent(portion)))",
                "\(name) \(count) (\(percent(portion)))")
        }
        return Summary.Item(
            text: say(
                "\(title) 상위: \(parts.joined(separator: ", "))",
                "\(title), most frequent: \(parts.joined(separator: "; "))"))
    }

    /// Of each project how far it is, the furthest first.
    private func designated(_ donations: Facts.Donations) -> Summary.Item? {
        let shares = donations[.project]?.shares ?? []
        let goals = donations.projects.compactMap { project in
            project.reached.map { (project, $0) }
        }.sorted { ($1.1, $0.0.number) < ($0.1, $1.0.number) }
        guard !shares.isEmpty || !goals.isEmpty, shares.allSatisfy({ $0.tally.cover == nil })
        else { return nil }
        let sum = shares.reduce(Facts.Tally()) { $0 + $1.tally }
        let projects = number(Int64(shares.count))
        let lines = goals.map { project, reached in
            let name = project.name.text(in: language)
            let (total, goal) = (amount(project.total.amount), amount(project.goal ?? .zero))
            return say(
                "\(name) 누계 \(total)(목표액 \(goal)의 \(percent(reached)))",
                "\(name): \(total) so far (\(percent(reached)) of the goal of \(goal))")
        }
        return Summary.Item(
            text: say(
                "지정기부 사업 \(projects)개에 \(tally(sum))",
                "To designated projects (\(projects)): \(tally(sum))"),
            // The attachment has all of them.
            details: Array(lines.prefix(1)))
    }

    private func gifts(_ donations: Facts.Donations) -> Summary.Item? {
        let shares = donations[.gift]?.shares ?? []
        guard shares.allSatisfy({ $0.tally.cover == nil }) else { return nil }
        let given = shares.filter { $0.key != "declined" }
            .reduce(Facts.Tally()) { $0 + $1.tally }
        let declined = shares.first { $0.key == "declined" }?.tally.count ?? 0
        guard given.count + declined > 0 else { return nil }
        let ratio = Words.tenths(given.amount.amount, of: donations.added.amount.amount) ?? 0
        return Summary.Item(
            text: say(
                "답례품 \(number(given.count))건 \(amount(given.amount))"
                    + "(모금액의 \(percent(ratio))), 받지 않음 \(number(declined))건",
                "Return gifts: \(number(given.count)), \(amount(given.amount)) "
                    + "(\(percent(ratio)) of the amount); declined \(number(declined))"))
    }

    private func capped(_ donations: Facts.Donations) -> Summary.Item? {
        let atCap = donations.period.donors.atCap
        guard !comparesYears, atCap.count > 0 || atCap.cover != nil else { return nil }
        return Summary.Item(
            text: say(
                "연간 상한액에 이른 기부자 \(people(atCap))",
                "Donors at the yearly cap: \(people(atCap))"))
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
                            + "(답례함 \(count(.answered)), 한쪽 \(count(.oneSided)),"
                            + " 열림 \(count(.open)))",
                        "Agreements \(number(facts.agreements)), "
                            + "exchanges \(facts.exchanges.count) (\(count(.answered)) answered, "
                            + "\(count(.oneSided)) one-sided, "
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

    func outlook(_ facts: Facts) -> Summary.Section {
        let next = Summary.Item(
            text: say(
                "다음 보고 \(moment(facts.heading.nextScheduledFor)) 예정",
                "Next summary \(moment(facts.heading.nextScheduledFor)) (Korea)"))
        // A reminder's own next time is a year away.
        return Summary.Section(
            heading: say("향후 계획", "Next"),
            items: (kind == .publicationReminder ? [] : [next]) + publicationDue(facts)
                + finalEdition(facts))
    }

    /// A draft says when it will be none.
    private func finalEdition(_ facts: Facts) -> [Summary.Item] {
        guard kind == .publication, facts.heading.state == .provisional else { return [] }
        let year = facts.heading.period.upperBound.year
        return [
            Summary.Item(
                text: say(
                    "\(year)년 마감 뒤 확정본 작성 예정", "Final edition once \(year) is closed"))
        ]
    }
}
