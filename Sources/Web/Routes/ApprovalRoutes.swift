import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 승인. `/api/v1/approvals`: what waits for a second person, and what that person says.
struct ApprovalRoutes: Sendable {
    static let path = "/api/v1/approvals"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, decide, show, foresee] }

    private var list: Route {
        Route(
            .get, ApprovalRoutes.path, access: .keepers,
            document: .list(
                "listApprovals",
                Bilingual(
                    "승인을 기다리거나 받은 요청, 새 것부터",
                    "What waits or waited for a second person, newest first"),
                of: "Approval",
                filters: [
                    .init(
                        "state", .words(RecordedApproval.State.self),
                        Bilingual("이 상태만", "In this state only"))
                ])
        ) { request, context in
            let list = try ListRequest(of: request, filters: ["state"])
            let state = try list.query.value("state") { RecordedApproval.State(rawValue: $0) }
            let rows = try await ledger.approvals(
                state: state, before: list.number, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var show: Route {
        Route(
            .get, ApprovalRoutes.path + "/{id}", access: .keepers,
            document: .one(
                "showApproval", Bilingual("요청 한 건", "One of them, by the id of what was asked"),
                "Approval")
        ) { _, context in
            let rows = try await ledger.approvals(of: context.id(), rowsMax: 1)
            let found = try rows.first.found()
            var writer = JSONWriter()
            found.write(to: &writer, for: context.reader)
            return .json(writer)
        }
    }

    private var foresee: Route {
        Route(
            .get, ApprovalRoutes.path + "/{id}/foresight", access: .keepers,
            document: .one(
                "foreseeApproval",
                Bilingual(
                    "기다리는 정정을 지금 승인하면 달라질 것. 지금 할 수 없으면 422로 그 까닭을 답함",
                    "What approving a correction that waits would bring now; 422 says why it "
                        + "cannot be done any more"),
                "CorrectionForesight")
        ) { _, context in
            let asked = try await ledger.approvals(of: context.id(), rowsMax: 1).first.found()
            switch try await ledger.foresee(approving: asked, author: context.author) {
            case .foreseen(let foresight):
                var writer = JSONWriter()
                try await foresight.write(
                    to: &writer, ledger.governments(), for: context.reader)
                return .json(writer)
            case .refused(let refusals): throw Problem(refusals)
            case .unknown, .stale: throw WebContext.nothingThere
            }
        }
    }

    private var decide: Route {
        Route(
            .post, ApprovalRoutes.path, access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "decideApproval",
                Bilingual(
                    "승인(approve)·반려(reject). 요청한 사람은 할 수 없음",
                    "Approve or reject; whoever asked cannot"), of: "ApprovalDraft")
        ) { _, context in
            let draft = try ApprovalForm.draft(context.formBody(), today: today())
            return try await ledger.decide(draft, request: context.writing).response()
        }
    }
}
