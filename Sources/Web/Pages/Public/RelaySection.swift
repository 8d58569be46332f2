import Hometown
import Ledger

/// 인증 챌린지. Who holds the baton, the way it came, and the same as a table.
struct RelaySection: Part {
    struct Baton {
        let holder: String
        let office: String
        let facts: [Label]
    }

    struct Mark {
        let kind: String
        let letter: String
        let text: String
    }

    let anchor: String
    let name: Link
    let batons: [Baton]
    let label: String
    let noBaton: String
    let more: String?
    let views: [any Part]

    /// More than this is a list of its own.
    static let batonsMax = 6
    /// A larger picture is for the relay's own page.
    static let boxesMax = 40

    init(_ relay: RelayRecord, _ overview: Overview, _ visitor: Visitor) {
        let say = visitor.say
        anchor = relay.relay.no
        name = Link(
            relay.relay.name.text(in: say.language), visitor.path("/p/relays/\(relay.relay.id)"))
        let today = overview.readAt.koreanDate
        let waiting = relay.waiting(on: today)
        batons = waiting.prefix(RelaySection.batonsMax).map {
            RelaySection.baton($0, relay, today, say)
        }
        label = say[.baton]
        noBaton = say[.batonNobody]
        let rest = Int64(waiting.count - batons.count)
        more = rest > 0 ? say("이 밖에 열린 지명 \(say.count(rest))", "open besides: \(rest)") : nil
        let diagram = RelayDiagram(relay, on: today, overview.governments, say)
        let whole = say.people(Int64(diagram.boxes.count))
        views =
            switch diagram.boxes.count {
            case 0: []
            case ...RelaySection.boxesMax:
                [
                    RelayPicture(diagram, name: name.text, id: anchor, say).picture,
                    RelayTable(diagram).table(say[.relayCaption], say),
                ]
            default:
                [Remarks([say("\(whole) 모두는 챌린지 화면에 있습니다.", "All \(whole) are on its page.")])]
            }
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("article", ["class": "relay", "aria-labelledby": anchor]) { writer in
            writer.element("h3", ["id": anchor]) { name.write(to: &$0) }
            for baton in batons { baton.write(to: &writer, label: label) }
            if batons.isEmpty { Empty(noBaton).write(to: &writer) }
            Remarks([more]).write(to: &writer)
            for view in views { view.write(to: &writer) }
        }
        writer.raw("\n")
    }

    private static func baton(
        _ nomination: RecordedNomination, _ relay: RelayRecord, _ today: CivilDate, _ say: Phrases
    ) -> Baton {
        let day = nomination.happenedOn?.latest
        let holder = Incumbent(nomination.nominee, in: relay, on: day, say)
        let run = relay.participations.first { $0.id == nomination.participation }
        let nominator = run.map { run in
            let day = relay.day(of: run, beside: nomination)
            return Incumbent(run.person, in: relay, on: day?.latest, say).line(say)
        }
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
}

extension RelaySection.Baton {
    fileprivate func write(to writer: inout MarkupWriter, label: String) {
        writer.element("div", ["class": "baton"]) { writer in
            writer.element("p", ["class": "label"]) { $0.text(label) }
            writer.element("p", ["class": "holder"]) { $0.text(holder) }
            writer.raw(" ")
            writer.element("p", ["class": "office"]) { $0.text(office) }
            writer.element("dl", ["class": "facts"]) { writer in
                for fact in facts { fact.write(to: &writer) }
            }
        }
    }
}

extension RelayRecord {
    /// 열린 지명. The longest wait first; those without a date last.
    func waiting(on today: CivilDate) -> [RecordedNomination] {
        nominations.filter { $0.nomination.isWaiting }
            .sorted {
                ($0.happenedOn?.latest ?? today, $0.number)
                    < ($1.happenedOn?.latest ?? today, $1.number)
            }
    }
}

extension RelaySection.Mark: Part {
    func write(to writer: inout MarkupWriter) {
        writer.element("span", ["class": "mark \(kind)", "aria-hidden": "true"]) {
            $0.text(letter)
        }
        writer.raw(" ")
    }

    /// 시, 완, 지, 수, 사, 실.
    init(_ kind: RelayDiagram.Box.Kind, _ say: Phrases) {
        self.kind = kind.rawValue
        func word(_ state: Nomination.State) -> String { say.text(state.title) }
        switch kind {
        case .start: (letter, text) = (say[.startLetter], say[.start])
        case .done: (letter, text) = (say[.doneLetter], word(.answered))
        case .named: (letter, text) = (say[.namedLetter], word(.open))
        case .accepted: (letter, text) = (say.say("수", "A"), word(.accepted))
        case .declined: (letter, text) = (say.say("사", "X"), word(.declined))
        case .lapsed: (letter, text) = (say.say("실", "L"), word(.lapsed))
        case .folded: (letter, text) = (say.say("외", "+"), say.say("접음", "folded"))
        }
    }
}
