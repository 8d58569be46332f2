import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 모금·접수 제한 등록. `/governments/{code}/bar`: a period in which a government must not receive.
struct BarEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let pattern = "/governments/{code}/bar"

    var routes: [Route] { show + add }

    static func path(_ government: Government) -> String { "/governments/\(government.code)/bar" }

    private var show: [Route] {
        Console.get(
            Self.pattern, roles: [.manager], "barEntry",
            Bilingual("모금·접수 제한 등록 화면", "The page for recording a bar")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let government = try await government(context)
            return try await page(
                visitor, viewer, government, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var add: [Route] {
        Console.post(
            Self.pattern, roles: [.manager], "barEntryAdd",
            Bilingual("모금·접수 제한 등록", "Record a bar"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let government = try await government(context)
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            var form = context.form
            form.set("government", government.code)
            let reading = EntryDesk.Reading(
                names: BarForm.names, place: { $0 == "government" ? "valid_from" : $0 }
            ) { (body) throws(Problem) in try BarForm.draft(body, today: desk.today()) }
            let receipt = try await desk.record(form, reading, context, &problems) {
                try await ledger.record($0, request: context.writing)
            }
            if receipt != nil {
                return desk.saved(context, at: visitor.path("/governments/\(government.code)"))
            }
            return try await page(visitor, viewer, government, context.form, problems)
        }
    }

    private func government(_ context: WebContext) async throws -> Government {
        try await ledger.governments()[code: context.pathParameter("code")].found()
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ government: Government, _ form: PostedForm,
        _ problems: EntryProblems
    ) async throws -> Response {
        let fields = EntryFields(visitor: visitor, form: form, problems: problems)
        let say = visitor.say
        let name = say.government(government, try await ledger.governments())
        let sheet = EntrySheet(
            title: say("\(name) 모금·접수 제한 등록", "Record a bar on \(name)"),
            kind: say("지자체 \(government.code)", "Government \(government.code)"),
            lead: say(
                "이 기간의 기부는 접수하지 않습니다(법 제4조제2항제3호). 이미 적은 기부는 그대로입니다.",
                "Donations of this period are refused (Act 4(2)3). What is on record stays."),
            path: Self.path(government), pattern: Self.pattern,
            back: "/governments/\(government.code)",
            parts: [
                EntryGroup(
                    legend: say("제한", "Bar"), kind: "line",
                    parts: [
                        fields.date("valid_from", say("제한 시작", "Barred from"), isFirst: true),
                        fields.date(
                            "valid_to", say("제한이 풀리는 날", "Free again on"),
                            help: say("이날부터 접수", "May receive from this day on")),
                        fields.sentences("reason", say("위반 내용", "What was violated")),
                        fields.date(
                            "published_on", say("공표한 날", "Made public on"),
                            help: say("나중에 적어도 됩니다", "May follow later")),
                    ])
            ])
        return try await desk.show(sheet, visitor, viewer, problems)
    }
}
