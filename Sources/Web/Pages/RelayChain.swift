import Hometown
import Ledger

/// 챌린지 사슬. What the picture and its table both show: boxes and the links between them.
struct RelayChain {
    enum Kind: String {
        /// 시작, 완료, 지명됨.
        case start, done, named
    }

    struct Box {
        let kind: Kind
        let who: Incumbent
        let when: String
        let gifts: String?
    }

    struct Link {
        enum Kind: String {
            /// A run answered the nomination; it still waits; nobody knows the way.
            case answered, open, unknown
        }

        let from: Int
        let to: Int
        let kind: Kind
        /// 지명. When it was made, for the table.
        let note: String
    }

    private(set) var boxes: [Box] = []
    private(set) var links: [Link] = []
    /// People in the relay beyond those in boxes.
    let foldedCount: Int

    /// More than this do not fit a first page: then those nearest to the baton are shown.
    static let boxesMax = 24
    private static let seedsMax = 8

    init(_ relay: RelayRecord, _ say: Phrases) {
        let open = relay.nominations.filter { $0.answeredBy == nil }
        let nominees = RelayChain.unique(open.map(\.nominee))
        // Who started it may have no run on record.
        let starter = relay.relay.startedBy.flatMap { starter in
            relay.participations.contains { $0.person == starter } ? nil : starter
        }
        let extra = starter == nil ? 0 : 1
        let total = relay.participations.count + nominees.count + extra
        let isWhole = total <= RelayChain.boxesMax
        let seeds = isWhole ? nominees : Array(nominees.suffix(RelayChain.seedsMax))
        let runs =
            isWhole
            ? relay.participations
            : RelayChain.nearest(relay, to: open.filter { seeds.contains($0.nominee) })
        foldedCount = total - runs.count - seeds.count - (isWhole ? extra : 0)
        if isWhole, let starter {
            boxes.append(
                Box(
                    kind: .start, who: Incumbent(starter, in: relay, on: nil, say),
                    when: say[.starter], gifts: nil))
        }
        add(runs, of: relay, say)
        add(seeds, named: open, runs: runs, of: relay, say)
        if isWhole { addUnknownPaths(say) }
    }

    private static func unique(_ people: [Identifier]) -> [Identifier] {
        var seen: Set<Identifier> = []
        return people.filter { seen.insert($0).inserted }
    }

    /// Walks back from the open nominations until the boxes are used up.
    private static func nearest(
        _ relay: RelayRecord, to open: [RecordedNomination]
    ) -> [RecordedParticipation] {
        let runs = Dictionary(uniqueKeysWithValues: relay.participations.map { ($0.id, $0) })
        let incoming = Dictionary(grouping: relay.nominations, by: \.answeredBy)
        var queue = open.map(\.participation)
        if queue.isEmpty { queue = relay.participations.suffix(seedsMax).map(\.id) }
        var found: [RecordedParticipation] = []
        var seen: Set<Identifier> = []
        var position = 0
        while position < queue.count, found.count < boxesMax - seedsMax {
            let id = queue[position]
            position += 1
            guard seen.insert(id).inserted, let run = runs[id] else { continue }
            found.append(run)
            queue += (incoming[id] ?? []).map(\.participation)
        }
        return found.sorted { $0.number < $1.number }
    }

    private mutating func add(
        _ runs: [RecordedParticipation], of relay: RelayRecord, _ say: Phrases
    ) {
        let first = boxes.count
        var places: [Identifier: Int] = [:]
        for (offset, run) in runs.enumerated() { places[run.id] = first + offset }
        for run in runs {
            // A run without a day was made before the nominations that came of it.
            let named = relay.nominations.first { $0.participation == run.id }?.happenedOn
            let isStart = run.person == relay.relay.startedBy
            let count = Int64(run.donations.count)
            boxes.append(
                Box(
                    kind: isStart ? .start : .done,
                    who: Incumbent(
                        run.person, in: relay, on: (run.happenedOn ?? named)?.latest, say),
                    when: run.happenedOn.map(say.date) ?? say[.dayUnknown],
                    gifts: count == 0
                        ? nil
                        : say.say(
                            "기부 \(say.count(count))", count == 1 ? "1 gift" : "\(count) gifts")))
        }
        for nomination in relay.nominations {
            guard let answer = nomination.answeredBy, let to = places[answer],
                let from = places[nomination.participation]
            else { continue }
            links.append(
                Link(from: from, to: to, kind: .answered, note: note(nomination, from: from, say)))
        }
    }

    private mutating func add(
        _ nominees: [Identifier], named open: [RecordedNomination],
        runs: [RecordedParticipation], of relay: RelayRecord, _ say: Phrases
    ) {
        let first = boxes.count - runs.count
        for nominee in nominees {
            let nominations = open.filter { $0.nominee == nominee }
            let day = nominations.first?.happenedOn
            boxes.append(
                Box(
                    kind: .named, who: Incumbent(nominee, in: relay, on: day?.latest, say),
                    when: day.map { say.say("지명 \(say.date($0))", "named \(say.date($0))") }
                        ?? say[.dayUnknown],
                    gifts: nil))
            for nomination in nominations {
                guard
                    let place = runs.firstIndex(where: { $0.id == nomination.participation })
                else { continue }
                let from = first + place
                links.append(
                    Link(
                        from: from, to: boxes.count - 1, kind: .open,
                        note: note(nomination, from: from, say)))
            }
        }
    }

    /// From the starter to everybody whose nominator no source names.
    private mutating func addUnknownPaths(_ say: Phrases) {
        guard let starter = boxes.firstIndex(where: { $0.kind == .start }) else { return }
        let named = Set(links.map(\.to))
        for place in boxes.indices where place != starter && !named.contains(place) {
            links.append(
                Link(from: starter, to: place, kind: .unknown, note: say[.nominatorUnknown]))
        }
    }

    private func note(_ nomination: RecordedNomination, from: Int, _ say: Phrases) -> String {
        let name = boxes[from].who.name
        guard let day = nomination.happenedOn else { return name }
        return say.say("\(name)(\(say.date(day)))", "\(name) (\(say.date(day)))")
    }
}
