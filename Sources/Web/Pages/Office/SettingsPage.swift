import Hometown
import Ledger

/// 설정 화면. What is set, by whom reports are received, and what is kept for how long.
struct SettingsPage {
    let office: SiteFacts
    let receivers: [RecordedReceiver]
    let state: DeliveryState?
    let deliveries: Leaf<RecordedDelivery>
    let visit: Visit

    private var say: Phrases { visit.say }
    private var path: (String) -> String { visit.visitor.path }

    var screen: Screen {
        let title = say("설정", "Settings")
        return Screen(
            visit.frame(title),
            Title(
                title,
                lead: say(
                    "수신처는 여기서 바꾸고, 나머지 설정은 설정 파일과 환경 변수에서 바꿉니다.",
                    "Receivers are changed here; everything else in files and variables.")),
            [
                visit.done,
                Block(
                    "receivers", say("수신처", "Receivers"),
                    intro: say(
                        "올라온 요약 보고를 저절로 받는 곳입니다.", "Who gets filed reports by themselves."),
                    [receiverTable, adding]),
                Block("deliveries", say("발송", "Deliveries"), [tabs, outbox, deliveries.pager]),
                Block("retention", say("보존 기간", "Kept for how long"), [retention]),
                Block(
                    "settings", say("설정값", "Settings in force"),
                    intro: say(
                        "비밀은 이름만 보입니다. pumasi config show --origin과 같습니다.",
                        "Secrets are named only. The same as pumasi config show --origin."),
                    [settings]),
            ])
    }

    private var adding: LinkRow {
        LinkRow(
            .actions, say("수신처", "Receivers"),
            [
                Link(
                    say("수신처 더하기", "Add a receiver"), path("/settings/receivers/new"),
                    kind: "button")
            ]
        )
    }

    private var receiverTable: any Part {
        guard !receivers.isEmpty else {
            return Empty(
                say(
                    "아직 수신처가 없습니다. 더하면 보고가 올라올 때마다 보냅니다.",
                    "There is none yet. Once added, it gets every report as it is filed."))
        }
        return Table(
            say("이름, 받는 길과 주소, 상태, 기다리는 것", "Name, way and address, state, waiting"),
            columns: [
                .init(say("이름", "Name")), .init(say("주소", "Address")),
                .init(say("상태", "State")), .init(say("보낼 것", "Waiting"), isNumber: true),
                .init(say("그만둔 것", "Given up"), isNumber: true),
            ],
            rows: receivers.map { recorded in
                [
                    Cell(recorded.name, href: path("/settings/receivers/\(recorded.name)")),
                    Cell(recorded.receiver.address, sub: say.way(recorded.receiver.kind)),
                    Cell(Chip(recorded, say)), Cell(say.number(recorded.waiting)),
                    Cell(say.number(recorded.givenUp)),
                ]
            })
    }

    private var tabs: LinkRow {
        let all: [(DeliveryState?, String)] = [(nil, say("모두", "All"))]
        let states = DeliveryState.allCases.map { (Optional($0), Chip($0, say).text) }
        return LinkRow(
            .tabs, say("발송 상태", "State of deliveries"),
            (all + states).map { state, text in
                Link(
                    text,
                    visit.address(
                        without: ["state", "cursor"],
                        adding: state.map { [("state", $0.rawValue)] } ?? []) + "#deliveries",
                    isCurrent: state == self.state)
            })
    }

    private var outbox: any Part {
        guard !deliveries.rows.isEmpty else {
            return Empty(
                say(
                    "아직 보낸 것이 없습니다. 수신처가 있으면 보고가 올라올 때 나타납니다.",
                    "Nothing here. With a receiver, each filed report shows up."))
        }
        let token = visit.viewer?.formKey.token(for: ReceiverPageRoutes.sendPath) ?? ""
        return Table(
            say("보고, 수신처, 상태, 마지막 결과", "Report, receiver, state, what came of it"),
            columns: [
                .init(say("보고", "Report")), .init(say("수신처", "Receiver")),
                .init(say("상태", "State")), .init(say("시도", "Tries"), isNumber: true),
                .init(say("마지막 결과", "Last outcome")), .init(say("다시", "Again")),
            ],
            rows: deliveries.rows.map { delivery in
                let report = "\(say.schedule(delivery.schedule)) \(delivery.period)"
                var again = Cell.empty
                again.form = ButtonForm(
                    action: path("/settings/deliveries/\(delivery.id)/send"),
                    hidden: [(FormKey.field, token)], text: say("다시 보내기", "Send again"),
                    label: say(
                        "\(report)을 \(delivery.receiver)에 다시 보내기",
                        "Send again \(report) to \(delivery.receiver)"))
                return [
                    Cell(report),
                    Cell(delivery.receiver), Cell(Chip(delivery.state, say)),
                    Cell("\(delivery.attempts)"),
                    Cell(
                        delivery.lastText.map(say.text) ?? "-",
                        sub: (delivery.settledAt ?? delivery.dueAt).koreanText), again,
                ]
            })
    }

    private var retention: FactSheet {
        FactSheet([
            Label(say("원장과 보고", "Ledger and reports"), say("영구", "for ever")),
            Label(
                say("권한 기록", "Rights given and taken"),
                say("지우지 않음(3년 이상)", "never deleted (three years at least)")),
            Label(
                say("세션", "Sessions"),
                say("끝나고 다음 로그인 때 지움", "deleted at the next sign-in once over")),
            Label(
                say("틀린 로그인", "Wrong passwords"), say("이틀(이름 없이)", "two days, without names")),
            Label(
                say("개인정보 항목", "Personal fields"),
                say("파기할 때까지(pumasi person erase)", "until erased (pumasi person erase)")),
        ])
    }

    /// A file or a variable is called by its name.
    private func origin(_ origin: String?) -> String {
        switch origin {
        case "default": say("기본값", "default")
        case "flag": say("명령줄", "command line")
        case let origin?: origin
        case nil: "-"
        }
    }

    private var settings: any Part {
        Table(
            say("이름, 값, 어디서 왔는지", "Key, value and where it came from"),
            columns: [
                .init(say("이름", "Key")), .init(say("값", "Value")),
                .init(say("어디서", "Origin")),
            ],
            rows: office.settings.map { line in
                [
                    Cell(line.key, sub: say.text(line.text), kind: "code"),
                    .code(line.value ?? "-"), Cell(origin(line.origin)),
                ]
            })
    }
}

/// 수신처 하나.
struct ReceiverPage {
    let recorded: RecordedReceiver
    let changes: [RecordedReceiverChange]
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let receiver = recorded.receiver
        return Screen(
            visit.frame("\(recorded.name) - \(say("수신처", "Receiver"))"),
            Title(
                recorded.name, kind: say("수신처", "Receiver"), chip: Chip(recorded, say),
                lead: say.way(receiver.kind), actions: actions),
            [
                visit.done,
                Block(
                    "facts", say("무엇을 어디로", "What goes where"),
                    [
                        FactSheet([
                            Label(say("주소", "Address"), receiver.address),
                            Label(say("예약 작업", "Schedules"), list(receiver.schedules)),
                            Label(say("형식", "Formats"), list(receiver.formats)),
                            Label(say("보낼 것", "Waiting"), say.count(recorded.waiting)),
                            Label(
                                say("그만둔 것", "Given up"), say.count(recorded.givenUp),
                                href: visit.visitor.path("/settings") + "?state=given_up"),
                        ])
                    ]),
                Block("changes", say("바뀐 내력", "Changes"), [timeline]),
            ])
    }

    private var actions: [Link?] {
        func act(_ path: String, _ text: String) -> Link {
            Link(
                text, visit.visitor.path("/settings/receivers/\(recorded.name)/\(path)"),
                kind: "button")
        }
        return [
            act("switch", recorded.isOn ? say("끄기", "Switch off") : say("켜기", "Switch on")),
            recorded.receiver.kind == .webhook
                ? act("secret", say("비밀키 바꾸기", "Renew the secret")) : nil,
        ]
    }

    /// None chosen means all of them.
    private func list(_ words: [String]) -> String {
        words.isEmpty ? say("모두", "all") : words.joined(separator: ", ")
    }

    private var timeline: Timeline {
        Timeline(
            label: say("바뀐 내력", "Changes"),
            events: changes.map { change in
                return Timeline.Event(
                    when: say.day(change.changedAt.koreanDate), what: say.text(change.action.title),
                    detail: [change.note, visit.staff[change.author]].compactMap(\.self)
                        .joined(separator: ", "), recorded: say.moment(change.changedAt))
            })
    }
}

extension Phrases {
    fileprivate func way(_ kind: Receiver.Kind) -> String { text(kind.title) }
}

extension Chip {
    fileprivate init(_ recorded: RecordedReceiver, _ say: Phrases) {
        let kind = recorded.isOn ? "standing" : "skipped"
        self.init(kind, say.text(OnOff(recorded.isOn).title))
    }

    init(_ state: DeliveryState, _ say: Phrases) {
        let kind =
            switch state {
            case .waiting: "open"
            case .sent: "filed"
            case .givenUp: "failed"
            }
        self.init(kind, say.text(state.title))
    }
}
