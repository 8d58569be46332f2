import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 챌린지 등록. `/relays/new`: a relay with the rules that somebody stated, if any.
struct RelayEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    static let path = "/relays/new"
    private static let starter = MentionEntry(path: "started_by")

    var routes: [Route] { show + add }

    private var show: [Route] {
        Console.get(
            Self.path, roles: Role.coordinators, "relayEntry",
            Bilingual("챌린지 등록 화면", "The page for recording a relay")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            return try await page(visitor, viewer, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var add: [Route] {
        Console.post(
            Self.path, roles: Role.coordinators, "relayEntryAdd",
            Bilingual("챌린지 등록", "Record a relay"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            var form = context.form
            let options = try await desk.resolve([Self.starter], on: nil, in: &form, &problems)
            var shape = PostedObject.Shape()
            shape.numbers = ["nominations_per_participation", "goal"]
            let reading = EntryDesk.Reading(
                names: RelayForm.names, shape: shape, place: Self.place
            ) { (body) throws(Problem) in try RelayForm.draft(body, today: desk.today()) }
            let receipt = try await desk.record(form, reading, context, &problems) {
                try await ledger.record($0, request: context.writing)
            }
            if let receipt {
                return desk.saved(context, at: visitor.path("/relays/\(receipt.id)"))
            }
            return try await page(visitor, viewer, context.form, problems, options)
        }
    }

    private static func place(of path: String) -> String {
        path == starter.path ? starter.name : path
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ form: PostedForm, _ problems: EntryProblems,
        _ options: MentionOptions = [:]
    ) async throws -> Response {
        let fields = EntryFields(visitor: visitor, form: form, problems: problems)
        let say = visitor.say
        var names = fields.bilingual("name", "이름", "Name")
        names[0].isFocused = problems.isEmpty
        let rules: [any Part] =
            Self.starter.parts(
                say("처음 시작한 사람", "Who started it"),
                help: say("알려져 있으면", "If it is known"), options[Self.starter.path], fields)
            + [
                fields.number(
                    "nominations_per_participation", say("한 번에 지명하는 수", "Nominees each"),
                    help: say("정해져 있으면", "If there is a rule")),
                fields.number("goal", say("목표 참여 수", "Runs aimed at")),
                fields.date("ends_on", say("끝나는 날", "Ends on")),
            ]
        let sheet = EntrySheet(
            title: say("챌린지 등록", "Record a relay"),
            lead: say(
                "아는 규칙만 적습니다. 비운 것은 정해지지 않은 것으로 봅니다.",
                "Write down the rules that are known; what stays empty is open."),
            path: Self.path, pattern: Self.path, back: "/relays",
            parts: [
                EntryGroup(legend: say("이름", "Name"), kind: "line", parts: names),
                EntryGroup(legend: say("규칙", "Rules"), kind: "line", parts: rules),
                SourceEntry.fields(fields),
            ])
        return try await desk.show(sheet, visitor, viewer, problems)
    }
}
