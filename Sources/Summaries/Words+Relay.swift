import Hometown

/// 릴레이 현황. What a relay comes to; `FiguresOfARelay` says what each figure counts.
extension Words {
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
                        + "(완료 \(answered)\(ended(relay)), 열림 \(relay.open.count),"
                        + " 30일 초과 \(long))",
                    "\(name): participations \(runs) (\(added) new), nominations \(all) "
                        + "(\(answered) answered\(ended(relay)), \(relay.open.count) open, "
                        + "\(long) for more than 30 days)"),
                details: figures(relay) + first(relay.open.map(baton), of: relay.open.count))
        }
        return Summary.Section(
            heading: say("릴레이 현황", "Relay"),
            items: items.isEmpty ? [Summary.Item(text: nothing)] : items)
    }

    private func ended(_ relay: Facts.Relay) -> String {
        guard relay.ended > 0 else { return "" }
        return say(
            ", 사양·실효 \(number(relay.ended))", ", \(number(relay.ended)) declined or lapsed")
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

    /// 챌린지 지표, in a line; in two where the report is about them.
    private func figures(_ relay: Facts.Relay) -> [String] {
        guard let figures = relay.figures, figures.participations > 0 else { return [] }
        let (runs, all) = (Int64(figures.participations), Int64(figures.nominations))
        let fanOut = decimal(Words.ratio(all, of: runs, in: 100) ?? 0)
        let completion =
            Words.tenths(Int64(figures.count(.answered)), of: all).map { percent($0) } ?? nothing
        let chain = number(Int64(figures.longestChain))
        let short = say(
            "완료율 \(completion), 참여당 지명 \(fanOut)건, 가장 긴 사슬 지명 \(chain)건,"
                + " \(interval(figures.interval))",
            "Completion \(completion), nominations per participation \(fanOut), longest chain "
                + "\(chain), \(interval(figures.interval))")
        guard kind == .relayState else { return [short] }
        let (again, depth) = (
            number(Int64(figures.repeatPeople)), number(Int64(figures.depth))
        )
        let places = number(Int64(figures.governments))
        return [
            short,
            say(
                "다시 참여한 사람 \(again)명, 세대 \(depth), 참여 지자체 \(places)곳",
                "People who ran again \(again), depth \(depth), governments \(places)"),
        ]
    }

    /// 응답 간격 중앙값 12.5일(4쌍).
    private func interval(_ interval: RelayFigures.Interval) -> String {
        guard let tenths = interval.medianTenths else {
            return say("응답 간격 미상", "response interval unknown")
        }
        let days = tenths % 10 == 0 ? number(tenths / 10) : decimal(tenths * 10)
        let pairs = number(Int64(interval.known))
        return say(
            "응답 간격 중앙값 \(days)일(\(pairs)쌍)", "median response \(days) days (of \(pairs))")
    }

    /// 챌린지 지표. A relay a row; `nil` where there is none.
    func figureTable(_ facts: Facts) -> Summary.Table? {
        let relays = facts.relays.compactMap { relay in relay.figures.map { (relay, $0) } }
        guard relays.contains(where: { $0.1.participations > 0 }) else { return nil }
        return Summary.Table(
            name: say("챌린지 지표", "Figures of the relay"),
            caption: say(
                "챌린지별 참여, 지명, 완료율, 참여당 지명, 가장 긴 사슬, 응답 간격, 지자체",
                "Of each relay: participations, nominations, completion, nominations per "
                    + "participation, longest chain, response interval, governments"),
            unit: say("(단위: 건, 일, 곳)", "(unit: number, days)"),
            columns: [.init(title: say("챌린지", "Relay"))]
                + [
                    say("참여", "Runs"), say("지명", "Nominations"), say("완료율", "Completion"),
                    say("참여당 지명", "Per run"), say("가장 긴 사슬", "Longest chain"),
                    say("응답 간격 중앙값", "Median response"), say("참여 지자체", "Governments"),
                ].map { .init(title: $0, isNumber: true) },
            rows: relays.map { relay, figures in
                let (runs, all) = (Int64(figures.participations), Int64(figures.nominations))
                let completion = Words.tenths(Int64(figures.count(.answered)), of: all)
                return [
                    .text(relay.name.text(in: language)), .number(runs), .number(all),
                    completion.map { .percent($0) } ?? .said("-"),
                    Words.ratio(all, of: runs, in: 100).map { .decimal($0) } ?? .said("-"),
                    .number(Int64(figures.longestChain)),
                    figures.interval.medianTenths.map { .decimal($0 * 10) } ?? .said("-"),
                    .number(Int64(figures.governments)),
                ]
            })
    }

    /// 세대별 참여. What came of each generation; `nil` where there is but one.
    func generationTable(_ facts: Facts) -> Summary.Table? {
        let rows = facts.relays.flatMap { relay in
            (relay.figures?.generations ?? []).enumerated().map { (relay, $0, $1) }
        }
        guard rows.contains(where: { $0.1 > 0 }) else { return nil }
        return Summary.Table(
            name: say("세대별 참여", "Generations"),
            caption: say(
                "챌린지 세대별 참여, 지명, 완료와 참여당 완료",
                "By generation: participations, nominations, answered, and answered per run"),
            unit: say("(단위: 건)", "(unit: number)"),
            columns: [
                .init(title: say("챌린지", "Relay")), .init(title: say("세대", "Generation")),
            ]
                + [
                    say("참여", "Runs"), say("지명", "Nominations"), say("완료", "Answered"),
                    say("참여당 완료", "Answered per run"),
                ].map { .init(title: $0, isNumber: true) },
            rows: rows.prefix(Words.rowsMax).map { relay, place, generation in
                let (runs, answered) = (
                    Int64(generation.participations), Int64(generation.answered)
                )
                return [
                    .text(relay.name.text(in: language)), .text(number(Int64(place))),
                    .number(runs), .number(Int64(generation.nominations)), .number(answered),
                    Words.ratio(answered, of: runs, in: 100).map { .decimal($0) } ?? .said("-"),
                ]
            })
    }
}

extension Words {
    /// 열린 지명의 경과일, behind a summary; `nil` where none is open.
    func openAgeTable(_ facts: Facts) -> Summary.Table? {
        facts.relays.contains { !$0.open.isEmpty } ? relayTable(facts) : nil
    }
}

extension Facts.Target {
    /// 달성률. Tenths of a percent; `nil` where what was raised is covered.
    var reached: Int64? {
        raised.cover == nil ? Words.tenths(raised.amount.amount, of: amount.amount) : nil
    }
}

extension Facts.Project {
    /// 달성률. Tenths of a percent of the goal; `nil` without one, or where the total is covered.
    var reached: Int64? {
        guard let goal, total.cover == nil else { return nil }
        return Words.tenths(total.amount.amount, of: goal.amount)
    }
}
