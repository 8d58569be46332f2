import Hometown
import Ledger

/// 인증 챌린지. Who holds the baton, the way it came, and the same as a table.
struct RelaySection {
    struct Baton {
        let holder: String
        let office: String
        let facts: [Label]
    }

    struct Row {
        let name: String
        let office: String
        let kind: String
        let letter: String
        let state: String
        let when: String
        let gifts: String?
        let nominators: [String]
    }

    struct Picture {
        let wide: RelayPicture
        let narrow: RelayPicture
        let legend: [Mark]
        let notes: [String]
    }

    struct Mark {
        let kind: String
        let letter: String
        let text: String
    }

    let anchor: String
    let name: String
    let batons: [Baton]
    let more: String?
    /// `nil` while nobody has run.
    let picture: Picture?
    let rows: [Row]

    /// More than this is a list of its own.
    static let batonsMax = 6

    init(_ relay: RelayRecord, _ overview: Overview, number: Int, _ say: Phrases) {
        anchor = relay.relay.no
        name = relay.relay.name.text(in: say.language)
        let today = overview.readAt.koreanDate
        // Longest first; those without a date last.
        let waiting = relay.nominations.filter { $0.nomination.isWaiting }
            .sorted {
                ($0.happenedOn?.latest ?? today, $0.number)
                    < ($1.happenedOn?.latest ?? today, $1.number)
            }
        batons = waiting.prefix(RelaySection.batonsMax).map {
            RelaySection.baton($0, relay, today, say)
        }
        let rest = Int64(waiting.count - batons.count)
        more = rest > 0 ? say.say("이 밖에 열린 지명 \(say.count(rest))", "open besides: \(rest)") : nil
        let chain = RelayChain(relay, say)
        guard !chain.boxes.isEmpty else {
            picture = nil
            rows = []
            return
        }
        let label = say.say("\(name) 이어진 그림", "\(name): how the baton came")
        let make = { (shape: RelayPicture.Shape) in
            RelayPicture(chain, shape, id: "relay-\(number)", label: label, say)
        }
        picture = Picture(
            wide: make(.wide), narrow: make(.narrow), legend: RelaySection.legend(chain, say),
            notes: RelaySection.notes(chain, say))
        rows = RelaySection.rows(chain, say)
    }

    private static func notes(_ chain: RelayChain, _ say: Phrases) -> [String] {
        var notes: [String] = []
        if chain.links.contains(where: { $0.kind == .unknown }) { notes.append(say[.pathUnknown]) }
        let (shown, folded) = (Int64(chain.boxes.count), Int64(chain.foldedCount))
        if folded > 0 {
            notes.append(
                say.say(
                    "바통에 가까운 \(say.people(shown))을 보입니다. 이 밖에 \(say.people(folded))이 있습니다.",
                    "The \(shown) nearest to the baton; \(say.people(folded)) more."))
        }
        return notes
    }

    private static func baton(
        _ nomination: RecordedNomination, _ relay: RelayRecord, _ today: CivilDate, _ say: Phrases
    ) -> Baton {
        let day = nomination.happenedOn?.latest
        let holder = Incumbent(nomination.nominee, in: relay, on: day, say)
        let run = relay.participations.first { $0.id == nomination.participation }
        let nominator = run.map { Incumbent($0.person, in: relay, on: day, say).line(say) }
        let age = nomination.nomination.age(on: today)
        return Baton(
            holder: holder.name, office: holder.office(say),
            facts: [
                nominator.map { Label(say[.nominator], $0) },
                Label(
                    say[.nominatedOn],
                    nomination.happenedOn.map(say.date) ?? say[.dayUnknown]),
                age.map { Label(say[.elapsed], say.age(atLeast: $0.atLeast, atMost: $0.atMost)) },
            ].compactMap(\.self))
    }

    private static func rows(_ chain: RelayChain, _ say: Phrases) -> [Row] {
        chain.boxes.enumerated().map { place, box in
            let mark = Mark(box.kind, say)
            return Row(
                name: box.who.name, office: box.who.office(say), kind: mark.kind,
                letter: mark.letter, state: mark.text, when: box.when, gifts: box.gifts,
                nominators: chain.links.filter { $0.to == place }.map(\.note))
        }
    }

    private static func legend(_ chain: RelayChain, _ say: Phrases) -> [Mark] {
        [RelayChain.Kind.start, .done, .named]
            .filter { kind in chain.boxes.contains { $0.kind == kind } }
            .map { Mark($0, say) }
    }
}

extension RelaySection.Mark {
    init(_ kind: RelayChain.Kind, _ say: Phrases) {
        self.kind = kind.rawValue
        switch kind {
        case .start: (letter, text) = (say[.startLetter], say[.start])
        case .done: (letter, text) = (say[.doneLetter], say[.done])
        case .named: (letter, text) = (say[.namedLetter], say[.named])
        }
    }
}

extension RelaySection.Mark {
    /// 시, 완, 지, 수, 사, 실.
    init(_ kind: RelayDiagram.Box.Kind, _ say: Phrases) {
        self.kind = kind.rawValue
        switch kind {
        case .start: (letter, text) = (say[.startLetter], say[.start])
        case .done: (letter, text) = (say[.doneLetter], say[.done])
        case .named: (letter, text) = (say[.namedLetter], say[.named])
        case .accepted: (letter, text) = (say.say("수", "A"), say.say("수락", "accepted"))
        case .declined: (letter, text) = (say.say("사", "X"), say.say("사양", "declined"))
        case .lapsed: (letter, text) = (say.say("실", "L"), say.say("실효", "lapsed"))
        case .folded: (letter, text) = (say.say("외", "+"), say.say("접음", "folded"))
        }
    }
}
