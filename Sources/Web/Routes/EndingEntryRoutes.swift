import Hometown
import Ledger

/// 종료 등록. `/people/{id}/offices/{office}/end` and `/governments/{code}/bars/{bar}/end`: that a term
/// or a bar is over, or was recorded by mistake.
struct EndingEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }

    var routes: [Route] { endOffice + endBar }

    static func path(ofOffice office: RecordedOffice) -> String {
        "/people/\(office.person)/offices/\(office.id)/end"
    }

    static func path(ofBar bar: RecordedBar, on government: Government) -> String {
        "/governments/\(government.code)/bars/\(bar.id)/end"
    }

    private var endOffice: [Route] {
        desk.action(
            "/people/{id}/offices/{office}/end", roles: Role.clerks, "endOfficeForm",
            Bilingual("직위 종료 등록", "Record the end of an office"), needsKey: true
        ) { turn in
            let (person, office) = try await heldOffice(of: turn)
            let say = turn.say
            return ActionPage(
                title: say(
                    "\(say.text(office.title)) 종료 등록",
                    "Record the end of an office: \(say.text(office.title))"),
                kind: person.person.no,
                lead: say(
                    "이날부터 그 직위가 아닙니다. 잘못 적은 직위는 시작한 날을 쓰면 없던 것이 됩니다.",
                    "From this day on it is not held. The day on which it began says that it was "
                        + "recorded by mistake."),
                fields: [Self.day(turn), turn.reason()],
                button: say("종료 등록", "Record the end"), back: "/people/\(person.person.id)")
        } perform: { turn in
            let (person, office) = try await heldOffice(of: turn)
            let draft = try await ending(&turn)
            guard let draft else { return .refused }
            let answer = try await ledger.end(
                office: office.id, of: person.person.id, draft, request: turn.context.writing)
            return desk.outcome(of: answer, &turn, then: "/people/\(person.person.id)")
        }
    }

    private var endBar: [Route] {
        desk.action(
            "/governments/{code}/bars/{bar}/end", roles: [.manager], "endBarForm",
            Bilingual("제한 해제 등록", "Record the end of a bar"), needsKey: true
        ) { turn in
            let (government, bar) = try await knownBar(of: turn)
            let say = turn.say
            return ActionPage(
                title: say("모금·접수 제한 해제 등록", "Record the end of a bar"), kind: bar.no,
                lead: say(
                    "이날부터 접수합니다. 잘못 적은 제한은 시작한 날을 쓰면 없던 것이 됩니다.",
                    "From this day on it bars nothing. The day on which it began says that it was "
                        + "recorded by mistake."),
                fields: [Self.day(turn), turn.reason()],
                button: say("해제 등록", "Record the end"),
                back: "/governments/\(government.code)")
        } perform: { turn in
            let (government, bar) = try await knownBar(of: turn)
            let draft = try await ending(&turn)
            guard let draft else { return .refused }
            let answer = try await ledger.end(
                bar: bar.id, draft, request: turn.context.writing)
            return desk.outcome(of: answer, &turn, then: "/governments/\(government.code)")
        }
    }

    private static func day(_ turn: ActionTurn) -> EntryField {
        let fields = EntryFields(
            visitor: turn.visitor, form: turn.form, problems: turn.problems)
        var day = fields.date(
            "ends_on", turn.say("끝난 뒤의 첫날", "First day after its end"), isFirst: true)
        day.isRequired = true
        return day
    }

    private func ending(_ turn: inout ActionTurn) async throws -> EndingDraft? {
        let (body, today) = (try turn.body(EndingForm.names), turn.today)
        return try await turn.attempt { try EndingForm.draft(body, today: today) }
    }

    private func heldOffice(
        of turn: ActionTurn
    ) async throws -> (person: PersonRecord, office: RecordedOffice) {
        let id = try turn.id("office")
        let person = try await ledger.people(ids: [turn.id()]).first.found()
        let office = try person.offices.first { $0.id == id }.found()
        return (person, office)
    }

    private func knownBar(
        of turn: ActionTurn
    ) async throws -> (government: Government, bar: RecordedBar) {
        let government = try await ledger.governments()[code: turn.parameter("code")].found()
        let bar = try await ledger.bars(
            id: turn.id("bar"), government: government.id, rowsMax: 1
        ).first.found()
        return (government, bar)
    }
}
