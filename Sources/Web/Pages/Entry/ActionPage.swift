import Hometown
import Ledger

/// 처리 화면. A page on which one thing is done: what it is done to, a few fields and one button.
struct ActionPage {
    /// The button of a page that shows what would be done is sent with this name.
    static let confirmation = "confirm"
    /// The button that only shows what would be done is sent with this name.
    static let preview = "preview"

    let title: String
    /// What it is done to.
    let kind: String
    var lead: String?
    /// What should be known before.
    var before: [any Part] = []
    var fields: [any Part] = []
    let button: String
    /// The button once it was shown what would be done.
    var confirming: String?
    /// A second button, which shows what would be done where the first does it at once.
    var previewing: String?
    /// Of the fields, those that showing what would be done does without: they stay open beside it.
    var remaining: [EntryField] = []
    /// Whether the browser keeps what is typed until it is sent: not where all of it is secret.
    var isDrafted = true
    /// Whether whoever looks can do it; else no form is offered.
    var isOffered = true
    /// Where it began, in Korean.
    let back: String

    func parts(
        _ turn: ActionTurn, at address: String, hidden: [(name: String, value: String)]
    ) -> [any Part] {
        guard isOffered else {
            let problems: [any Part] = turn.problems.isEmpty ? [] : [turn.problems]
            return parts(turn, shown: problems + before)
        }
        return [head] + before + [
            form(
                turn, at: address, hidden, fields: fields,
                isSentBack: !turn.problems.isEmpty,
                buttons: [
                    EntryForm.Button(text: button, isPrimary: true),
                    previewing.map {
                        EntryForm.Button(text: $0, name: ActionPage.preview, value: "1")
                    },
                ].compactMap(\.self))
        ]
    }

    /// What would be done, and the same form with nothing left but what remains and to say yes.
    func parts(
        _ turn: ActionTurn, at address: String, hidden: [(name: String, value: String)],
        foreseen: [any Part]
    ) -> [any Part] {
        let shown = hidden.map { $0.name } + remaining.map { $0.name } + [ActionPage.preview]
        let kept = turn.form.fields.filter { !shown.contains($0.name) }
        return [head] + foreseen + [
            form(
                turn, at: address, hidden + kept, fields: remaining, isSentBack: true,
                buttons: [
                    EntryForm.Button(
                        text: confirming ?? button, name: ActionPage.confirmation, value: "1",
                        isPrimary: true)
                ])
        ]
    }

    /// What was done, shown this once.
    func parts(_ turn: ActionTurn, shown: [any Part]) -> [any Part] {
        [head] + shown + [
            LinkRow(.pager, title, [Link(turn.say("돌아가기", "Go back"), turn.visitor.path(back))])
        ]
    }

    private var head: any Part { Title(title, kind: kind, lead: lead) }

    /// - Parameter isSentBack: whether the server filled it in: a draft of the browser's is older.
    private func form(
        _ turn: ActionTurn, at address: String, _ hidden: [(name: String, value: String)],
        fields: [any Part], isSentBack: Bool, buttons: [EntryForm.Button]
    ) -> EntryForm {
        let drafted: [MarkupWriter.Attribute] = [
            ("data-draft", address), ("data-refused", isSentBack ? "" : nil),
        ]
        let note: [any Part] =
            isDrafted && !fields.isEmpty ? [DraftNote(say: turn.say)] : []
        return EntryForm(
            action: address, label: title, hidden: hidden, problems: turn.problems,
            attributes: isDrafted ? drafted : [], kind: "entry short", parts: note + fields,
            buttons: buttons,
            cancel: Link(turn.say("그만두기", "Cancel"), turn.visitor.path(back)))
    }
}
