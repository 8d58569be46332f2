import Hometown

/// 릴레이 현황, 답례 대기. What goes on without a deadline: how long it has been so far is told, and
/// nobody is late.
extension Words {
    /// Lines of a list that a page names; the attachment has more.
    static let namedMax = 5
    /// Rows of such an attachment: as many as anybody reads.
    static let rowsMax = 200

    /// How many of each band, those whose dates do not decide last.
    private func counts(_ ages: [Facts.Age?]) -> [Int64] {
        let bands = ages.map { age in
            age.flatMap { AgeBand(atLeast: $0.leastDays, atMost: $0.mostDays) }
        }
        return (AgeBand.allCases.map(Optional.some) + [nil]).map { band in
            Int64(bands.count { $0 == band })
        }
    }

    private var bandNames: [String] {
        AgeBand.allCases.map { $0.name.text(in: language) }
            + [say("날짜 미상", "day unknown")]
    }

    /// 0∼7일 2건, 8∼30일 1건: the bands that are not empty.
    private func spread(_ ages: [Facts.Age?]) -> String {
        let parts = zip(bandNames, counts(ages)).filter { $1 > 0 }.map { name, count in
            say("\(name) \(number(count))건", "\(name): \(number(count))")
        }
        return parts.isEmpty ? nothing : parts.joined(separator: ", ")
    }

    func relayGist(_ facts: Facts) -> [String] {
        let sum = { (count: (Facts.Relay) -> Int64) in
            number(facts.relays.reduce(0) { $0 + count($1) })
        }
        let open = facts.relays.flatMap(\.open)
        let (runs, added) = (sum(\.participations), sum(\.addedParticipations))
        let waiting = number(Int64(open.count))
        return [
            say(
                "열린 지명 \(waiting)건(\(spread(open.map(\.age))))임",
                "Open nominations: \(waiting) (\(spread(open.map(\.age))))"),
            say(
                "참여 \(runs)건(기간 신규 \(added)건), 지명 \(sum(\.nominations))건"
                    + "(완료 \(sum(\.answered))건)임",
                "Participations \(runs) (\(added) new), nominations \(sum(\.nominations)) "
                    + "(\(sum(\.answered)) answered)"),
            say(
                "다음 지명 기록이 없는 참여 \(sum(\.holderCount))건임",
                "Participations without a nomination on record: \(sum(\.holderCount))"),
        ]
    }

    /// 다음 지명이 없는 참여. Who ran and has not passed the baton on.
    func holders(_ facts: Facts) -> Summary.Section {
        let items = facts.relays.filter { $0.holderCount > 0 }.map { relay in
            let count = number(relay.holderCount)
            let name = relay.name.text(in: language)
            return Summary.Item(
                text: say("\(name) \(count)건", "\(name): \(count)"),
                details: first(relay.holders.map(holder), of: relay.holders.count))
        }
        return Summary.Section(
            heading: say("다음 지명 기록이 없는 참여", "Participations without a nomination"),
            items: items.isEmpty ? [Summary.Item(text: nothing)] : items)
    }

    private func holder(_ holder: Facts.Holder) -> String {
        let name = person(holder.person)
        guard let ranOn = holder.ranOn else {
            return say("\(name)(참여일 미상)", "\(name) (day unknown)")
        }
        let since = [Notation.date(ranOn, in: language), holder.age.map(age)]
            .compactMap(\.self).joined(separator: ", ")
        return say("\(name)(참여 \(since))", "\(name) (ran \(since))")
    }

    /// The first of a list, and how many there are beside them.
    func first(_ lines: [String], of count: Int) -> [String] {
        guard count > Words.namedMax else { return lines }
        let more = number(Int64(count - Words.namedMax))
        return Array(lines.prefix(Words.namedMax)) + [say("그 밖에 \(more)건", "and \(more) more")]
    }

    /// 열린 지명의 경과일. A relay a row, a band a column.
    func relayTable(_ facts: Facts) -> Summary.Table {
        let cells = { (relays: [Facts.Relay]) -> [Summary.Cell] in
            let open = relays.flatMap(\.open)
            let holders = relays.reduce(0) { $0 + $1.holderCount }
            return (counts(open.map(\.age)) + [Int64(open.count), holders]).map { .number($0) }
        }
        return Summary.Table(
            name: say("열린 지명", "Open nominations"),
            caption: say("챌린지별 열린 지명의 경과일", "Open nominations of each relay by age"),
            unit: say("(단위: 건)", "(unit: number)"),
            columns: [.init(title: say("챌린지", "Relay"))]
                + (bandNames + [say("열린 지명", "Open"), say("다음 지명 없음", "None named")]).map {
                    .init(title: $0, isNumber: true)
                },
            rows: facts.relays.map { [.text($0.name.text(in: language))] + cells([$0]) },
            total: [.text(say("합계", "Sum"))] + cells(facts.relays))
    }

    /// Every open nomination; `nil` where the page names them all.
    func openTable(_ facts: Facts) -> Summary.Table? {
        let open = facts.relays.flatMap { relay in relay.open.map { (relay, $0) } }
        let isLong = facts.relays.contains { $0.open.count > Words.namedMax }
        guard isLong else { return nil }
        return listed(
            say("열린 지명 목록", "List of open nominations"),
            [
                say("챌린지", "Relay"), say("다음 주자", "Next runner"), say("지명자", "Named by"),
                say("지명일", "Named on"), say("경과", "Age"),
            ],
            open.map { relay, nomination in
                [
                    relay.name.text(in: language), person(nomination.nominee),
                    person(nomination.nominator), day(nomination.nominatedOn),
                    nomination.age.map(age) ?? "-",
                ]
            })
    }

    /// The same of whoever has named nobody.
    func holderTable(_ facts: Facts) -> Summary.Table? {
        let holders = facts.relays.flatMap { relay in relay.holders.map { (relay, $0) } }
        let isLong = facts.relays.contains { $0.holders.count > Words.namedMax }
        guard isLong else { return nil }
        return listed(
            say("다음 지명 없는 참여", "No nomination yet"),
            [
                say("챌린지", "Relay"), say("참여자", "Runner"), say("참여일", "Ran on"),
                say("경과", "Age"),
            ],
            holders.map { relay, holder in
                [
                    relay.name.text(in: language), person(holder.person), day(holder.ranOn),
                    holder.age.map(age) ?? "-",
                ]
            })
    }

    private func day(_ date: EventDate?) -> String {
        date.map { Notation.date($0, in: language) } ?? say("미상", "unknown")
    }

    private func listed(
        _ name: String, _ titles: [String], _ rows: [[String]]
    ) -> Summary.Table {
        let (all, most) = (number(Int64(rows.count)), number(Int64(Words.rowsMax)))
        return Summary.Table(
            name: name,
            caption: rows.count > Words.rowsMax
                ? say(
                    "\(name)(\(all)건 가운데 먼저 시작된 \(most)건)",
                    "\(name) (the \(most) oldest of \(all))") : name,
            unit: "", columns: titles.map { .init(title: $0) },
            rows: rows.prefix(Words.rowsMax).map { $0.map { .text($0) } })
    }
}

// MARK: - Exchanges

extension Words {
    /// 답례 대기. Exchanges that one side alone has given to, longest first.
    func unanswered(_ facts: Facts) -> [Facts.Exchange] {
        facts.exchanges.filter { $0.state == .oneSided }.sorted {
            ($1.waited(on: facts.day)?.leastDays ?? -1, $0.number)
                < ($0.waited(on: facts.day)?.leastDays ?? -1, $1.number)
        }
    }

    func unansweredGist(_ facts: Facts) -> [String] {
        let waiting = unanswered(facts)
        let ages = waiting.map { $0.waited(on: facts.day) }
        let (all, count) = (number(Int64(facts.exchanges.count)), number(Int64(waiting.count)))
        var gist = [
            say(
                "교환 \(all)건 가운데 답례 대기 \(count)건임",
                "Of \(all) exchanges \(count) wait for an answer")
        ]
        if let oldest = waiting.first, let age = ages.first ?? nil {
            gist.append(
                say(
                    "가장 오래된 것은 \(oldest.number), \(self.age(age))임",
                    "The oldest is \(oldest.number), \(self.age(age))"))
        }
        return gist
    }

    func waiting(_ facts: Facts) -> Summary.Section {
        let waiting = unanswered(facts)
        let lines = waiting.prefix(Words.namedMax).map { exchange in
            let parties = exchange.parties.map { party($0) }.joined(separator: ", ")
            let age = exchange.waited(on: facts.day).map { self.age($0) }
            let when = [day(exchange.on), age].compactMap(\.self).joined(separator: ", ")
            return say(
                "\(exchange.number) \(parties)(\(when))", "\(exchange.number) \(parties) (\(when))")
        }
        return Summary.Section(
            heading: say("답례 대기", "Waiting for an answer"),
            items: [
                Summary.Item(
                    text: spread(waiting.map { $0.waited(on: facts.day) }),
                    details: first(Array(lines), of: waiting.count))
            ])
    }

    /// 답례 대기의 경과일.
    func unansweredTable(_ facts: Facts) -> Summary.Table {
        let counts = counts(unanswered(facts).map { $0.waited(on: facts.day) })
        return Summary.Table(
            name: say("답례 대기", "Waiting"),
            caption: say("답례 대기의 경과일별 건수", "Exchanges that wait for an answer, by age"),
            unit: say("(단위: 건)", "(unit: number)"),
            columns: [
                .init(title: say("첫 기부 뒤 경과", "Since the first gift")),
                .init(title: say("건수", "Number"), isNumber: true),
            ], rows: zip(bandNames, counts).map { [.text($0), .number($1)] },
            total: [.text(say("합계", "Sum")), .number(counts.reduce(0, +))])
    }
}

extension Facts.Exchange {
    /// Days since its first leg.
    fileprivate func waited(on day: CivilDate) -> Facts.Age? { Facts.Age(since: on, on: day) }
}
