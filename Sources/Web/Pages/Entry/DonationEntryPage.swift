import Hometown
import Ledger

/// 기부 등록 화면. Quick entry: one form that keeps the day and what the donation belongs to, and below
/// it what was recorded last.
struct DonationEntryPage {
    static let path = "/donations/new"
    /// 취소. How long a donation just recorded can be taken back with one press.
    static let undoSecondsMax = 10

    let visitor: Visitor
    let form: PostedForm
    var problems: EntryProblems
    let hidden: [(name: String, value: String)]
    /// Of the questions asked while somebody types.
    let hintsToken: String
    /// Of a list that is pasted here instead of a single donation.
    let pasteToken: String
    /// What was recorded a moment ago.
    var saved: Saved?
    let recent: [any Part]
    let registry: GovernmentRegistry
    var projects: [RecordedProject] = []

    struct Saved {
        let donation: RecordedDonation
        /// What was recorded all the same and should be looked at.
        var warnings: [Warning.Code] = []
        /// Of the form that takes it back.
        let undo: [(name: String, value: String)]
    }

    private var say: Phrases { visitor.say }

    var title: String { say("기부 등록", "Record a donation") }

    var parts: [any Part] {
        let help = say(
            "Enter 다음 칸 · Ctrl+Enter 저장하고 계속 · Alt+↑ 앞과 같게 · Esc 닫기",
            "Enter: next field · Ctrl+Enter: save and go on · Alt+↑: same as last · Esc: close")
        let parts: [(any Part)?] = [
            Title(title, lead: help),
            EntryForm(
                action: visitor.path(DonationEntryPage.path), label: title, hidden: hidden,
                problems: problems,
                attributes: [
                    ("data-entry", ""), ("data-hints", visitor.path("/donations/hints")),
                    ("data-hints-token", hintsToken), ("data-close", visitor.path("/donations")),
                    (
                        "data-leaving",
                        say("입력한 내용을 버리고 닫을까요?", "Close and drop what you typed?")
                    ), ("data-draft", DonationEntryPage.path),
                    ("data-answered", saved == nil ? nil : ""),
                    ("data-refused", problems.isEmpty ? nil : ""),
                ] + pasting,
                parts: [DraftNote(say: say), line] + lateness + [others, intake, further],
                buttons: [
                    EntryForm.Button(
                        text: say("저장하고 계속", "Save and go on"), isPrimary: true)
                ],
                cancel: Link(say("대장으로", "To the list"), visitor.path("/donations"))),
            saved.map { SavedDonation(saved: $0, registry: registry, visitor: visitor) },
        ]
        return parts.compactMap(\.self) + recent
    }

    /// 표 붙여 넣기. Several rows of a spreadsheet are a list: they open the import.
    private var pasting: [MarkupWriter.Attribute] {
        let columns: [DonationField] = [.donatedOn, .donorName, .recipient, .amount]
        let titles = columns.map { say.text(DonationColumn.field($0).title) }
        return [
            ("data-paste", visitor.path(ImportFilePage.path)), ("data-paste-token", pasteToken),
            ("data-columns", titles.joined(separator: "\t")),
            (
                "data-pasting",
                say(
                    "{n}줄을 붙여 넣었습니다. 일괄 등록 미리보기를 열까요?",
                    "These are {n} rows. Open them as an import, to look at first?")
            ),
        ]
    }

    /// The fields of every donation, in the order of the keys.
    private var line: EntryGroup {
        var fields: [EntryField] = []
        fields.append(
            field(.donatedOn, say("기부일", "Day"), jump: "KeyN") {
                $0.help = say("예: 4/10, 어제, 2023. 4. 10.", "Such as 4/10, yesterday or 2023-04-10")
                $0.isFocused = problems.isEmpty
            })
        fields.append(
            field(DonationEntry.donorField, say("기부자", "Donor"), jump: "KeyK") {
                $0.help = say("이름, 초성, 영문, 직위", "Name, initials, Latin letters or office")
                $0.attributes += [
                    ("data-complete", visitor.path("/complete/people")),
                    ("data-with", "donated_on"),
                ]
                let person = DonationField.donorPerson.rawValue
                $0.chosen = (person, form[person] ?? "")
            })
        fields.append(
            field(.recipient, say("받는 지자체", "Recipient"), jump: "KeyG") {
                $0.help = say("이름이나 초성", "Name or initials")
                $0.attributes += [
                    ("data-complete", visitor.path("/complete/governments")),
                    ("data-with", "donated_on"),
                ]
            })
        fields.append(
            field(.amount, say("금액", "Amount"), jump: "KeyA") {
                $0.help = say("예: 10만, 100,000, 미공개", "Such as 100,000 or undisclosed")
                $0.chips = [
                    ("100000", say("10만", "100,000")), ("500000", say("50만", "500,000")),
                    ("1000000", say("100만", "1,000,000")),
                    (say("미공개", "undisclosed"), say("미공개", "Undisclosed")),
                ]
            })
        fields.append(
            field(DonationEntry.linkField, say("상호기부·챌린지", "Exchange or relay"), jump: "KeyR") {
                $0.help = say("E- 또는 P- 번호, 없으면 비움", "A number E-… or P-…, or empty")
                $0.attributes += [
                    ("data-complete", visitor.path("/complete/links")),
                    ("data-with", "donated_on recipient donor_person"),
                ]
            })
        fields.append(
            field(.officialReceipt, say("영수증 번호", "Receipt no.")) {
                $0.help = say("있으면", "If there is one")
            })
        let origin = radios(
            .origin, say("구분", "Origin"),
            [
                (Origin.reported.rawValue, say("공표된 기부", "Reported")),
                (Origin.intake.rawValue, say("접수한 기부", "Taken in")),
            ])
        return EntryGroup(
            legend: say("기부", "Donation"), kind: "line", parts: [origin] + fields)
    }

    /// 늦은 등록 승인. Asked for only once the day turned out to lie in a closed period.
    private var lateness: [any Part] {
        let name = DonationField.lateApproval.rawValue
        let isClosed = problems.codes.contains(Refusal.Code.periodClosed.rawValue)
        guard isClosed || form[name]?.isEmpty == false else { return [] }
        return [
            field(.lateApproval, say("늦은 등록 승인", "Leave to record late")) {
                $0.help = say(
                    "관리자가 마감 화면에서 승인하면 받는 식별자", "The id a manager got under Closing.")
            }
        ]
    }

    /// Who holds no public office is known by the office's own number and by where he or she lives.
    private var others: EntryGroup {
        EntryGroup(
            legend: say("기부자가 공직자가 아니면", "If the donor holds no public office"), kind: "line",
            parts: [
                field(.donorKey, say("기부자 번호", "Donor's number")) {
                    $0.help = say(
                        "사무실이 정한 번호. 바로 해시로 바뀝니다.", "Your own number; it is hashed at once.")
                },
                field(.residence, say("주소지", "Residence")) {
                    $0.help = say("시·군·구. 없으면 없음", "Down to the district; none for none")
                    $0.attributes += [
                        ("data-complete", visitor.path("/complete/governments")),
                        ("data-with", "donated_on"),
                    ]
                },
            ])
    }

    private var further: Folded {
        FurtherFields(
            fields: EntryFields(
                visitor: visitor, form: form, problems: problems,
                day: DonationField.donatedOn.rawValue), projects: projects, registry: registry
        ).folded
    }

    private var intake: EntryGroup {
        let channels = Channel.allCases.map { channel in
            (channel.rawValue, channel.title.text(in: visitor.language))
        }
        return EntryGroup(
            legend: say("접수 확인(시행령 제4조)", "Checks before taking it in (Decree 4)"),
            kind: "line intake",
            parts: [
                choice(
                    .residenceBasis, say("확인 방법", "Checked by"),
                    [("", say("고르십시오", "Choose"))]
                        + [.documentSubmitted, .sharedAdministrativeInformation].map {
                            (basis: Residence.Basis) in (basis.rawValue, say[basis])
                        }),
                box(
                    DonationEntry.checkedField,
                    say("주민·본인·연간 총액·답례품 확인: 모두 적합", "Four checks made, all passed")),
                field(.pledge, say("기탁서 번호", "Pledge no.")) { _ in },
                choice(
                    .channel, say("접수 경로", "Channel"), [("", say("고르십시오", "Choose"))] + channels),
                field(.channelName, say("경로 이름", "Platform or place")) { _ in },
                box(DonationField.ownName.rawValue, say("본인 명의", "In the donor's own name")),
                box(
                    DonationField.consent.rawValue,
                    say("공동이용 동의", "Consents to look up records")),
            ])
    }

    // MARK: Fields

    private func field(
        _ field: DonationField, _ label: String, jump: String? = nil,
        _ change: (inout EntryField) -> Void
    ) -> EntryField {
        self.field(field.rawValue, label, jump: jump, change)
    }

    private func field(
        _ name: String, _ label: String, jump: String? = nil,
        _ change: (inout EntryField) -> Void
    ) -> EntryField {
        var field = EntryField(name, label)
        field.value = form[name] ?? ""
        field.errors = problems.texts(of: name)
        field.hasHints = true
        field.lengthMax = DonationField.charactersMax
        if let jump {
            field.attributes = [
                ("data-jump", jump), ("aria-keyshortcuts", "Alt+\(jump.suffix(1))"),
                ("data-last", last(name)),
            ]
            if name == DonationEntry.donorField {
                field.attributes.append(("data-last-id", last(DonationField.donorPerson.rawValue)))
            }
        }
        change(&field)
        return field
    }

    private func choice(
        _ field: DonationField, _ label: String, _ options: [(value: String, text: String)]
    ) -> EntryField {
        self.field(field.rawValue, label) { $0.control = .choice(options) }
    }

    private func radios(
        _ field: DonationField, _ label: String, _ options: [(value: String, text: String)]
    ) -> EntryField {
        self.field(field.rawValue, label) { $0.control = .radios(options) }
    }

    private func box(_ name: String, _ label: String) -> EntryField {
        field(name, label) { $0.control = .box }
    }

    /// What the donation before had there.
    private func last(_ name: String) -> String? {
        guard let before = saved?.donation else { return nil }
        switch name {
        case DonationField.donatedOn.rawValue: return before.donatedOn.typed(in: visitor.language)
        case DonationEntry.donorField:
            return before.donorName.map { $0.text(in: visitor.language) } ?? before.privateName
        case DonationField.donorPerson.rawValue: return before.person.map { "\($0)" }
        case DonationField.recipient.rawValue:
            return before.recipient.map { registry.fullName(of: $0).text(in: visitor.language) }
        case DonationField.amount.rawValue:
            return before.amount.map { "\($0.amount)" }
                ?? Notation.amount(nil, in: visitor.language)
        case DonationEntry.linkField: return form[DonationEntry.linkField]
        default: return nil
        }
    }
}

/// A line that stands in the form when what was typed before came back.
struct DraftNote: Part {
    let say: Phrases

    func write(to writer: inout MarkupWriter) {
        writer.element("p", ["class": "draft", "data-draft-note": "", "hidden": "hidden"]) {
            $0.text(say("저장하지 않은 입력을 되살렸습니다. ", "What you had typed is back. "))
            $0.element("button", ["type": "button", "data-draft-drop": ""]) {
                $0.text(say("버리기", "Drop it"))
            }
        }
    }
}

/// The donation just recorded, with the way to take it back.
struct SavedDonation: Part {
    let saved: DonationEntryPage.Saved
    let registry: GovernmentRegistry
    let visitor: Visitor

    func write(to writer: inout MarkupWriter) {
        let (say, donation) = (visitor.say, saved.donation)
        let page = visitor.path("/donations/\(donation.id)")
        writer.element("div", ["class": "notice success saved", "role": "status"]) { writer in
            writer.element("p", ["class": "title"]) { writer in
                writer.element("a", ["href": page]) { $0.text(donation.no) }
                writer.text(say(" 등록했습니다.", " is recorded."))
            }
            writer.element("p", [:]) { $0.text(summary) }
            for warning in saved.warnings {
                writer.element("p", [:]) { $0.text(say("주의: ", "Note: ") + say[warning]) }
            }
            writer.element("div", ["class": "actions"]) { writer in
                writer.tag(
                    "form",
                    [
                        ("method", "post"), ("action", page + "/undo"),
                        ("data-undo", "\(DonationEntryPage.undoSecondsMax)"),
                    ]
                ) { writer in
                    for field in saved.undo {
                        writer.element(
                            "input", ["type": "hidden", "name": field.name, "value": field.value])
                    }
                    writer.element("button", ["type": "submit"]) { $0.text(say("취소", "Undo")) }
                }
                Link(say("정정", "Correct"), page + "/correct", kind: "button").write(to: &writer)
            }
        }
        writer.raw("\n")
    }

    /// 2026. 3. 2.(월) 최민호 → 대전광역시 100,000원.
    private var summary: String {
        let (language, donation) = (visitor.language, saved.donation)
        let donor =
            donation.donorName?.text(in: language) ?? donation.privateName
            ?? visitor.say("이름 없음", "no name")
        let recipient = donation.recipient.map { registry.fullName(of: $0).text(in: language) }
        return [
            Notation.date(donation.donatedOn, .text, in: language),
            "\(donor) → \(recipient ?? "-")", Notation.amount(donation.amount, in: language),
        ].joined(separator: " · ")
    }
}
