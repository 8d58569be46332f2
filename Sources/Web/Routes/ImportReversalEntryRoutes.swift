import Hometown
import Ledger

/// 되돌리기 화면. `/imports/{id}/undo`: what undoing a list would come to, and doing it: all of its
/// donations are reversed, or none is.
struct ImportReversalEntryRoutes: Sendable {
    let desk: EntryDesk

    private static let pattern = "/imports/{id}/undo"
    /// Named on the page; the interface tells all.
    private static let obstaclesShownMax = 20

    private var ledger: Ledger { desk.ledger }

    static func path(_ listImport: Identifier) -> String { "/imports/\(listImport)/undo" }

    var routes: [Route] {
        desk.action(
            Self.pattern, roles: Role.clerks, "importReversalEntry",
            Bilingual("일괄 등록 되돌리기", "Undo an import"), needsKey: true
        ) { turn in
            page(try await plan(turn), turn)
        } perform: { turn in
            let found = try await plan(turn).listImport
            let (body, today) = (try turn.body(["reason", "confirm"]), turn.today)
            let form = try await turn.attempt { try ImportReversalForm(body, today: today) }
            guard let form else { return .refused }
            guard form.confirm.tidied == found.no else {
                turn.problems.add(
                    "confirm", turn.say("\(found.no)을(를) 쓰십시오.", "Write \(found.no)."))
                return .refused
            }
            let refused = try await turn.attempt { try ImportReversalRoutes.check(found) } == nil
            if refused { return .refused }
            switch try await ledger.reverse(
                listImport: found.id, reason: form.reason, request: turn.context.writing)
            {
            case .answered(let answer):
                return desk.outcome(
                    of: answer, &turn, then: Done.undone.at("/imports/\(found.id)"))
            case .blocked(let plan):
                turn.problems.add("", turn.say.text(plan.summary))
                return .refused
            case .tried, .unknown: throw WebContext.nothingThere
            }
        }.map(\.slow)
    }

    private func plan(_ turn: ActionTurn) async throws -> ImportReversalPlan {
        guard case .tried(let plan) = try await ledger.tryReversal(ofImport: turn.id())
        else { throw WebContext.nothingThere }
        return plan
    }

    private func page(_ plan: ImportReversalPlan, _ turn: ActionTurn) -> ActionPage {
        let (say, found) = (turn.say, plan.listImport)
        var confirm = turn.field(
            "confirm", say("일괄 등록 번호", "Number of the import"),
            help: say("되돌리려면 \(found.no)을(를) 그대로 쓰십시오.", "Write \(found.no) to undo it."))
        confirm.isRequired = true
        return ActionPage(
            title: say("일괄 등록 되돌리기", "Undo an import"), kind: found.no,
            lead: say(
                "이 목록의 기부를 모두 취소하거나 하나도 취소하지 않습니다. 기록은 남고, 취소는 하나씩 되살릴 수 있습니다.",
                "All donations of this list are reversed, or none is. The record stays, and each "
                    + "reversal can be taken back."),
            before: [
                Notice(
                    kind: plan.isPossible ? "information" : "warning",
                    title: say.text(plan.summary))
            ] + obstacles(plan, turn.visitor),
            fields: [confirm, turn.reason()], button: say("되돌리기", "Undo it"),
            back: "/imports/\(found.id)")
    }

    /// What was done since to a donation of the list, which has to be undone first.
    private func obstacles(_ plan: ImportReversalPlan, _ visitor: Visitor) -> [any Part] {
        guard !plan.obstacles.isEmpty else { return [] }
        let say = visitor.say
        return [
            Block(
                "obstacles", say("먼저 되살릴 기부", "To be restored first"),
                [
                    LinkList(
                        plan.obstacles.prefix(Self.obstaclesShownMax).map { obstacle in
                            LinkList.Item(
                                Link(obstacle.no, visitor.path("/donations/\(obstacle.id)")),
                                note: say.text(obstacle.reason.text))
                        })
                ])
        ]
    }
}
