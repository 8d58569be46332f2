import Hometown

/// 입력지. A page with one form on it: what it is for, its fields, and where it leads.
struct EntrySheet {
    /// A button beside the one that saves: the form comes back with something done to it.
    static let moreButton = "more"

    let title: String
    /// What it belongs to, above the title.
    var kind: String?
    var lead: String?
    /// Of the page in Korean, with what stands in it; the form is sent there too.
    let path: String
    /// Of its route.
    let pattern: String
    /// In Korean, where whoever gives up goes.
    let back: String
    var button = Bilingual("저장", "Save")
    /// What `moreButton` adds; `nil`: there is nothing to add.
    var more: Bilingual?
    /// What was recorded a moment ago.
    var notice: (any Part)?
    /// Whether it was filled in by the server: a draft of the browser's is older.
    var isSentBack = false
    /// Whether the answer is a file: the page stays, and may be asked again.
    var isDownload = false
    let parts: [any Part]
    /// Below the form.
    var after: [any Part] = []

    func form(
        _ visitor: Visitor, _ problems: EntryProblems, _ hidden: [(name: String, value: String)]
    ) -> [any Part] {
        let say = visitor.say
        var buttons = [EntryForm.Button(text: say.text(button), isPrimary: true)]
        if let more {
            buttons.append(
                EntryForm.Button(text: say.text(more), name: Self.moreButton, value: "1"))
        }
        let parts: [(any Part)?] = [
            Title(title, kind: kind, lead: lead), notice,
            EntryForm(
                action: visitor.path(path), label: title, hidden: hidden, problems: problems,
                attributes: [
                    ("data-entry", ""), ("data-close", visitor.path(back)),
                    (
                        "data-leaving",
                        say("입력한 내용을 버리고 닫을까요?", "Close and drop what you typed?")
                    ), ("data-draft", path), ("data-answered", notice == nil ? nil : ""),
                    ("data-refused", isSentBack || !problems.isEmpty ? "" : nil),
                    ("data-download", isDownload ? "" : nil),
                ],
                parts: [DraftNote(say: say)] + self.parts, buttons: buttons,
                cancel: Link(say("그만두기", "Cancel"), visitor.path(back))),
        ]
        return parts.compactMap(\.self) + after
    }
}
