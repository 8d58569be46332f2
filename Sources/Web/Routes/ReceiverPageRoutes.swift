import Hometown
import Ledger

/// 설정 화면. `/settings`: what is set and where it came from, who gets the reports, and what became of
/// them on the way.
struct ReceiverPageRoutes: Sendable {
    static let sendPath = "/settings/deliveries/{id}/send"

    let reading: PageDesk
    let entry: EntryDesk
    let office: SiteFacts

    private static let path = "/settings"
    private static let receivers = path + "/receivers"
    private static let one = receivers + "/{name}"
    private static let deliveriesMax = 20

    private var ledger: Ledger { entry.ledger }

    var routes: [Route] { settings + add + show + flip + renew + send }

    private var settings: [Route] {
        reading.console(
            Self.path, "settingsPage", Bilingual("설정", "Settings"), roles: [.operator],
            [
                .init(
                    "state", .words(DeliveryState.self), Bilingual("발송 상태", "State of deliveries")),
                PageDesk.cursor,
            ]
        ) { visit in
            let state = try visit.value("state") { DeliveryState(rawValue: $0) }
            let rows = try await ledger.deliveries(
                state, before: visit.cursor(), rowsMax: Self.deliveriesMax + 1)
            return SettingsPage(
                office: office, receivers: try await ledger.receivers(), state: state,
                deliveries: Leaf(rows, visit, rowsMax: Self.deliveriesMax) { $0.number },
                visit: visit
            ).screen
        }
    }

    private var show: [Route] {
        reading.console(
            Self.one, "receiverPage", Bilingual("수신처", "A receiver"), roles: [.operator]
        ) { visit in
            let recorded = try await ledger.receiver(visit.parameter("name")).found()
            return ReceiverPage(
                recorded: recorded,
                changes: try await ledger.changes(
                    of: recorded, rowsMax: RecordedReceiver.changesMax),
                visit: visit
            ).screen
        }
    }

    private func known(_ turn: ActionTurn) async throws -> RecordedReceiver {
        try await ledger.receiver(turn.parameter("name")).found()
    }

    private var add: [Route] {
        entry.action(
            Self.receivers + "/new", roles: [.operator], "addReceiverForm",
            Bilingual("수신처 더하기", "Add a receiver")
        ) { turn in
            Self.form(turn)
        } perform: { turn in
            let (object, today) = (Self.object(turn.form), turn.today)
            let author = turn.viewer.author
            let added = try await turn.attempt {
                let form = try ReceiverForm(FormBody(object: object), today: today)
                return try await ledger.addReceiver(
                    form.receiver, note: form.note, author: author)
            }
            guard let added else { return .refused }
            guard added.receiver.kind == .webhook else {
                return .done(Done.made.at(Self.receivers + "/\(added.name)"))
            }
            return .shown(secret(of: added, turn.say))
        }
    }

    private static func form(_ turn: ActionTurn) -> ActionPage {
        let say = turn.say
        var name = turn.field(
            "name", say("이름", "Name"),
            help: say("영문 소문자, 숫자, 하이픈. 예: office-share", "As in office-share."))
        name.isRequired = true
        name.isFocused = turn.problems.isEmpty
        var address = turn.field(
            "address", say("주소", "Address"),
            help: say(
                "디렉터리는 /srv/reports, 웹훅은 https://…, 우편은 이름@기관을 쉼표로 나누어",
                "A directory as /srv/reports, a webhook as https://…, mail as name@office, "
                    + "divided by commas."))
        address.isRequired = true
        return ActionPage(
            title: say("수신처 더하기", "Add a receiver"), kind: say("설정", "Settings"),
            lead: say(
                "더한 뒤에 올라오는 보고부터 받습니다.", "It gets what is filed from now on."),
            fields: [
                name,
                turn.field(
                    "kind", say("받는 길", "By what way"),
                    .radios([
                        (Receiver.Kind.directory.rawValue, say("디렉터리", "directory")),
                        (Receiver.Kind.webhook.rawValue, say("웹훅", "webhook")),
                        (Receiver.Kind.mail.rawValue, say("전자우편", "mail")),
                    ]), initially: Receiver.Kind.directory.rawValue), address,
                turn.field(
                    "schedules", say("예약 작업", "Schedules"),
                    help: say(
                        "이름을 쉼표로 나누어. 비우면 모두", "Names, divided by commas; empty for all.")),
                turn.field(
                    "formats", say("형식", "Formats"),
                    help: say(
                        "hwpx, xlsx처럼 쉼표로 나누어. 비우면 모두",
                        "As hwpx, xlsx, divided by commas; empty for all.")),
                turn.reason("note", isRequired: false),
            ], button: say("더하기", "Add it"), back: path)
    }

    /// The form as the interface would be sent it: what is divided by commas is a list there.
    private static func object(_ form: PostedForm) -> JSONObject {
        var object = JSONObject()
        for name in ["name", "kind", "address", "note"] {
            if let text = form.text(name) { object.append(name, .string(text)) }
        }
        for name in ["schedules", "formats"] {
            let words = (form[name] ?? "").split(separator: ",").map { String($0).tidied }
                .filter { !$0.isEmpty }
            if !words.isEmpty { object.append(name, .array(words.map { .string($0) })) }
        }
        return object
    }

    private func secret(of recorded: RecordedReceiver, _ say: Phrases) -> [any Part] {
        [
            Notice(
                kind: "success",
                title: say(
                    "웹훅 \(recorded.name)의 비밀키", "The secret of the webhook \(recorded.name)"),
                text: say(
                    "지금 한 번만 보입니다. 받는 쪽은 이 키로 서명을 확인합니다(Standard Webhooks).",
                    "Shown this once. The receiver checks signatures with it (Standard "
                        + "Webhooks).")),
            Verbatim(text: ledger.secret(of: recorded).text, label: say("비밀키", "Secret")),
        ]
    }

    /// 켜고 끄기.
    private var flip: [Route] {
        entry.action(
            Self.one + "/switch", roles: [.operator], "switchReceiverForm",
            Bilingual("수신처 켜고 끄기", "Switch a receiver")
        ) { turn in
            let recorded = try await known(turn)
            let say = turn.say
            return ActionPage(
                title: recorded.isOn
                    ? say("수신처 끄기", "Switch it off") : say("수신처 켜기", "Switch it on"),
                kind: recorded.name,
                lead: recorded.isOn
                    ? say(
                        "새 보고를 보내지 않습니다. 기다리던 것은 켤 때까지 기다립니다.",
                        "Nothing new is sent; what waits goes on waiting.")
                    : say("새 보고부터 다시 보냅니다.", "What is filed from now on is sent again."),
                fields: [turn.reason("note", isRequired: false)],
                button: recorded.isOn ? say("끄기", "Off") : say("켜기", "On"),
                back: Self.receivers + "/\(recorded.name)")
        } perform: { turn in
            let recorded = try await known(turn)
            let (author, note) = (turn.viewer.author, turn.form.text("note"))
            let switched = try await turn.attempt {
                try await ledger.switchReceiver(
                    recorded.name, on: !recorded.isOn, note: note, author: author)
            }
            return switched == nil
                ? .refused : .done(Done.changed.at(Self.receivers + "/\(recorded.name)"))
        }
    }

    private var renew: [Route] {
        entry.action(
            Self.one + "/secret", roles: [.operator], "renewReceiverSecretForm",
            Bilingual("웹훅 비밀키 바꾸기", "Renew a webhook's secret")
        ) { turn in
            let recorded = try await known(turn)
            let say = turn.say
            return ActionPage(
                title: say("비밀키 바꾸기", "Renew the secret"), kind: recorded.name,
                lead: say(
                    "이제부터 새 키로 서명합니다. 받는 쪽에 새 키를 넣을 때까지 확인에 실패할 수 있습니다.",
                    "From now on the new one signs; the receiver fails to verify until it has "
                        + "it."),
                fields: [turn.reason("note", isRequired: false)],
                button: say("바꾸기", "Renew it"), back: Self.receivers + "/\(recorded.name)")
        } perform: { turn in
            let (name, author) = (turn.parameter("name"), turn.viewer.author)
            let note = turn.form.text("note")
            let renewed = try await turn.attempt {
                try await ledger.renewSecret(ofReceiver: name, note: note, author: author)
            }
            guard let renewed else { return .refused }
            return .shown(secret(of: renewed, turn.say))
        }
    }

    /// 다시 보내기. The same delivery under the same id.
    private var send: [Route] {
        entry.action(
            Self.sendPath, roles: [.operator], "sendAgainForm",
            Bilingual("다시 보내기", "Send once more")
        ) { turn in
            ActionPage(
                title: turn.say("다시 보내기", "Send once more"),
                kind: turn.say("설정", "Settings"),
                lead: turn.say(
                    "같은 식별자로 다시 보냅니다. 이미 받은 쪽은 알아보고 버립니다.",
                    "It goes under the same id; whoever has it already knows it again."),
                button: turn.say("보내기", "Send it"), back: Self.path)
        } perform: { turn in
            let id = try turn.id()
            let sent = try await turn.attempt { try await ledger.sendAgain(id) }
            return sent == nil ? .refused : .done(Done.sent.at(Self.path))
        }
    }
}
