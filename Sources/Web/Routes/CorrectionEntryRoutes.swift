import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 정정·취소·반환. `/donations/{id}/correct`: filled in, looked at, and only then recorded.
struct CorrectionEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let path = CorrectionEntryPage.path
    /// The hidden field that says which version its author has seen.
    private static let versionField = "version"

    var routes: [Route] { show + send }

    private var show: [Route] {
        Console.get(
            Self.path, roles: EntryDesk.clerks, "correctionEntry",
            Bilingual("정정 화면", "The page for correcting a donation")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let donation = try await ledger.donation(context.id()).found()
            let registry = try await ledger.governments()
            return try await page(
                visitor, viewer, donation, Self.asItStands(donation, registry, visitor),
                EntryProblems(visitor.say))
        }
    }

    private var send: [Route] {
        Console.post(
            Self.path, roles: EntryDesk.clerks, "correctionEntryAdd",
            Bilingual("정정, 취소, 반환 기록", "Record a correction"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let donation = try await ledger.donation(context.id()).found()
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            guard let draft = try await draft(context.form, donation, visitor, &problems),
                context.form["again"] == nil
            else { return try await page(visitor, viewer, donation, context.form, problems) }
            guard context.form["confirm"] != nil else {
                return try await page(
                    visitor, viewer, donation, context.form, problems, foreseeing: draft)
            }
            let seen = context.form[Self.versionField].flatMap { Int($0) }
            switch try await ledger.correct(draft, version: seen, request: context.writing) {
            case .answered(let answer):
                if desk.receipt(of: answer, &problems) != nil {
                    return Console.seeOther(visitor.path("/donations/\(donation.id)"))
                }
            case .unknown: throw WebContext.nothingThere
            case .stale:
                problems.add(
                    "",
                    visitor.say(
                        "그 사이에 다른 사람이 정정했습니다. 지금 내용을 확인하고 다시 하십시오.",
                        "Somebody corrected it meanwhile. Look at what stands now and repeat."))
            }
            let current = try await ledger.donation(donation.id).found()
            return try await page(visitor, viewer, current, context.form, problems)
        }
    }

    /// What stands, as the form would be filled in to say it.
    private static func asItStands(
        _ donation: RecordedDonation, _ registry: GovernmentRegistry, _ visitor: Visitor
    ) -> PostedForm {
        PostedForm([
            ("changes.donated_on", donation.donatedOn.text),
            (
                "changes.recipient",
                donation.recipient.map { registry.fullName(of: $0).text(in: visitor.language) }
                    ?? ""
            ),
            ("changes.amount", donation.amount.map { "\($0.amount)" } ?? "미공개"),
        ])
    }

    /// What the form asks for; fields that read as they did are no changes.
    private func draft(
        _ form: PostedForm, _ donation: RecordedDonation, _ visitor: Visitor,
        _ problems: inout EntryProblems
    ) async throws -> CorrectionDraft? {
        let registry = try await ledger.governments()
        let before = Self.asItStands(donation, registry, visitor)
        var form = form
        let isAmending = form["action"] == CorrectionAction.amend.rawValue
        for (name, value) in before.fields where !isAmending || form[name]?.tidied == value {
            form.drop(name)
        }
        if form["action"] != CorrectionAction.return.rawValue {
            for name in ["ground", "returned_on", "receipt_recalled"] { form.drop(name) }
        }
        var shape = PostedObject.Shape()
        shape.flags = ["receipt_recalled"]
        let posted = PostedObject(form, names: Set(CorrectionForm.names), shape: shape)
        do {
            let draft = try CorrectionForm.draft(
                FormBody(object: posted.object), of: donation.id, today: desk.today(),
                keyed: ledger.secret.donor)
            if isAmending, draft.changes.isEmpty, draft.earmarks.isEmpty {
                problems.add(
                    "changes.donated_on",
                    visitor.say(
                        "고칠 내용이 없습니다. 바뀐 항목을 쓰거나 취소를 고르십시오.",
                        "Nothing reads otherwise. Change an item, or choose to reverse it."))
            }
            if draft.reason == nil {
                problems.add(
                    "reason",
                    visitor.say("사유를 쓰십시오. 기록에 남습니다.", "Give the reason; it is recorded."))
            }
            return problems.isEmpty ? draft : nil
        } catch {
            problems.add(error)
            return nil
        }
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ donation: RecordedDonation, _ form: PostedForm,
        _ problems: EntryProblems, foreseeing draft: CorrectionDraft? = nil
    ) async throws -> Response {
        let registry = try await ledger.governments()
        let page = CorrectionEntryPage(
            visitor: visitor, donation: donation, registry: registry, form: form,
            problems: problems,
            hidden: desk.hidden(viewer, for: Self.path) + [
                (Self.versionField, "\(donation.settlement.step)")
            ], preview: draft.map { preview($0, donation, registry, visitor, form) })
        return try await desk.page(
            page.title, at: "/donations/\(donation.id)/correct", for: visitor,
            status: problems.isEmpty ? .ok : .unprocessableContent, page.parts)
    }

    private func preview(
        _ draft: CorrectionDraft, _ donation: RecordedDonation, _ registry: GovernmentRegistry,
        _ visitor: Visitor, _ form: PostedForm
    ) -> CorrectionEntryPage.Preview {
        let say = visitor.say
        let before = Self.asItStands(donation, registry, visitor)
        let labels = [
            ("changes.donated_on", say("기부일", "Day")),
            ("changes.recipient", say("받는 지자체", "Recipient")),
            ("changes.amount", say("금액", "Amount")),
        ]
        let isAmending = draft.action == .amend
        let changes = labels.map { name, label in
            (
                label: label, before: before[name] ?? "-",
                after: isAmending ? form[name] ?? "-" : Self.fate(draft.action, say)
            )
        }
        var effects = [say("사유: ", "Reason: ") + (draft.reason ?? "")]
        if let amount = donation.amount, draft.action != .restore {
            effects.append(
                say(
                    "지금 기부 \(Notation.amount(amount, in: .korean))은 합계와 상한에서 빠집니다.",
                    "The present \(Notation.amount(amount, in: .english)) leaves totals and cap."))
        }
        if donation.exchange != nil {
            effects.append(
                say(
                    "상호기부의 균형을 다시 셈합니다.", "The balance of its exchange is worked out anew."))
        }
        return CorrectionEntryPage.Preview(changes: changes, effects: effects)
    }

    private static func fate(_ action: CorrectionAction, _ say: Phrases) -> String {
        switch action {
        case .amend: say("고쳐 적음", "as amended")
        case .reverse: say("취소됨", "reversed")
        case .return: say("반환됨", "returned")
        case .restore: say("되살림", "restored")
        }
    }
}
