import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 기부 내려받기. `/donations/export`: the list as it was asked for, as a file, once somebody has said
/// why it leaves the ledger.
struct DonationExportEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let path = DonationExportPage.path
    private static let asked = ["recipient", "from", "to", "q", "status"] + DonationCondition.names

    var routes: [Route] { show + send.map(\.slow) }

    private var show: [Route] {
        Console.get(
            Self.path, roles: Role.clerks, "donationExportEntry",
            Bilingual("기부 내려받기 화면", "The page for exporting donations"),
            parameters: [
                .init("recipient", .text, Bilingual("받는 지자체", "Recipient")),
                .init("from", .text, Bilingual("기부한 날부터", "From")),
                .init("to", .text, Bilingual("까지", "To")),
                .init("q", .text, Bilingual("찾는 말", "Words")),
                .init("status", .text, Bilingual("상태", "Status")),
            ] + DonationCondition.all.map(\.parameter)
        ) { request, context, viewer in
            let query = try Query(of: request)
            try query.allow(Set(Self.asked + ["theme"]))
            let visitor = Visitor(context)
            let form = PostedForm(query.all.filter { $0.name != "theme" })
            var problems = EntryProblems(visitor.say)
            _ = Self.status(form, &problems)
            return try await page(visitor, viewer, form, problems)
        }
    }

    private var send: [Route] {
        Console.post(
            Self.path, roles: Role.clerks, "donationExportSend",
            Bilingual("기부 내려받기", "Export donations")
        ) { request, context, viewer in
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            let reason = context.form["reason"].flatMap(ExportReason.text)
            if reason == nil, !context.form.blanked.contains("reason") {
                problems.add(
                    "reason",
                    visitor.say(
                        "내려받는 사유를 500자까지 쓰십시오. 기록에 남습니다.",
                        "Say why it is exported, in 500 characters at most; it is recorded."))
            }
            let format = DonationListWriter.Format(
                rawValue: context.form["format"] ?? DonationListWriter.Format.xlsx.rawValue)
            if format == nil {
                problems.add(
                    "format",
                    visitor.say("목록에 있는 형식을 고르십시오.", "Choose one of the formats."))
            }
            let filter = try await filter(context.form, for: visitor.reader, &problems)
            guard problems.isEmpty, let reason, let filter, let format
            else { return try await page(visitor, viewer, context.form, problems) }
            return DonationExportRoutes(ledger: ledger, today: desk.today).answer(
                DonationExportRoutes.Order(
                    format: format, filter: filter,
                    origin: Self.origin(of: request, context, viewer), reason: reason,
                    language: context.language))
        }
    }

    /// Who takes what: the address with what the form asks for.
    private static func origin(
        of request: HummingbirdCore.Request, _ context: WebContext, _ viewer: Viewer
    ) -> AccessOrigin {
        let asked = Self.asked.compactMap { name in
            context.form.text(name).map { AskedScope.filter(name, $0) }
        }
        return AccessOrigin(
            author: viewer.id, address: context.address,
            scope: ([AskedScope.text(of: request)] + asked).joined(separator: " "))
    }

    /// - Returns: `nil` after problems were added.
    private func filter(
        _ form: PostedForm, for reader: Reader, _ problems: inout EntryProblems
    ) async throws -> DonationFilter? {
        let registry = try await ledger.governments()
        var recipient: Government?
        if let text = form.text("recipient") {
            recipient = registry.meant(by: text.tidied, on: desk.today())
            if recipient == nil {
                problems.add(
                    "recipient",
                    problems.say(
                        "어느 지자체인지 알 수 없습니다. 광역까지 쓰거나 코드를 쓰십시오.",
                        "It is not clear which government. Name its province too, or its code."))
            }
        }
        var days: [CivilDate?] = []
        for field in ["from", "to"] {
            let day = desk.day(field, of: form)
            if form.text(field) != nil, day?.precision != .day {
                problems.add(
                    field, problems.say("연월일을 모두 쓰십시오.", "Give year, month and day."))
            }
            days.append(day?.date)
        }
        var filter: DonationFilter
        do throws(Problem) {
            filter = try DonationFilterForm.further(
                form.fields, registry, today: desk.today(), for: reader)
        } catch {
            problems.add(error)
            return nil
        }
        filter.recipients = recipient.map(registry.line)
        filter.from = [days[0], filter.from].compactMap(\.self).max()
        filter.to = [days[1], filter.to].compactMap(\.self).min()
        filter.status = Self.status(form, &problems)
        if let text = form.text("q") {
            do throws(Problem) {
                filter.query = try DonationFilterForm.read(text, registry, today: desk.today())
            } catch {
                problems.add(error)
            }
        }
        return problems.isEmpty ? filter : nil
    }

    /// - Returns: `nil` for all, and after a problem was added.
    private static func status(
        _ form: PostedForm, _ problems: inout EntryProblems
    ) -> DonationQuery.Status? {
        guard let text = form.text("status") else { return nil }
        let status = DonationQuery.Status(rawValue: text)
        if status == nil {
            problems.add(
                "status",
                problems.say("목록에 있는 상태를 고르십시오.", "Choose one of the states listed."))
        }
        return status
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ form: PostedForm, _ problems: EntryProblems
    ) async throws -> Response {
        let page = DonationExportPage(
            fields: EntryFields(visitor: visitor, form: form, problems: problems))
        return try await desk.show(page.sheet, visitor, viewer, problems)
    }
}
