import Hometown
import Ledger

/// 승인 목록. What waits first.
struct ApprovalListPage {
    let state: RecordedApproval.State?
    let leaf: Leaf<RecordedApproval>
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let title = say("승인", "Approvals")
        return Screen(
            visit.frame(title),
            Title(
                title,
                lead: say(
                    "마감의 재개, 마감된 기간과 큰 금액의 정정은 요청한 사람이 아닌 관리자가 정합니다. "
                        + "요약 보고는 보고 화면에서 승인합니다.",
                    "Opening a closed period again, corrections in one and large ones are decided "
                        + "by a manager who did not ask. Reports are approved where they are read.")
            ),
            [visit.done, tabs, Block("list", [list, leaf.pager])])
    }

    private var tabs: LinkRow {
        let all: [(RecordedApproval.State?, String)] = [(nil, say("모두", "All"))]
        let states = RecordedApproval.State.allCases.map { (Optional($0), Chip($0, say).text) }
        return LinkRow(
            .tabs, say("상태", "State"),
            (all + states).map { state, text in
                Link(
                    text,
                    visit.address(
                        without: ["state", "cursor"],
                        adding: state.map { [("state", $0.rawValue)] } ?? []),
                    isCurrent: state == self.state)
            })
    }

    private var list: any Part {
        guard !leaf.rows.isEmpty else {
            return Empty(
                say(
                    "승인을 기다리는 것이 없습니다. 재개나 큰 정정을 요청하면 여기에 나타납니다.",
                    "Nothing is here. What somebody asks to be approved appears here."))
        }
        return Table(
            say("요청, 내용, 요청한 사람과 때, 상태", "Request, what for, by whom and when, state"),
            columns: [
                .init(say("요청", "Request")), .init(say("내용", "What for")),
                .init(say("요청한 사람", "Asked by")), .init(say("상태", "State")),
                .init(say("정한 사람", "Decided by")),
            ],
            rows: leaf.rows.map { asked in
                [
                    Cell(
                        asked.no, href: visit.visitor.path("/approvals/\(asked.request)"),
                        kind: "code"),
                    Cell(
                        ApprovalPage.what(asked, say),
                        sub: ApprovalPage.shows(asked, visit.reader) ? asked.reason : nil),
                    Cell(visit.staff[asked.requester], sub: say.moment(asked.recordedAt)),
                    Cell(Chip(asked.state, say)),
                    Cell(
                        asked.approver.map { visit.staff[$0] } ?? "-",
                        sub: asked.decidedAt.map(say.moment)),
                ]
            })
    }
}

/// 승인 한 건.
struct ApprovalPage {
    let asked: RecordedApproval
    /// What approving it would bring.
    let effects: [any Part]
    let registry: GovernmentRegistry
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame("\(asked.no) - \(say("승인", "Approval"))"),
            Title(
                Self.what(asked, say), kind: say("승인 \(asked.no)", "Approval \(asked.no)"),
                chip: Chip(asked.state, say),
                actions: [Self.deciding(asked, visit, kind: "button primary")]),
            [
                visit.done, Self.own(asked, visit),
                Block(
                    "facts", say("요청한 내용", "What was asked"),
                    Self.request(asked, registry, visit.visitor)), foreseen, decision,
            ])
    }

    /// Whether it waits, and for somebody like this: who asked for it does not decide it.
    static func waits(_ asked: RecordedApproval, for viewer: Viewer?) -> Bool {
        asked.state == .pending && asked.requesterID != viewer?.id
    }

    /// The way to saying what becomes of it; `nil` for whoever may not.
    static func deciding(
        _ asked: RecordedApproval, _ visit: Visit, kind: String = "button"
    ) -> Link? {
        guard waits(asked, for: visit.viewer) else { return nil }
        return visit.way(
            visit.say("승인 또는 반려", "Approve or reject"),
            to: ApprovalPageRoutes.decision(on: asked.request), for: [.manager], kind: kind)
    }

    /// Why a manager who asked for it is offered no form.
    static let ownRequest = Refusal.secondPersonRequired(field: "request").text

    /// The same on a page; `nil` for everybody else.
    static func own(_ asked: RecordedApproval, _ visit: Visit) -> Notice? {
        guard visit.visitor.role == .manager, asked.state == .pending,
            !waits(asked, for: visit.viewer)
        else { return nil }
        return Notice(kind: "warning", title: visit.say.text(ownRequest))
    }

    private var foreseen: Block? {
        effects.isEmpty
            ? nil : Block("effects", say("승인하면 달라지는 것", "What approving it brings"), effects)
    }

    private var decision: Block? { Self.decision(asked, visit.visitor) }

    /// What was said of it; `nil` while it waits.
    static func decision(_ asked: RecordedApproval, _ visitor: Visitor) -> Block? {
        guard let decidedAt = asked.decidedAt else { return nil }
        let say = visitor.say
        return Block(
            "decision", say("결정", "Decision"),
            [
                FactSheet([
                    Label(say("어떻게", "What"), Chip(asked.state, say).text),
                    Label(
                        say("정한 사람", "Decided by"),
                        asked.approver.map { visitor.staff[$0] } ?? "-"),
                    Label(say("정한 때", "When"), say.moment(decidedAt)),
                    shows(asked, visitor.reader)
                        ? asked.decisionReason.map { Label(say("사유", "Reason"), $0) } : nil,
                ])
            ])
    }

    /// What was asked, by whom and why, and of a correction what it was to change.
    static func request(
        _ asked: RecordedApproval, _ registry: GovernmentRegistry, _ visitor: Visitor
    ) -> [any Part] {
        var parts: [any Part] = [facts(asked, visitor)]
        if let draft = asked.correction,
            let table = AskedCorrection(draft: draft, registry: registry, visitor: visitor).table
        {
            parts.append(table)
        }
        return parts
    }

    private static func facts(_ asked: RecordedApproval, _ visitor: Visitor) -> FactSheet {
        let say = visitor.say
        let (room, roles, text) =
            switch asked.kind {
            case .periodReopening:
                ("periods", Role.overseers, say("마감 보기", "the closing"))
            case .summary: ("reports", Role.readers, say("보고 보기", "the report"))
            default: ("donations", Role.readers, say("기부 보기", "the donation"))
            }
        let requester = visitor.staff[asked.requester]
        return FactSheet([
            Label(say("무엇을", "What"), what(asked, say)),
            visitor.way(to: "/\(room)/\(asked.subject)", for: roles).map {
                Label(say("어디에", "To what"), text, href: $0)
            },
            asked.kind == .summary
                ? Label(say("만든 쪽", "Made by"), requester)
                : Label(say("요청한 사람", "Asked by"), requester),
            Label(say("때", "When"), say.moment(asked.recordedAt)),
            shows(asked, visitor.reader)
                ? asked.reason.map { Label(say("사유", "Reason"), $0) } : nil,
        ])
    }

    /// Words about a donation may name its donor.
    static func shows(_ asked: RecordedApproval, _ reader: Reader) -> Bool {
        asked.kind != .correction || reader.seesPrivateNames
    }

    static func what(_ asked: RecordedApproval, _ say: Phrases) -> String {
        let action = ApprovalAction.title(of: asked.action).map(say.text) ?? asked.action
        guard let name = asked.subjectName else { return action }
        return say("\(action) \(name)", "\(action): \(name)")
    }
}

extension Chip {
    init(_ state: RecordedApproval.State, _ say: Phrases) {
        let kind =
            switch state {
            case .pending: "paused"
            case .approved: "filed"
            case .rejected: "failed"
            }
        self.init(kind, say.text(state.title))
    }
}
