import Hometown

/// 업무협약 등록 화면.
struct AgreementEntryPage {
    static let path = "/agreements/new"
    private static let partiesDefault = 2
    private static let fieldsDefault = 3

    static func signatory(_ row: Int) -> MentionEntry {
        MentionEntry(path: "parties[\(row)].signatory")
    }

    let fields: EntryFields
    var options: MentionOptions = [:]
    var isSentBack = false

    private var say: Phrases { fields.say }

    var sheet: EntrySheet {
        EntrySheet(
            title: say("업무협약 등록", "Record an agreement"),
            lead: say(
                "당사자와 체결한 날만 있으면 적을 수 있습니다. 나머지는 나중에 더합니다.",
                "Parties and day are enough; the rest may follow."),
            path: Self.path, pattern: Self.path, back: "/agreements",
            more: Bilingual("줄 더하기", "More rows"), isSentBack: isSentBack,
            parts: [head, parties, subjects, document, SourceEntry.fields(fields)])
    }

    private var head: EntryGroup {
        let kinds: [(value: String, text: String)] = AgreementDraft.Kind.allCases.map { kind in
            switch kind {
            case .exchange: (kind.rawValue, say("교류강화", "closer exchange"))
            case .friendship: (kind.rawValue, say("우호교류", "friendship"))
            case .sports: (kind.rawValue, say("생활체육", "sports"))
            case .other: (kind.rawValue, say("그 밖", "other"))
            }
        }
        return EntryGroup(
            legend: say("협약", "Agreement"), kind: "line",
            parts: [
                fields.date("signed_on", say("체결한 날", "Signed on"), isFirst: true),
                fields.choice("kind", say("종류", "Kind"), kinds),
            ] + fields.bilingual("title", "제목", "Title")
                + fields.bilingual("place", "장소", "Place") + [
                    fields.date("starts_on", say("효력 시작", "In force from"), help: ""),
                    fields.date("ends_on", say("만료", "Ends"), help: ""),
                    fields.text(
                        "predecessor", say("이전 협약", "Agreement before"),
                        help: say("A- 번호나 이름, 없으면 비움", "Its number A-… or name, or empty")
                    ) { fields.complete(&$0, "agreements") },
                    fields.box("renewal", say("이전 협약의 갱신", "Renews the one before")),
                ])
    }

    private var parties: EntryGroup {
        EntryGroup(
            legend: say("당사자", "Parties"),
            parts: fields.rows(
                "parties", free: Self.partiesDefault, max: AgreementDraft.partiesMax
            ).map { row in
                let signatory = Self.signatory(row)
                return EntryGroup(
                    legend: say("\(row + 1)번 당사자", "Party \(row + 1)"), kind: "line",
                    parts: [
                        fields.government(
                            "parties[\(row)].government", say("지자체", "Government"),
                            jump: row == 0 ? "KeyG" : nil)
                    ]
                        + signatory.parts(
                            say("서명한 사람", "Signed by"), help: say("알려져 있으면", "If it is known"),
                            jump: row == 0 ? "KeyK" : nil, options[signatory.path], fields))
            })
    }

    private var subjects: EntryGroup {
        EntryGroup(
            legend: say("협력 분야, 협약서의 차례대로", "Fields of cooperation, in their order"),
            parts: fields.rows(
                "fields", free: Self.fieldsDefault, max: AgreementDraft.fieldsMax
            ).map { row in
                EntryGroup(
                    legend: say("\(row + 1)번 분야", "Field \(row + 1)"), kind: "line",
                    parts: fields.bilingual("fields[\(row)].name", "분야", "Field"))
            })
    }

    private var document: EntryGroup {
        let kinds: [(value: String, text: String)] =
            [("", say("자료 없음", "No document"))]
            + DocumentDraft.Kind.allCases.map { ($0.rawValue, say.text($0.title)) }
        return EntryGroup(
            legend: say("자료(선택)", "Document (optional)"), kind: "line",
            parts: [fields.choice("documents[0].kind", say("무엇", "What it is"), kinds)]
                + fields.bilingual("documents[0].title", "자료 이름", "Its title")
                + [
                    fields.link("documents[0].link", say("자료의 주소", "Its address")),
                    fields.text(
                        "documents[0].sha256", "SHA-256",
                        help: say("십육진수 64자리", "64 hexadecimal digits")),
                ])
    }
}
