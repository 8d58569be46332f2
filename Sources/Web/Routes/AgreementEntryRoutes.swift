import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 업무협약 등록. `/agreements/new`: the parties, the day, the fields and the document of an agreement.
struct AgreementEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let path = AgreementEntryPage.path

    var routes: [Route] { show + add }

    private var show: [Route] {
        Console.get(
            Self.path, roles: Role.clerks, "agreementEntry",
            Bilingual("업무협약 등록 화면", "The page for recording an agreement")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            return try await page(visitor, viewer, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var add: [Route] {
        Console.post(
            Self.path, roles: Role.clerks, "agreementEntryAdd",
            Bilingual("업무협약 등록", "Record an agreement"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            guard context.form[EntrySheet.moreButton] == nil else {
                return try await page(
                    visitor, viewer, context.form, problems, isSentBack: true)
            }
            problems.add(blankedIn: context.form)
            var form = context.form.withEnglishFromKorean
            try await desk.resolveAgreement("predecessor", in: &form, &problems)
            let options = try await desk.resolve(
                (0..<form.rowsInUse(of: "parties")).map(AgreementEntryPage.signatory),
                on: desk.day("signed_on", of: form), in: &form, &problems)
            var shape = PostedObject.Shape()
            shape.flags = ["renewal"]
            let reading = EntryDesk.Reading(
                names: AgreementForm.names, shape: shape, place: Self.place
            ) { (body) throws(Problem) in try AgreementForm.draft(body, today: desk.today()) }
            let receipt = try await desk.record(form, reading, context, &problems) {
                try await ledger.record($0, request: context.writing)
            }
            if let receipt {
                return desk.saved(context, at: visitor.path("/agreements/\(receipt.id)"))
            }
            return try await page(visitor, viewer, context.form, problems, options: options)
        }
    }

    private static func place(of path: String) -> String {
        if path == "parties" { return "parties[0].government" }
        return path.hasSuffix("].signatory") ? path + "_name" : path
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ form: PostedForm, _ problems: EntryProblems,
        options: MentionOptions = [:], isSentBack: Bool = false
    ) async throws -> Response {
        let fields = EntryFields(
            visitor: visitor, form: form, problems: problems, day: "signed_on")
        let page = AgreementEntryPage(fields: fields, options: options, isSentBack: isSentBack)
        return try await desk.show(page.sheet, visitor, viewer, problems)
    }
}
