import Hometown
import Ledger

/// 정정·취소·반환 화면. What stands, what is to become of it and why; before anything is recorded, both
/// beside each other.
struct CorrectionEntryPage {
    static let path = "/donations/{id}/correct"
    let visitor: Visitor
    let donation: RecordedDonation
    let registry: GovernmentRegistry
    let form: PostedForm
    let problems: EntryProblems
    let hidden: [(name: String, value: String)]
    /// What the form asks for, and what that would bring, once it was looked through; `nil` while
    /// it is filled in.
    var draft: CorrectionDraft?
    var effects: CorrectionEffects?

    private var say: Phrases { visitor.say }
    private var page: String { visitor.path("/donations/\(donation.id)") }
    private var path: String { "/donations/\(donation.id)/correct" }
    /// Whether nothing was done to it, or what was done is undone.
    private var isOpen: Bool { donation.settlement.step.isMultiple(of: 2) }
    var title: String {
        isOpen ? say("정정·취소·반환", "Correct, reverse or return") : say("되살림", "Restore")
    }

    var parts: [any Part] {
        [
            Title(title, kind: donation.no, lead: summary),
            FactSheet([
                donation.settlement.replacement.map {
                    Label(
                        say("정정 후 기록", "Replaced by"), say("새 기록", "the new record"),
                        href: visitor.path("/donations/\($0)"))
                }
            ]),
            effects.map(confirmation) ?? entry,
        ]
    }

    private var summary: String {
        [
            Notation.date(donation.donatedOn, .text, in: visitor.language),
            donation.donorName(for: visitor.reader) ?? say("이름 없음", "unnamed"),
            recipient, Notation.amount(donation.amount, in: visitor.language),
        ].joined(separator: " · ")
    }

    private var recipient: String {
        donation.recipient.map { registry.fullName(of: $0).text(in: visitor.language) } ?? "-"
    }

    private var entry: any Part {
        let actions: [(value: String, text: String)] =
            isOpen
            ? [
                (CorrectionAction.amend.rawValue, say("정정: 고쳐 적음", "Amend")),
                (CorrectionAction.reverse.rawValue, say("취소: 잘못 적음", "Reverse")),
                (CorrectionAction.return.rawValue, say("반환(법 제14조)", "Return (Act 14)")),
            ] : [(CorrectionAction.restore.rawValue, say("되살림", "Restore"))]
        var action = field("action", say("무엇을", "What"))
        action.control = .radios(actions)
        // What was chosen may have been settled by somebody else meanwhile.
        action.value = actions.first { $0.value == form["action"] }?.value ?? actions[0].value
        var reason = field("reason", say("처리 사유", "Reason"))
        reason.help = say("기록에 남습니다.", "It stays with the record.")
        reason.lengthMax = FormReader.sentencesMax
        reason.isRequired = true
        reason.isFocused = problems.isEmpty && !isOpen
        let parts: [any Part] =
            isOpen
            ? [DraftNote(say: say), action, amendment, further, returning, reason]
            : [DraftNote(say: say), action, reason]
        return EntryForm(
            action: page + "/correct", label: title, hidden: hidden, problems: problems,
            attributes: [
                ("data-entry", ""), ("data-close", page),
                (
                    "data-leaving",
                    say("입력한 내용을 버리고 닫을까요?", "Close and drop what you typed?")
                ), ("data-draft", path), ("data-refused", problems.isEmpty ? nil : ""),
            ],
            parts: parts,
            buttons: [
                EntryForm.Button(text: say("미리보기", "Preview"), isPrimary: true)
            ], cancel: Link(say("그만두기", "Cancel"), page))
    }

    private var amendment: EntryGroup {
        var day = field("changes.donated_on", say("기부일", "Day"))
        day.isFocused = problems.isEmpty
        var recipient = field("changes.recipient", say("받는 지자체", "Recipient"))
        recipient.attributes = [("data-complete", visitor.path("/complete/governments"))]
        let amount = field("changes.amount", say("금액", "Amount"))
        return EntryGroup(
            legend: say("정정할 때: 고칠 내용", "To amend: as it should read"), kind: "line amend",
            parts: [day, recipient, amount])
    }

    /// What is seldom wrong.
    private var further: Folded {
        let fields = EntryFields(
            visitor: visitor, form: form, problems: problems,
            day: CorrectionEntry.name(of: .donatedOn))
        let more = FurtherFields(fields: fields, prefix: CorrectionEntry.changes)
        let group = EntryGroup(
            legend: say("기부자와 접수", "Donor and how it came in"), kind: "line",
            parts: [
                fields.text(
                    DonationEntry.donorField, say("기부자", "Donor"),
                    help: say(
                        "다른 사람으로 고치면 주소지도 다시 씁니다.", "For another donor give the residence again.")
                ) {
                    fields.complete(&$0, "people")
                    let person = CorrectionEntry.name(of: .donorPerson)
                    $0.chosen = (person, form[person] ?? "")
                },
                more.text(
                    .donorKey, say("기부자 번호", "Donor's number"),
                    help: say(
                        "공직자가 아닌 기부자로 고칠 때. 바로 해시로 바뀝니다.",
                        "For a donor who holds no public office; hashed at once.")),
                more.text(
                    .residence, say("주소지", "Residence"),
                    help: say("시·군·구. 없으면 없음", "Down to the district; none for none")
                ) { fields.complete(&$0, "governments") },
                more.choice(
                    .residenceBasis, say("확인 방법", "Checked by"),
                    Residence.Basis.allCases.map { ($0.rawValue, say[$0]) }),
                more.choice(
                    .channel, say("접수 경로", "Channel"),
                    Channel.allCases.map { ($0.rawValue, say.text($0.title)) }),
                more.text(.channelName, say("경로 이름", "Platform or place")),
                more.text(.officialReceipt, say("영수증 번호", "Receipt no.")),
            ])
        let isWrong = CorrectionEntry.fields.dropFirst(3).contains {
            !problems.texts(of: CorrectionEntry.name(of: $0)).isEmpty
        }
        return Folded(
            summary: say(
                "정정할 때: 기부자·접수·이해관계·답례품·확인 사항",
                "To amend: donor, channel, interest, gift, checks"),
            part: Wrap(
                kind: "further", parts: [group, more.relation, more.gift, more.checks]),
            isOpen: isWrong || !problems.texts(of: DonationEntry.donorField).isEmpty)
    }

    private var returning: EntryGroup {
        var ground = field("ground", say("사유(법 제14조제1항)", "Ground (Act 14(1))"))
        ground.control = .choice(
            [("", say("고르십시오", "Choose"))]
                + ReturnGround.allCases.map {
                    ($0.code, "\($0.rawValue). " + $0.title.text(in: visitor.language))
                })
        let day = field("returned_on", say("반환일", "Returned on"))
        var recalled = field("receipt_recalled", say("영수증을 회수함", "The receipt came back"))
        recalled.control = .box
        return EntryGroup(
            legend: say("반환할 때", "To return"), kind: "line return",
            parts: [ground, day, recalled])
    }

    /// 반환. Its ground, its day and the receipt, which no other item tells.
    private var returned: [any Part] {
        guard let draft, draft.action == .return else { return [] }
        let asked = AskedCorrection(draft: draft, registry: registry, visitor: visitor).table
        return asked.map { [$0] } ?? []
    }

    private func field(_ name: String, _ label: String) -> EntryField {
        var field = EntryField(name, label)
        field.value = form[name] ?? ""
        field.errors = problems.texts(of: name)
        return field
    }

    private func confirmation(_ effects: CorrectionEffects) -> any Part {
        let kept = form.fields.filter { field in
            !hidden.contains { $0.name == field.name } && field.name != "confirm"
        }
        let reason = form["reason"]?.tidied ?? ""
        return Block(
            "confirm", say("이렇게 기록합니다", "This is what will be recorded"),
            intro: say("사유: \(reason)", "Reason: \(reason)"),
            returned + effects.parts + [
                EntryForm(
                    action: page + "/correct", label: title, hidden: hidden + kept,
                    problems: problems,
                    attributes: [("data-draft", path), ("data-refused", "")], parts: [],
                    buttons: [
                        EntryForm.Button(
                            text: say("기록", "Record it"), name: "confirm", value: "1",
                            isPrimary: true),
                        EntryForm.Button(text: say("다시 고치기", "Go back"), name: "again", value: "1"),
                    ], cancel: Link(say("그만두기", "Cancel"), page))
            ])
    }
}
