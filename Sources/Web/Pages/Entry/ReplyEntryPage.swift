import Hometown
import Ledger

/// 응답 기록 화면. What became of one nomination: accepted, declined or lapsed, because somebody says so
/// and never because time went by.
struct ReplyEntryPage {
    let fields: EntryFields
    let relay: RelayRecord
    let nomination: RecordedNomination

    private var say: Phrases { fields.say }
    private var day: CivilDate? { nomination.happenedOn?.latest }
    private var nominee: Incumbent { Incumbent(nomination.nominee, in: relay, on: day, say) }

    func sheet(at path: String, _ pattern: String, back: String) -> EntrySheet {
        EntrySheet(
            title: say("\(nominee.name) 지명의 응답", "What became of naming \(nominee.name)"),
            kind: "\(relay.relay.name.text(in: say.language)) \(nomination.no)",
            lead: say(
                "기한이 없으므로 지난 날수는 상태가 되지 않습니다. 말한 출처가 있어야 적습니다.",
                "There is no deadline, and age is no state. A reply is recorded with who says so."),
            path: path, pattern: pattern, back: back,
            parts: [reply, SourceEntry.fields(fields, isRequired: !isReplied)],
            after: [Block("facts", say("지명", "The nomination"), [facts])])
    }

    private var isReplied: Bool { nomination.reply != nil }

    private var reply: EntryGroup {
        var kinds: [(value: String, text: String)] = [
            (ReplyDraft.Kind.accepted.rawValue, say.text(Nomination.State.accepted.title)),
            (ReplyDraft.Kind.declined.rawValue, say.text(Nomination.State.declined.title)),
            (ReplyDraft.Kind.lapsed.rawValue, say.text(Nomination.State.lapsed.title)),
        ]
        if isReplied {
            kinds.append((ReplyDraft.Kind.open.rawValue, say("앞의 응답 거둠", "taken back")))
        }
        return EntryGroup(
            legend: say("응답", "Reply"), kind: "line",
            parts: [
                fields.text("reply", say("어떻게 되었습니까", "What became of it")) {
                    $0.control = .radios(kinds)
                }, fields.date("replied_on", say("그렇게 된 날", "On which day"), isFirst: true),
            ])
    }

    private var facts: FactSheet {
        let run = relay.participations.first { $0.id == nomination.participation }
        let nominator = run.map { Incumbent($0.person, in: relay, on: day, say).line(say) }
        return FactSheet([
            Label(say("지명받은 사람", "Nominee"), nominee.line(say)),
            Label(say[.nominator], nominator ?? "-"),
            Label(say[.nominatedOn], nomination.happenedOn.map(say.date) ?? say[.dayUnknown]),
            Label(say[.state], Chip(nomination.nomination.state, say).text),
            Label(sources: relay.claims.filter { $0.subject == nomination.id }, say),
        ])
    }
}
