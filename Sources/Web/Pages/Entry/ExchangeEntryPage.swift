import Hometown
import Ledger

/// 상호기부 등록 화면. Every side of an exchange in one form: its names are the paths of the API, so
/// that one reader serves both.
struct ExchangeEntryPage {
    static let path = "/exchanges/new"
    /// Two sides; more parties make more.
    static let legsDefault = 2
    /// Rows for names under each side, before more are added.
    private static let donorsDefault = 1

    let visitor: Visitor
    let form: PostedForm
    let problems: EntryProblems
    let hidden: [(name: String, value: String)]
    let legCount: Int
    /// Whether the server filled it in from what was sent: a draft of the browser's is older.
    var isSentBack = false
    /// What was recorded a moment ago.
    var saved: ExchangeRecord?

    private var say: Phrases { visitor.say }
    var title: String { say("상호기부 등록", "Record an exchange") }

    /// What the API takes numbers and boxes for, and what every row of names says besides.
    static var shape: PostedObject.Shape {
        var shape = PostedObject.Shape()
        shape.numbers = ["people"]
        return shape
    }

    var parts: [any Part] {
        let parts: [(any Part)?] = [
            Title(
                title,
                lead: say(
                    "양쪽을 한 번에 적습니다. 한쪽은 비워 두고 나중에 더할 수 있습니다.",
                    "Both sides at once. A side may stay empty and be added later.")),
            saved.map(savedNotice),
            EntryForm(
                action: visitor.path(Self.path), label: title, hidden: hidden, problems: problems,
                attributes: [
                    ("data-entry", ""), ("data-close", visitor.path("/exchanges")),
                    (
                        "data-leaving",
                        say("입력한 내용을 버리고 닫을까요?", "Close and drop what you typed?")
                    ), ("data-draft", Self.path), ("data-answered", saved == nil ? nil : ""),
                    ("data-refused", isSentBack ? "" : nil),
                ],
                parts: [
                    DraftNote(say: say), head,
                    Legs(
                        label: say("방향", "Directions"),
                        groups: (0..<legCount).map(leg)),
                ],
                buttons: [
                    EntryForm.Button(text: say("저장", "Save"), isPrimary: true),
                    EntryForm.Button(
                        text: say("반대쪽 같은 조건으로 채우기", "Fill in the other side alike"),
                        name: "mirror", value: "1",
                        attributes: [
                            ("data-jump", "KeyM"), ("aria-keyshortcuts", "Alt+M"),
                        ]),
                    EntryForm.Button(
                        text: say("+ 당사자·기부자", "+ Parties and donors"),
                        name: EntrySheet.moreButton, value: "1"),
                ],
                cancel: Link(say("목록으로", "To the list"), visitor.path("/exchanges"))),
        ]
        return parts.compactMap(\.self)
    }

    private var head: EntryGroup {
        EntryGroup(
            legend: say("상호기부", "Exchange"), kind: "line",
            parts: [
                field("agreement_id", say("업무협약", "Agreement"), jump: "KeyR") {
                    $0.help = say("A- 번호나 이름, 없으면 비움", "Its number A-… or name, or empty")
                    $0.attributes.append(("data-complete", visitor.path("/complete/agreements")))
                },
                field("on", say("날짜", "Day"), jump: "KeyN") {
                    $0.help = say("예: 4/10, 2023. 4. 10.", "Such as 4/10 or 2023-04-10")
                    $0.isFocused = problems.isEmpty
                },
                field("occasion", say("계기", "Occasion")) {
                    $0.control = .choice(
                        ExchangeDraft.Occasion.allCases.map {
                            ($0.rawValue, say.text($0.title))
                        })
                },
                field("note", say("비고", "Note")) { $0.lengthMax = FormReader.sentencesMax },
            ])
    }

    private func leg(_ index: Int) -> EntryGroup {
        let path = "legs[\(index)]."
        let government: (inout EntryField) -> Void = {
            $0.attributes += [
                ("data-complete", visitor.path("/complete/governments")), ("data-with", "on"),
            ]
        }
        return EntryGroup(
            legend: say("\(index + 1)번째 방향", "Direction \(index + 1)"),
            parts: [
                field(path + "from", say("주는 지자체", "From"), government),
                field(path + "to", say("받는 지자체", "To"), government),
                field(path + "department", say("부서", "Department")) { _ in },
                field(path + "on", say("날짜", "Day")) {
                    $0.help = say(
                        "비우면 위의 날짜, 인원과 금액도 없으면 답례 대기",
                        "Empty: the day above; without people and amount, still awaited")
                },
                field(path + "people", say("인원", "People")) { $0.inputMode = "numeric" },
                field(path + "amount_each", say("1인당 금액", "Each")) {
                    $0.help = say(
                        "인원 × 1인당 금액이 합계입니다.", "People times this is the sum.")
                },
                field(path + "amount", say("또는 합계", "Or in all")) {
                    $0.help = say("모르면 비움(미공개)", "Empty if not disclosed")
                },
                donors(index),
            ])
    }

    /// Names are optional; each is a donation that is recorded with the exchange.
    private func donors(_ index: Int) -> Folded {
        let path = "legs[\(index)].donations"
        let rowsInUse = form.rowsInUse(of: path)
        let isUsed = rowsInUse > 0 || problems.found.contains { $0.field.hasPrefix(path) }
        let isAsked = form[EntrySheet.moreButton] != nil
        let count = max(Self.donorsDefault, rowsInUse) + (isAsked ? Self.donorsDefault : 0)
        let rows = EntryGroup(
            legend: say("기부자마다 기부 한 건으로 적습니다.", "Each donor is a donation of its own."),
            parts: (0...count).prefix(ExchangeForm.legDonationsMax).map { row in
                let place = "\(path)[\(row)]."
                return EntryGroup(
                    legend: say("\(row + 1)번 기부자", "Donor \(row + 1)"), kind: "line",
                    parts: [
                        field(place + "donor", say("기부자", "Donor")) {
                            $0.attributes += [
                                ("data-complete", visitor.path("/complete/people")),
                                ("data-with", "on"),
                            ]
                            let person = place + "donor_person"
                            $0.chosen = (person, form[person] ?? "")
                        },
                        field(place + "amount", say("금액", "Amount")) {
                            $0.help = say("예: 10만, 미공개", "Such as 100,000 or undisclosed")
                        },
                    ])
            })
        return Folded(
            summary: say("기부자(선택)", "Donors (optional)"), part: rows, isOpen: isUsed)
    }

    private func savedNotice(_ record: ExchangeRecord) -> Notice {
        Notice(
            kind: "success",
            title: say("등록했습니다. ", "Recorded. ")
                + say.text(record.reciprocity.stateText(record.name, on: record.readOn)),
            link: Link(record.exchange.no, visitor.path("/exchanges/\(record.exchange.id)")))
    }

    private func field(
        _ name: String, _ label: String, jump: String? = nil,
        _ change: (inout EntryField) -> Void
    ) -> EntryField {
        EntryFields(visitor: visitor, form: form, problems: problems)
            .text(name, label, jump: jump, change)
    }
}

/// The sides beside each other.
struct Legs: Part {
    /// The field of the API that they are.
    static let list = "legs"

    /// What they are called where something is wrong with their number.
    let label: String
    let groups: [EntryGroup]

    func write(to writer: inout MarkupWriter) {
        writer.element("div", ["class": "legs", "id": EntryField.id(of: Self.list)]) { writer in
            for group in groups { group.write(to: &writer) }
        }
    }
}
