import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 한쪽 기부 등록. `/exchanges/{id}/legs`: adds a leg to an exchange on record, or mends one.
struct LegEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let pattern = LegEntryPage.pattern

    var routes: [Route] { show + send }

    private var show: [Route] {
        Console.get(
            Self.pattern, roles: Role.clerks, "legEntry",
            Bilingual("한쪽 기부 화면", "The page for a leg of an exchange")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let record = try await ledger.exchange(context.id()).found()
            let awaited = record.legs.first { !$0.leg.isGiven }
            let form = PostedForm([
                ("on", desk.today().description),
                (LegEntryPage.replacedField, awaited.map { "\($0.id)" } ?? ""),
            ])
            return try await page(visitor, viewer, record, form, EntryProblems(visitor.say))
        }
    }

    private var send: [Route] {
        Console.post(
            Self.pattern, roles: Role.clerks, "legEntryAdd",
            Bilingual("한쪽 기부 등록", "Record a leg of an exchange"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let record = try await ledger.exchange(context.id()).found()
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            if let draft = draft(context.form, record, &problems) {
                let answer = try await ledger.record(
                    draft, of: record.exchange.id, request: context.writing)
                if desk.receipt(of: answer, &problems) != nil {
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
    ) -> LegDraft? {
        let posted = PostedObject(
            Self.whole(form, record), names: Set(ExchangeForm.legNames),
            shape: ExchangeEntryPage.shape)
        do {
            let draft = try ExchangeForm.leg(
                FormBody(object: posted.object), today: desk.today(), keyed: ledger.secret.donor)
            return problems.isEmpty ? draft : nil
        } catch {
            problems.add(error)
            return nil
        }
    }

    /// What takes a leg's place goes the same way, and is the same department's where no other is
    /// named.
    private static func whole(_ form: PostedForm, _ record: ExchangeRecord) -> PostedForm {
        let replaced = form.text(LegEntryPage.replacedField).flatMap { Identifier($0) }
        guard let leg = record.legs.first(where: { $0.id == replaced }) else { return form }
        var whole = form
        let known = [
            ("from", record.governments[leg.from]?.code), ("to", record.governments[leg.to]?.code),
            ("department", leg.department),
        ]
        for (field, text) in known where form.text(field) == nil {
            if let text { whole.set(field, text) }
        }
        return whole
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ record: ExchangeRecord, _ form: PostedForm,
        _ problems: EntryProblems
    ) async throws -> Response {
        let page = LegEntryPage(
            fields: EntryFields(visitor: visitor, form: form, problems: problems, day: "on"),
            record: record)
        return try await desk.show(page.sheet, visitor, viewer, problems)
    }
}
