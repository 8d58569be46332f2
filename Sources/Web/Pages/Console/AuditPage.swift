import Hometown
import Ledger

/// 감사 기록. Who did what with whose data, when and from where; what the last verification found;
/// and evidence to take away.
struct AuditPage {
    struct Question {
        let filter: AuditFilter
    }

    let question: Question
    let page: AuditRecords
    let verification: AuditRecord?
    let isVerifying: Bool
    let visit: Visit

    private static let names = ["author", "subject", "action", "from", "to"]

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame(say("감사 기록", "Audit")),
            Title(
                say("감사 기록", "Audit"),
                lead: say(
                    "등록, 열람, 내려받기, 로그인을 모두 남깁니다. 고치거나 지울 수 없고 2년 동안 보관합니다.",
                    "Whatever is recorded, read, taken away or signed in to. Nothing of it can be "
                        + "changed; it is kept for two years."),
                actions: [
                    Link(say("원장 검증", "Verification"), "#verification"),
                    Link(say("증거 묶음", "Evidence"), "#bundle"),
                ]),
            [
                form, Block("list", [table, pager]),
                Columns(parts: [verificationBlock, bundleBlock]),
            ])
    }

    private var form: FilterForm {
        let deeds =
            [("", say("모두", "All"))]
            + AuditRecord.Deed.all.map { ($0.name, $0.title.text(in: visit.language)) }
        return FilterForm(
            action: visit.address(without: Set(AuditPage.names + ["cursor"])),
            label: say("조건", "Filters"), submit: say("조회", "Show"),
            fields: [
                .init(
                    name: "author", label: say("누가", "Who"),
                    value: visit.query["author"] ?? "", hint: say("아이디", "login")),
                .init(
                    name: "subject", label: say("누구의 것", "Whose"),
                    value: visit.query["subject"] ?? "", hint: "D-2026-000123"),
                .init(
                    name: "action", label: say("무엇을", "What"),
                    value: visit.query["action"] ?? "", options: deeds),
                .init(
                    name: "from", label: say("부터", "From"), value: visit.query["from"] ?? "",
                    hint: "2026-01-01", inputMode: "numeric"),
                .init(
                    name: "to", label: say("까지", "To"), value: visit.query["to"] ?? "",
                    hint: "2026-12-31", inputMode: "numeric"),
            ])
    }

    private var table: any Part {
        guard !page.records.isEmpty else {
            return Empty(
                page.next == nil
                    ? say(
                        "조건에 맞는 기록이 없습니다. 조건을 줄여 보십시오.",
                        "No record fits. Try fewer filters.")
                    : say(
                        "이 쪽에서 살펴본 기록에는 없습니다. 다음으로 이어 찾으십시오.",
                        "None among those looked through so far. Go on to the next page."))
        }
        return Table(
            say(
                "때, 누가, 무엇을, 누구의 것, 어디서, 사유", "When, who, what, whose, from where and why"),
            columns: [
                .init(say("때", "When")), .init(say("누가", "Who")), .init(say("무엇을", "What")),
                .init(say("누구의 것", "Whose")), .init(say("어디서", "From")),
                .init(say("사유", "Reason")),
            ], rows: page.records.map(row), kind: "cards audit")
    }

    private func row(_ record: AuditRecord) -> [Cell] {
        let author = record.author
        return [
            Cell(say.day(record.at.koreanDate), sub: time(of: record), isSubCode: true),
            Cell(
                record.name ?? author?.name ?? "-",
                sub: author.map { one in
                    record.name == nil ? one.kind.title.text(in: visit.language) : one.name
                }),
            Cell(record.deed.title.text(in: visit.language), sub: record.scope, isSubCode: true),
            whose(record), .code(record.address ?? "-"), Cell(record.reason ?? ""),
        ]
    }

    /// 21:31:05, in Korea: here a minute is too long.
    private func time(of record: AuditRecord) -> String {
        let second = String(record.at.koreanTime.second)
        return "\(Notation.time(record.at)):\(second.count == 1 ? "0" : "")\(second)"
    }

    private func whose(_ record: AuditRecord) -> Cell {
        let title = record.kind.map { $0.title.text(in: visit.language) } ?? ""
        if let proof = record.proof, let id = record.subjects.first {
            return .code(proof.no, href: place(record.kind, id), sub: title)
        }
        guard let first = record.subjects.first else {
            return record.subjectCount == 0
                ? .empty : Cell("\(title) \(say.count(record.subjectCount))".tidied)
        }
        let others = record.subjectCount - 1
        return .code(
            record.firstNo ?? first.description, href: place(record.kind, first),
            sub: others == 0
                ? title
                : say(
                    "\(title) 외 \(say.count(others))", "\(title), and \(say.number(others)) more"))
    }

    private func place(_ kind: Entry.Kind?, _ id: Identifier) -> String? {
        switch kind {
        case .donation: visit.visitor.path("/donations/\(id)")
        case .person: visit.visitor.path("/people/\(id)")
        default: nil
        }
    }

    private var pager: LinkRow {
        var links: [Link] = []
        if visit.query["cursor"]?.isEmpty == false {
            links.append(Link(say("처음", "First"), visit.address(without: ["cursor"])))
        }
        if let next = page.next {
            let cursor = Cursor(keys: next.keys).text
            links.append(Link(say("다음", "Next"), visit.address(adding: [("cursor", cursor)])))
        }
        return LinkRow(.pager, say("쪽", "Pages"), links)
    }

    // Verification and evidence

    private var verificationBlock: Block {
        Block(
            "verification", say("원장 검증", "Verification"),
            intro: say(
                "모든 항목에서 해시, 나무, 표를 다시 계산해 저장된 것과 비교합니다.",
                "Computes hashes, tree and tables once more from every entry and compares them "
                    + "with what is stored."),
            [
                notice,
                visit.viewer.map { viewer in
                    EntryForm(
                        action: visit.visitor.path("\(AuditRoutes.pagePath)/verifications"),
                        label: say("원장 검증", "Verification"),
                        hidden: [token(viewer, "verifications")], parts: [],
                        buttons: [.init(text: say("지금 검증", "Verify now"))])
                },
            ])
    }

    private var notice: Notice {
        if isVerifying {
            return Notice(
                kind: "information", title: say("검증하고 있습니다", "A verification is under way"),
                text: say(
                    "이 화면을 떠나도 계속합니다. 새로고침하면 결과가 나옵니다.",
                    "It goes on without this page. Load the page anew for the result."))
        }
        guard let verification, let line = verification.scope else {
            return Notice(
                kind: "warning", title: say("아직 검증하지 않았습니다", "Not verified yet"))
        }
        let isGood = line.hasPrefix("ok ")
        return Notice(
            kind: isGood ? "success" : "danger",
            title: isGood
                ? say("이상 없음", "All is as it was recorded")
                : say("이상이 있습니다", "Something is wrong"),
            text: say.moment(verification.at), items: [line])
    }

    private var bundleBlock: Block {
        Block(
            "bundle", say("증거 묶음", "Evidence"),
            intro: say(
                "며칠 동안의 항목, 해시, 포함 증명, 체크포인트, 접속기록, 요약 보고를 ZIP으로 받습니다.",
                "Entries, hashes, proofs, checkpoint, access log and reports of some days: a ZIP."),
            [visit.viewer.map(bundleForm)])
    }

    private func bundleForm(_ viewer: Viewer) -> EntryForm {
        var from = EntryField("from", say("첫날", "First day"))
        var to = EntryField("to", say("끝날", "Last day"))
        from.inputMode = "numeric"
        to.inputMode = "numeric"
        from.value = (question.filter.from ?? visit.today.adding(days: -30)).description
        to.value = (question.filter.to ?? visit.today).description
        return EntryForm(
            action: visit.visitor.path("\(AuditRoutes.pagePath)/bundle"),
            label: say("증거 묶음", "Evidence"), hidden: [token(viewer, "bundle")],
            parts: [from, to, EntryField.reason(say)],
            buttons: [.init(text: say("내려받기", "Download"))])
    }

    private func token(_ viewer: Viewer, _ form: String) -> (name: String, value: String) {
        (FormKey.field, viewer.formKey.token(for: "\(AuditRoutes.pagePath)/\(form)"))
    }
}

extension EntryField {
    /// 사유. Why personal data leaves the ledger (R26).
    static func reason(_ say: Phrases) -> EntryField {
        var field = EntryField("reason", say("내려받는 사유", "Why it is taken away"))
        field.help = say("접속기록에 남습니다.", "It stands in the access log.")
        field.isRequired = true
        field.lengthMax = Access.textCharactersMax
        return field
    }
}
