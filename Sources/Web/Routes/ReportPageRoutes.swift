import Hometown
import Ledger

/// 보고 보내기. `/reports/{id}/send`: a filed report goes to a receiver, once more or for the first
/// time.
struct ReportPageRoutes: Sendable {
    let entry: EntryDesk

    private var ledger: Ledger { entry.ledger }

    var routes: [Route] {
        entry.action(
            "/reports/{id}/send", roles: [.manager], "sendReportForm",
            Bilingual("보고 보내기", "Send a report")
        ) { turn in
            let summary = try await ledger.summary(turn.id()).found().summary
            let say = turn.say
            let receivers = try await ledger.receivers().filter(\.isOn)
            let back = "/reports/\(summary.id)"
            let receiver = turn.field(
                "receiver", say("수신처", "Receiver"),
                .choice(
                    [("", say("고르십시오", "Choose"))]
                        + receivers.map { ($0.name, "\($0.name): \($0.receiver.address)") }))
            return ActionPage(
                title: say("보고 보내기", "Send a report"), kind: summary.no,
                lead: summary.title.text(in: turn.visitor.language),
                before: receivers.isEmpty
                    ? [
                        Empty(
                            say(
                                "켜진 수신처가 없습니다. 운영자에게 설정 화면에서 더해 달라고 하십시오.",
                                "No receiver is on. Ask an operator to add one under Settings."))
                    ] : [],
                fields: [receiver], button: say("보내기", "Send it"), back: back)
        } perform: { turn in
            let id = try turn.id()
            guard let name = turn.form.text("receiver") else {
                turn.problems.add(
                    "receiver", turn.say("수신처를 고르십시오.", "Choose a receiver."))
                return .refused
            }
            let sent = try await turn.attempt { try await ledger.send(id, to: name) }
            return sent == nil ? .refused : .done(Done.sent.at("/reports/\(id)"))
        }
    }
}
