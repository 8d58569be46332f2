import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 상호기부 등록. `/exchanges/new`: both sides and their donations in one transaction.
struct ExchangeEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let path = ExchangeEntryPage.path

    var routes: [Route] { show + add }

    private var show: [Route] {
        Console.get(
            Self.path, roles: Role.clerks, "exchangeEntry",
            Bilingual("상호기부 등록 화면", "The page for recording an exchange"),
            parameters: [
                .init("after", .id, Bilingual("방금 등록한 상호기부", "Recorded a moment ago"))
            ]
        ) { request, context, viewer in
            let query = try Query(of: request)
            try query.allow(["after", "theme"])
            var saved: ExchangeRecord?
            if let after = try query.value("after", { Identifier($0) }) {
                saved = try await ledger.exchange(after)
            }
            let visitor = Visitor(context)
            let form = PostedForm([
                (
                    "on",
                    saved?.exchange.happenedOn.typed(in: visitor.language)
                        ?? desk.today().description
                )
            ])
            return try await page(
                visitor, viewer, form, EntryProblems(visitor.say), saved: saved)
        }
    }

    private var add: [Route] {
        Console.post(
            Self.path, roles: Role.clerks, "exchangeEntryAdd",
            Bilingual("상호기부 등록", "Record an exchange"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            if context.form["mirror"] != nil {
                return try await page(
                    visitor, viewer, Self.mirrored(context.form), problems, status: .ok)
            }
            guard context.form[EntrySheet.moreButton] == nil else {
                return try await page(visitor, viewer, context.form, problems, status: .ok)
            }
            problems.add(blankedIn: context.form)
            if let (draft, posted) = try await draft(context.form, visitor, &problems) {
                let answer = try await ledger.record(draft, request: context.writing)
                if let receipt = desk.receipt(of: answer, &problems, at: { Self.place(posted, $0) })
                {
                    return Console.seeOther(visitor.path(Self.path) + "?after=\(receipt.id)")
                }
            }
            return try await page(visitor, viewer, context.form, problems)
        }
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ form: PostedForm, _ problems: EntryProblems,
        saved: ExchangeRecord? = nil, status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let added = form[EntrySheet.moreButton] == nil ? 0 : ExchangeEntryPage.legsDefault
        let count = max(ExchangeEntryPage.legsDefault, form.rows(of: Legs.list) + added)
        let page = ExchangeEntryPage(
            visitor: visitor, form: form, problems: problems,
            hidden: desk.hidden(viewer, for: Self.path),
            legCount: min(count, ExchangeDraft.legsMax),
            isSentBack: saved == nil && form.fields.count > 1, saved: saved)
        return try await desk.page(
            page.title, at: Self.path, for: visitor,
            status: status ?? (problems.isEmpty ? .ok : .unprocessableContent), page.parts)
    }

    // MARK: Reading

    /// - Returns: `nil` after problems were added.
    private func draft(
        _ form: PostedForm, _ visitor: Visitor, _ problems: inout EntryProblems
    ) async throws -> (ExchangeDraft, PostedObject)? {
        let day = form.text("on").flatMap { text -> CivilDate? in
            guard case .success(let reading) = DateReader(today: desk.today()).read(text)
            else { return nil }
            return reading.date.latest
        }
        var form = Self.dated(Self.awaited(form))
        try await desk.resolveAgreement("agreement_id", in: &form, &problems)
        try await resolveDonors(&form, on: day ?? desk.today(), visitor, &problems)
        let posted = PostedObject(
            form, names: Set(ExchangeForm.names), shape: ExchangeEntryPage.shape)
        do {
            let draft = try ExchangeForm.draft(
                FormBody(object: posted.object), today: desk.today(), keyed: ledger.secret.donor)
            return problems.isEmpty ? (draft, posted) : nil
        } catch {
            problems.add(error) { Self.place(posted, $0) }
            return nil
        }
    }

    /// A name that was typed and not chosen; day and recipient are those of its side.
    private func resolveDonors(
        _ form: inout PostedForm, on day: CivilDate, _ visitor: Visitor,
        _ problems: inout EntryProblems
    ) async throws {
        let donors = form.fields.filter { field in
            field.name.hasPrefix("legs[") && field.name.hasSuffix("].donor")
                && !field.value.tidied.isEmpty
        }
        for (name, value) in donors {
            let place = String(name.dropLast("donor".count))
            let leg = String(name.prefix { $0 != "]" }) + "]."
            let typed: String = form.text(leg + "on") ?? form.text("on") ?? ""
            let amount = place + DonationField.amount.rawValue
            if form.text(amount) == nil, !form.blanked.contains(amount) {
                problems.add(amount, DonationEntry.amountUnsaid(visitor.say))
            }
            if form.text(place + "donor_person") == nil {
                let found = try await ledger.person(named: value, on: day)
                guard let only = found.first, found.count == 1 else {
                    problems.add(
                        name,
                        visitor.say(
                            "목록에서 한 사람을 고르십시오. 공직자가 아니면 기부 등록 화면에서 적으십시오.",
                            "Choose one person from the list. For anybody else use the page for "
                                + "donations."))
                    continue
                }
                form.set(place + "donor_person", "\(only.id)")
            }
            form.set(place + "origin", Origin.reported.rawValue)
            form.set(place + "donated_on", typed)
            form.set(place + "recipient", form.text(leg + "to") ?? "")
            form.drop(name)
        }
    }

    /// Where a fault of the exchange is shown.
    private static func place(_ posted: PostedObject, _ path: String) -> String {
        let place = posted.place(of: path)
        guard place.contains(".donations[") else { return place }
        let unseen = ["donor_person", "origin", "donated_on", "recipient"]
        guard let field = unseen.first(where: { place.hasSuffix("." + $0) }) else { return place }
        return String(place.dropLast(field.count)) + "donor"
    }

    /// 답례 대기. One side alone waits for the other, which may be left empty.
    private static func awaited(_ form: PostedForm) -> PostedForm {
        guard form.rowsInUse(of: Legs.list) == 1, let from = form.text("legs[0].from"),
            let to = form.text("legs[0].to")
        else { return form }
        var whole = form
        whole.set("legs[1].from", to)
        whole.set("legs[1].to", from)
        return whole
    }

    /// 날짜. A side along which people or money went has the day at the top, unless it has its own.
    private static func dated(_ form: PostedForm) -> PostedForm {
        let silent = ["from", "to", "department"]
        guard let day = form.text("on") else { return form }
        var dated = form
        for leg in 0..<min(form.rows(of: "legs"), ExchangeDraft.legsMax) {
            let place = "legs[\(leg)]."
            let isTyped = form.fields.contains { field in
                field.name.hasPrefix(place) && !field.value.tidied.isEmpty
                    && !silent.contains(String(field.name.dropFirst(place.count)))
            }
            if isTyped, form.text(place + "on") == nil { dated.set(place + "on", day) }
        }
        return dated
    }

    /// 같은 조건으로 반대쪽 채우기. The second direction as the first the other way round.
    private static func mirrored(_ form: PostedForm) -> PostedForm {
        var form = form
        for (to, from) in [("to", "from"), ("from", "to")] {
            form.set("legs[1].\(to)", form["legs[0].\(from)"] ?? "")
        }
        for name in ["on", "people", "amount_each", "amount"] {
            form.set("legs[1].\(name)", form["legs[0].\(name)"] ?? "")
        }
        return form
    }
}
