import Hometown
import Ledger

/// 승인 화면. `/approvals`: what waits for a second person, and what that person says.
struct ApprovalPageRoutes: Sendable {
    let reading: PageDesk
    let entry: EntryDesk

    private static let path = "/approvals"
    private static let one = path + "/{id}"

    private var ledger: Ledger { entry.ledger }

    var routes: [Route] { list + show + decide }

    private var list: [Route] {
        reading.console(
            Self.path, "approvalsPage", Bilingual("승인", "Approvals"),
            roles: Role.keepers,
            [
                .init(
                    "state", .words(RecordedApproval.State.self),
                    Bilingual("이 상태만", "In this state only")), PageDesk.cursor,
            ]
        ) { visit in
            let state = try visit.value("state") { RecordedApproval.State(rawValue: $0) }
            let rows = try await ledger.approvals(
                state: state, before: visit.cursor(), rowsMax: Visit.rowsMax + 1)
            return ApprovalListPage(
                state: state, leaf: Leaf(rows, visit) { $0.number }, visit: visit
            ).screen
        }
    }

    private var show: [Route] {
        reading.console(
            Self.one, "approvalPage", Bilingual("승인 한 건", "One of them"),
            roles: Role.keepers
        ) { visit in
            let asked = try await ledger.approvals(of: visit.id(), rowsMax: 1).first.found()
            let effects = try await effects(of: asked, visit.viewer?.author, visit.visitor)
            return ApprovalPage(
                asked: asked, effects: effects, registry: try await ledger.governments(),
                visit: visit
            ).screen
        }
    }

    private var decide: [Route] {
        entry.action(
            Self.one + "/decide", roles: [.manager], "decideApprovalForm",
            Bilingual("승인 또는 반려", "Approve or reject"), needsKey: true
        ) { turn in
            let asked = try await ledger.approvals(of: turn.id(), rowsMax: 1).first.found()
            let say = turn.say
            let visitor = try await ledger.naming(turn.visitor)
            let verdict = turn.field(
                "verdict", say("어떻게 할지", "What you say"),
                .radios([
                    (ApprovalDraft.Verdict.approve.rawValue, say("승인", "Approve")),
                    (ApprovalDraft.Verdict.reject.rawValue, say("반려", "Reject")),
                ]))
            return ActionPage(
                title: say("승인 또는 반려", "Approve or reject"), kind: asked.no,
                lead: Self.lead(asked, turn.viewer, say),
                before: try await whole(asked, turn.viewer.author, visitor),
                fields: [verdict, turn.reason(isRequired: false)], button: say("결정", "Decide"),
                isOffered: ApprovalPage.waits(asked, for: turn.viewer),
                back: Self.home(of: asked))
        } perform: { turn in
            let asked = try await ledger.approvals(of: turn.id(), rowsMax: 1).first.found()
            let today = turn.today
            var form = turn.form
            form.set("request", "\(asked.request)")
            let posted = PostedObject(form, names: Set(ApprovalForm.names))
            let draft = try await turn.attempt {
                try ApprovalForm.draft(FormBody(object: posted.object), today: today)
            }
            guard let draft else { return .refused }
            let answer = try await ledger.decide(draft, request: turn.context.writing)
            let done: Done =
                draft.verdict == .reject
                ? .rejected : asked.kind == .summary ? .endorsed : .approved
            return entry.outcome(of: answer, &turn, then: done.at(Self.home(of: asked)))
        }
    }

    /// What was asked, and what approving it would bring or what was decided.
    private func whole(
        _ asked: RecordedApproval, _ author: Author, _ visitor: Visitor
    ) async throws -> [any Part] {
        let request = ApprovalPage.request(asked, try await ledger.governments(), visitor)
        if let decision = ApprovalPage.decision(asked, visitor) { return request + [decision] }
        return request + (try await effects(of: asked, author, visitor))
    }

    /// What approving would bring, or why it cannot be done any more; nothing of what was decided
    /// or brings nothing about.
    private func effects(
        of asked: RecordedApproval, _ author: Author?, _ visitor: Visitor
    ) async throws -> [any Part] {
        guard let author else { return [] }
        switch try await ledger.foresee(approving: asked, author: author) {
        case .foreseen(let foresight):
            return CorrectionEffects(
                foresight: foresight, registry: try await ledger.governments(),
                visitor: visitor
            ).approving
        case .refused(let refusals):
            return [
                Notice(
                    kind: "warning",
                    title: visitor.say(
                        "지금은 승인해도 이루어지지 않습니다.", "Approved now, it could not be done."),
                    items: refusals.map { visitor.say.text($0.text) })
            ]
        case .unknown, .stale: return []
        }
    }

    private static func lead(
        _ asked: RecordedApproval, _ viewer: Viewer, _ say: Phrases
    ) -> String {
        if asked.state != .pending {
            return say("이미 결정한 요청입니다. 다시 정할 수 없습니다.", "It is decided, once and for all.")
        }
        guard ApprovalPage.waits(asked, for: viewer) else {
            return say.text(ApprovalPage.ownRequest)
        }
        return asked.kind == .summary
            ? say(
                "올린 보고는 바뀌지 않습니다. 반려하면 예약 작업에서 새 판을 만드십시오.",
                "A filed report does not change. Once it is rejected, have its schedule make a "
                    + "new revision.")
            : say(
                "승인하면 바로 이루어집니다. 지금 유효한 내용으로 다시 심사합니다.",
                "Approved, it happens at once, judged by what stands now.")
    }

    /// Where one reads what was decided.
    private static func home(of asked: RecordedApproval) -> String {
        asked.kind == .summary ? "/reports/\(asked.request)" : path + "/\(asked.request)"
    }

    /// Where a manager says what is to become of it.
    static func decision(on request: Identifier) -> String { "\(path)/\(request)/decide" }
}
