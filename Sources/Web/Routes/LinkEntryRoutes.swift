import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 기부 연결. `/exchanges/{id}/links`: says that a donation on record goes along a leg of an
/// exchange, a proposed one or any other, or takes that back.
struct LinkEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let pattern = LinkEntryPage.pattern
    /// Proposals on the page.
    private static let candidatesMax = 20

    var routes: [Route] { show + send }

    private var show: [Route] {
        Console.get(
            Self.pattern, roles: Role.clerks, "linkEntry",
            Bilingual("기부 연결 화면", "The page for linking a donation")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let record = try await ledger.exchange(context.id()).found()
            return try await page(
                visitor, viewer, record, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var send: [Route] {
        Console.post(
            Self.pattern, roles: Role.clerks, "linkEntryAdd",
            Bilingual("기부 연결 기록", "Link a donation"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let record = try await ledger.exchange(context.id()).found()
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            if let draft = try await draft(context.form, record, &problems) {
                let answer = try await ledger.record(draft, request: context.writing)
                if desk.receipt(of: answer, &problems, at: LinkEntryPage.place) != nil {
                    return desk.saved(
                        context, at: visitor.path("/exchanges/\(record.exchange.id)"))
                }
            }
            return try await page(visitor, viewer, record, context.form, problems)
        }
    }

    /// - Returns: `nil` after problems were added.
    private func draft(
        _ form: PostedForm, _ record: ExchangeRecord, _ problems: inout EntryProblems
    ) async throws -> LinkDraft? {
        // What is typed counts before what is ticked.
        let asked =
            form.text(LinkEntryPage.numberField) ?? form.text(LinkEntryPage.candidateField)
        guard let asked else {
            problems.add(
                LinkEntryPage.numberField,
                problems.say(
                    "후보를 고르거나 기부의 번호를 쓰십시오.", "Choose a proposal, or give a donation's number.")
            )
            return nil
        }
        let donation = try await desk.donation(
            numbered: asked, at: LinkEntryPage.numberField, &problems)
        guard let donation, problems.isEmpty else { return nil }
        do {
            let body = try FormBody(fields: [
                "donation_id": donation.description, "leg_id": form.text("leg_id"),
                "reason": form.text("reason"),
            ])
            var draft = try LinkForm.draft(body, of: record.exchange.id, today: desk.today())
            draft.isLinked = form["linked"] != "no"
            return draft
        } catch {
            problems.add(error)
            return nil
        }
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ record: ExchangeRecord, _ form: PostedForm,
        _ problems: EntryProblems
    ) async throws -> Response {
        let candidates = try await ledger.candidates(
            CandidateFilter(exchange: record.exchange.id), rowsMax: Self.candidatesMax)
        let page = LinkEntryPage(
            fields: EntryFields(visitor: visitor, form: form, problems: problems),
            record: record, candidates: candidates,
            governments: try await ledger.governments())
        return try await desk.show(page.sheet, visitor, viewer, problems)
    }
}
