import Hometown
import Ledger

/// 참여 기록 화면. One run of a relay in one form: who ran and when, the proof, whom they named next and
/// what they gave.
struct ParticipationEntryPage {
    static let pattern = "/relays/{id}/record"
    static let person = MentionEntry(path: "person")
    /// Whether the run answers what was open to the same person.
    static let answeringField = "answering"
    /// Next runners and donations there is room for before more are asked for.
    private static let nomineesDefault = 3
    private static let donationsDefault = 1

    static func path(_ relay: Identifier) -> String { "/relays/\(relay)/record" }
    static func nominee(_ row: Int) -> MentionEntry {
        MentionEntry(path: "nominees[\(row)].person")
    }

    let fields: EntryFields
    let relay: RelayRecord
    /// What may be chosen where a name was not enough.
    var options: MentionOptions = [:]
    var isSentBack = false
    /// What was recorded a moment ago.
    var saved: RecordedParticipation?
    /// The Korean day.
    let today: CivilDate

    private var say: Phrases { fields.say }
    private var name: String { relay.relay.name.text(in: say.language) }

    var sheet: EntrySheet {
        EntrySheet(
            title: say("참여 기록", "Record a run"), kind: name,
            lead: say(
                "Enter 다음 칸 · Ctrl+Enter 저장하고 계속 · Esc 닫기",
                "Enter: next field · Ctrl+Enter: save and go on · Esc: close"),
            path: Self.path(relay.relay.id), pattern: Self.pattern,
            back: "/relays/\(relay.relay.id)", button: Bilingual("저장하고 계속", "Save and go on"),
            more: Bilingual("줄 더하기", "More rows"), notice: saved.map(notice),
            isSentBack: isSentBack, parts: [run, nominees, donations, SourceEntry.fields(fields)],
            after: [waiting])
    }

    private var run: EntryGroup {
        EntryGroup(
            legend: say("참여", "The run"), kind: "line",
            parts: [
                fields.date("participated_on", say("참여한 날", "Ran on"), isFirst: true)
            ]
                + Self.person.parts(
                    say("참여한 사람", "Who ran"), jump: "KeyK", options[Self.person.path], fields)
                + [
                    fields.link("proof.link", say("인증 게시물", "Post that shows it")),
                    fields.text(
                        "proof.sha256", say("인증 사진의 SHA-256", "SHA-256 of its picture"),
                        help: say("십육진수 64자리", "64 hexadecimal digits")),
                    fields.date("proof.captured_on", say("인증을 저장한 날", "Captured on")),
                    fields.sentences(
                        "comment", say("소감", "Comment"), help: say("몇 문장", "Some sentences")),
                    fields.box(
                        Self.answeringField,
                        say("이 사람에게 온 열린 지명에 응답", "Answers what is open to this person")),
                    fields.box(
                        "origin", say("지명 없이 이 사람이 시작", "Began here: nobody named this person")),
                ])
    }

    private var nominees: EntryGroup {
        EntryGroup(
            legend: say("다음 주자", "Named next"),
            parts: fields.rows(
                "nominees", free: Self.nomineesDefault, max: ParticipationDraft.nomineesMax
            ).map { row in
                let entry = Self.nominee(row)
                return EntryGroup(
                    legend: say("\(row + 1)번 주자", "Nominee \(row + 1)"), kind: "line",
                    parts: entry.parts(
                        say("지명받은 사람", "Nominee"), jump: row == 0 ? "KeyR" : nil,
                        options[entry.path], fields)
                        + [
                            fields.text(
                                "nominees[\(row)].nominated_on", say("지명한 날", "Named on"),
                                help: say("비우면 참여한 날", "Empty: the day of the run"))
                        ])
            })
    }

    private var donations: EntryGroup {
        EntryGroup(
            legend: say("이 참여의 기부", "Donations of the run"),
            parts: fields.rows(
                "donations", free: Self.donationsDefault, max: ParticipationDraft.donationsMax
            ).map { row in
                let path = "donations[\(row)]."
                return EntryGroup(
                    legend: say("\(row + 1)번 기부", "Donation \(row + 1)"), kind: "line",
                    parts: [
                        fields.government(
                            path + "recipient", say("받는 지자체", "Recipient"),
                            jump: row == 0 ? "KeyG" : nil),
                        fields.text(
                            path + "amount", say("금액", "Amount"),
                            help: say("예: 10만, 미공개", "Such as 100,000 or undisclosed"),
                            jump: row == 0 ? "KeyA" : nil),
                    ])
            })
    }

    private func notice(_ run: RecordedParticipation) -> Notice {
        let who = Incumbent(run.person, in: relay, on: relay.day(of: run)?.latest, say)
        let named = relay.nominations.filter { $0.participation == run.id }.count
        let answered = relay.nominations.filter { $0.answeredBy == run.id }.count
        return Notice(
            kind: "success",
            title: say(
                "\(who.name) 기록했습니다. 응답한 지명 \(answered)건, 다음 주자 \(named)명, "
                    + "기부 \(run.donations.count)건",
                "\(who.name) is recorded: nominations answered \(answered), named \(named), "
                    + "donations \(run.donations.count)"),
            link: Link(
                run.no, fields.visitor.path("/relays/\(relay.relay.id)/participations/\(run.id)")))
    }

    /// 열린 지명. Whoever is waited for, each with the way to record it.
    private var waiting: Block {
        let open = relay.waiting(on: today)
        return Block(
            "open", say("열린 지명", "Open nominations"),
            [
                open.isEmpty
                    ? Empty(say[.batonNobody])
                    : LinkList(
                        open.prefix(Visit.rowsMax).map { nomination in
                            let who = Incumbent(
                                nomination.nominee, in: relay, on: nomination.happenedOn?.latest,
                                say)
                            let path = fields.visitor.path(Self.path(relay.relay.id))
                            return LinkList.Item(
                                Link(who.name, path + "?nomination=\(nomination.id)"),
                                note: who.office(say),
                                chip: Chip(nomination.nomination.state, say),
                                aside: nomination.happenedOn.map(say.date) ?? say[.dayUnknown])
                        })
            ])
    }
}
