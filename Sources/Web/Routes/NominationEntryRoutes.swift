import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 지명과 응답의 기록. `/relays/{id}/participations/{pid}/nominate`: whom a run on record named besides;
/// `/relays/{id}/nominations/{nid}`: what became of a nomination, and who says so.
struct NominationEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let nominating = "/relays/{id}/participations/{pid}/nominate"
    private static let replying = "/relays/{id}/nominations/{nid}"
    private static let nominee = MentionEntry(path: "nominee")

    var routes: [Route] { showNomination + nominate + showReply + reply }

    /// Where the form for naming somebody stands.
    static func path(naming run: RecordedParticipation) -> String {
        "/relays/\(run.relay)/participations/\(run.id)/nominate"
    }

    /// Where the form for what became of a nomination stands.
    static func path(replyingTo nomination: RecordedNomination) -> String {
        "/relays/\(nomination.relay)/nominations/\(nomination.id)"
    }

    // MARK: Naming

    private var showNomination: [Route] {
        Console.get(
            Self.nominating, roles: Role.coordinators, "nominationEntry",
            Bilingual("지명 기록 화면", "The page for recording a nomination")
        ) { _, context, viewer in
            let (relay, run) = try await run(context)
            let visitor = Visitor(context)
            return try await page(
                visitor, viewer, relay, run, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var nominate: [Route] {
        Console.post(
            Self.nominating, roles: Role.coordinators, "nominationEntryAdd",
            Bilingual("지명 기록", "Record a nomination"), needsKey: true
        ) { _, context, viewer in
            let (relay, run) = try await run(context)
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            var form = context.form
            let day = desk.day("nominated_on", of: form) ?? run.happenedOn
            let options = try await desk.resolve([Self.nominee], on: day, in: &form, &problems)
            form.set("participation_id", "\(run.id)")
            let reading = EntryDesk.Reading(
                names: NominationForm.names,
                place: { $0.hasPrefix(Self.nominee.path) ? Self.nominee.name : $0 }
            ) { (body) throws(Problem) in
                try NominationForm.draft(body, of: relay.relay.id, today: desk.today())
            }
            let receipt = try await desk.record(form, reading, context, &problems) {
                try await ledger.record($0, request: context.writing)
            }
            if receipt != nil { return desk.saved(context, at: visitor.path(Self.path(of: run))) }
            return try await page(visitor, viewer, relay, run, context.form, problems, options)
        }
    }

    private func run(
        _ context: WebContext
    ) async throws -> (RelayRecord, RecordedParticipation) {
        let relay = try await ledger.relay(context.id()).found()
        let id = try context.id("pid")
        return (relay, try relay.participations.first { $0.id == id }.found())
    }

    private static func path(of run: RecordedParticipation) -> String {
        "/relays/\(run.relay)/participations/\(run.id)"
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ relay: RelayRecord, _ run: RecordedParticipation,
        _ form: PostedForm, _ problems: EntryProblems, _ options: MentionOptions = [:]
    ) async throws -> Response {
        let fields = EntryFields(
            visitor: visitor, form: form, problems: problems, day: "nominated_on")
        let say = visitor.say
        let who = Incumbent(run.person, in: relay, on: relay.day(of: run)?.latest, say)
        let sheet = EntrySheet(
            title: say("\(who.name)의 지명 기록", "Record whom \(who.name) named"),
            kind: "\(relay.relay.name.text(in: visitor.language)) \(run.no)",
            path: Self.path(naming: run), pattern: Self.nominating, back: Self.path(of: run),
            parts: [
                EntryGroup(
                    legend: say("지명", "Nomination"), kind: "line",
                    parts: [
                        fields.date("nominated_on", say("지명한 날", "Named on"), isFirst: true)
                    ]
                        + Self.nominee.parts(
                            say("지명받은 사람", "Nominee"), jump: "KeyK",
                            options[Self.nominee.path], fields)), SourceEntry.fields(fields),
            ])
        return try await desk.show(sheet, visitor, viewer, problems)
    }

    // MARK: Replying

    private var showReply: [Route] {
        Console.get(
            Self.replying, roles: Role.coordinators, "replyEntry",
            Bilingual("지명에 대한 응답 화면", "The page for what became of a nomination")
        ) { _, context, viewer in
            let (relay, nomination) = try await nomination(context)
            let visitor = Visitor(context)
            return try await page(
                visitor, viewer, relay, nomination, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var reply: [Route] {
        Console.post(
            Self.replying, roles: Role.coordinators, "replyEntryAdd",
            Bilingual("지명에 대한 응답 기록", "Record what became of a nomination"), needsKey: true
        ) { _, context, viewer in
            let (relay, nomination) = try await nomination(context)
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            var form = context.form
            form.set("nomination", "\(nomination.id)")
            if form["reply"] != ReplyDraft.Kind.open.rawValue {
                SourceEntry(form: form).require(&problems)
            }
            let reading = EntryDesk.Reading(names: ReplyForm.names, place: Self.place) {
                (body) throws(Problem) in
                try ReplyForm.draft(body, of: relay.relay.id, today: desk.today())
            }
            let receipt = try await desk.record(form, reading, context, &problems) {
                try await ledger.record($0, request: context.writing)
            }
            if receipt != nil {
                return desk.saved(
                    context,
                    at: visitor.path(
                        "/relays/\(relay.relay.id)/participations/\(nomination.participation)"))
            }
            return try await page(visitor, viewer, relay, nomination, context.form, problems)
        }
    }

    /// What a form cannot say is said of the whole of it.
    private static func place(of path: String) -> String {
        ["nomination", "participation", "answers"].contains(path) ? "reply" : path
    }

    private func nomination(
        _ context: WebContext
    ) async throws -> (RelayRecord, RecordedNomination) {
        let relay = try await ledger.relay(context.id()).found()
        let id = try context.id("nid")
        return (relay, try relay.nominations.first { $0.id == id }.found())
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ relay: RelayRecord,
        _ nomination: RecordedNomination, _ form: PostedForm, _ problems: EntryProblems
    ) async throws -> Response {
        let page = ReplyEntryPage(
            fields: EntryFields(visitor: visitor, form: form, problems: problems), relay: relay,
            nomination: nomination)
        return try await desk.show(
            page.sheet(
                at: Self.path(replyingTo: nomination), Self.replying,
                back: "/relays/\(relay.relay.id)/participations/\(nomination.participation)"),
            visitor, viewer, problems)
    }
}
