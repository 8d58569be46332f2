import Hometown
import Ledger

/// 챌린지 도식. What pictures, tables and exports of a relay all show: a box for each participation
/// and for each person who was named and has not run, and a line for each nomination.
struct RelayDiagram {
    struct Box {
        enum Kind: String {
            /// 시작, 완료, 지명됨, 수락, 사양, 실효; 외 n.
            case start, done, named, accepted, declined, lapsed, folded
        }

        let id: String
        /// Whether somebody ran, so that `id` is the run's; else it is a person's.
        var isRun = false
        /// Of whom it tells; `nil` of many.
        var person: Identifier?
        let kind: Kind
        let who: Incumbent
        let when: String
        /// The days on which it happened, as far as they are bounded.
        let days: (earliest: CivilDate?, latest: CivilDate?)
        let gifts: String?
        /// 지명자 미상, 출처 불일치; of somebody who waits, for how long.
        let remark: String?
        var generation = 0
        /// 외 n: for how many the box stands.
        var folded = 0

        var isFolded: Bool { kind == .folded }
    }

    struct Link {
        let from: Int
        let to: Int
        /// `nil` where nobody knows the way.
        let state: Nomination.State?
        /// `nil` with it.
        let nomination: Identifier?
        let note: String
        /// Whom the note names.
        var nominator: Identifier?
    }

    var boxes: [Box] = []
    var links: [Link] = []
    /// Of the runs that answer no nomination: 1 where whoever started stands before them.
    private(set) var firstGeneration = 0

    /// More unknown ways than this from the starter are said and not drawn.
    private static let unknownWaysMax = 12

    /// Nobody.
    init() {}

    init(
        _ relay: RelayRecord, on today: CivilDate, _ governments: GovernmentRegistry, _ say: Phrases
    ) {
        var places: [Identifier: Int] = [:]
        let graph = relay.graph
        let generations = RelayGenerations(graph)
        let starter = relay.starterApart
        let answered = Set(relay.nominations.compactMap(\.answeredBy))
        let origins = relay.participations.count { !answered.contains($0.id) }
        let isDrawn = relay.relay.startedBy != nil && origins <= RelayDiagram.unknownWaysMax
        firstGeneration = starter == nil || !isDrawn ? 0 : 1
        if let starter {
            boxes.append(
                Box(
                    id: relay.relay.id.description, person: starter, kind: .start,
                    who: Incumbent(starter, in: relay, on: nil, say), when: say[.starter],
                    days: (nil, nil), gifts: nil, remark: nil))
        }
        let disputed = relay.disputedRuns
        for (place, run) in relay.participations.enumerated() {
            places[run.id] = boxes.count
            var box = RelayDiagram.box(
                run, relay, governments, isNamed: answered.contains(run.id),
                isDisputed: disputed.contains(run.id), say)
            box.generation = generations.depths[place] + firstGeneration
            boxes.append(box)
        }
        addNominees(relay, places, on: today, say)
        addLinks(relay, places, say)
        if isDrawn { addUnknownWays(say) }
    }

    private static func box(
        _ run: RecordedParticipation, _ relay: RelayRecord, _ governments: GovernmentRegistry,
        isNamed: Bool, isDisputed: Bool, _ say: Phrases
    ) -> Box {
        let day = relay.day(of: run)
        let names = run.recipients.compactMap { governments[id: $0] }
            .map { governments.shortName(of: $0, in: say.language) }
        let isStart = run.person == relay.relay.startedBy
        return Box(
            id: run.id.description, isRun: true, person: run.person, kind: isStart ? .start : .done,
            who: Incumbent(run.person, in: relay, on: day?.latest, say),
            when: run.happenedOn.map(say.date) ?? say[.dayUnknown],
            days: (day?.earliest, day?.latest),
            gifts: names.isEmpty ? nil : say.gifts(to: names),
            remark: isDisputed
                ? say.say("출처 불일치", "sources differ")
                : isNamed || isStart || run.isOrigin ? nil : say[.nominatorUnknown])
    }

    /// One box for each person who waits, whoever named him or her.
    private mutating func addNominees(
        _ relay: RelayRecord, _ places: [Identifier: Int], on today: CivilDate, _ say: Phrases
    ) {
        for call in relay.calls {
            let kind = RelayDiagram.kind(of: call.nominations)
            let day = call.shown.happenedOn
            let when =
                day.map { say.say("지명 \(say.date($0))", "named \(say.date($0))") }
                ?? say[.dayUnknown]
            // n일째: shown, and never made into a state.
            let age =
                kind == .named || kind == .accepted
                ? call.shown.nomination.age(on: today).map {
                    let days = say.age(atLeast: $0.atLeast, atMost: $0.atMost)
                    return say.say("지명된 지 \(days)", "named \(days) ago")
                } : nil
            var box = Box(
                id: call.id.description, person: call.nominee, kind: kind,
                who: Incumbent(call.nominee, in: relay, on: day?.latest, say), when: when,
                days: (day?.earliest, day?.latest), gifts: nil, remark: age)
            let from = call.nominations.compactMap { places[$0.participation] }
            box.generation = (from.map { boxes[$0].generation }.max() ?? -1) + 1
            for nomination in call.nominations {
                guard let place = places[nomination.participation] else { continue }
                links.append(
                    Link(
                        from: place, to: boxes.count, state: nomination.nomination.state,
                        nomination: nomination.id, note: note(nomination, from: place, say),
                        nominator: boxes[place].person))
            }
            boxes.append(box)
        }
    }

    /// The state in which somebody can still run, where any of the nominations is in one.
    private static func kind(of nominations: [RecordedNomination]) -> Box.Kind {
        let states = Set(nominations.map(\.nomination.state))
        if states.contains(.accepted) { return .accepted }
        if states.contains(.open) { return .named }
        return states.contains(.declined) ? .declined : .lapsed
    }

    private mutating func addLinks(
        _ relay: RelayRecord, _ places: [Identifier: Int], _ say: Phrases
    ) {
        for nomination in relay.nominations {
            guard let answer = nomination.answeredBy, let to = places[answer],
                let from = places[nomination.participation]
            else { continue }
            links.append(
                Link(
                    from: from, to: to, state: .answered, nomination: nomination.id,
                    note: note(nomination, from: from, say), nominator: boxes[from].person))
        }
    }

    /// From the starter to everybody whose nominator no source names.
    private mutating func addUnknownWays(_ say: Phrases) {
        guard let starter = boxes.firstIndex(where: { $0.kind == .start }) else { return }
        let named = Set(links.map(\.to))
        for place in boxes.indices
        where !named.contains(place) && boxes[place].generation > boxes[starter].generation {
            links.append(
                Link(
                    from: starter, to: place, state: nil, nomination: nil,
                    note: say[.nominatorUnknown]))
        }
    }

    private func note(_ nomination: RecordedNomination, from: Int, _ say: Phrases) -> String {
        let name = boxes[from].who.name
        guard let day = nomination.happenedOn else { return name }
        return say.say("\(name)(\(say.date(day)))", "\(name) (\(say.date(day)))")
    }
}

extension RelayDiagram.Box {
    /// 외 n.
    init(folding count: Int, generation: Int) {
        self.init(
            id: "", kind: .folded, who: Incumbent(), when: "", days: (nil, nil), gifts: nil,
            remark: nil, generation: generation, folded: count)
    }
}

extension Phrases {
    /// 기부 대전, 충남 외 2.
    fileprivate func gifts(to names: [String]) -> String {
        let shown = names.prefix(3).joined(separator: ", ")
        let rest = names.count - 3
        guard rest > 0 else { return say("기부 \(shown)", "gave to \(shown)") }
        return say("기부 \(shown) 외 \(rest)", "gave to \(shown) and \(rest) more")
    }
}
