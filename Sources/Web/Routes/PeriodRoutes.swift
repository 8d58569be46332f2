import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Timetable

/// 마감. `/api/v1/periods`: what is closed, by whom and why, and what came in all the same.
struct PeriodRoutes: Sendable {
    static let path = "/api/v1/periods"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, close, show, reopen, approve, lateEntries] }

    private var list: Route {
        Route(
            .get, PeriodRoutes.path, access: .readers,
            document: .list(
                "listPeriods", Bilingual("마감 이력, 새 것부터", "Closings, newest first"),
                of: "Period",
                filters: [
                    .init(
                        "period", ["type": "string"],
                        Bilingual("2025-12, 2025-Q4, 2025", "Such as 2025-12, 2025-Q4 or 2025"))
                ])
        ) { request, _ in
            let list = try ListRequest(of: request, filters: ["period"])
            let period = try list.query.value("period") { PeriodKey($0)?.text }
            let rows = try await ledger.periods(
                period: period, before: list.number, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer { $0.write(to: &$1) }
        }
    }

    private var close: Route {
        Route(
            .post, PeriodRoutes.path, access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "closePeriod",
                Bilingual("월·분기·연도 마감", "Close a month, a quarter or a year"),
                of: "ClosingDraft")
        ) { _, context in
            let draft = try ClosingForm.draft(context.formBody(), today: today())
            return try await ledger.close(draft, request: context.writing)
                .response(in: PeriodRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, PeriodRoutes.path + "/{id}", access: .readers,
            document: .one("showPeriod", Bilingual("마감 한 건", "One closing"), "Period")
        ) { _, context in
            let found = try await ledger.periods(id: context.id(), rowsMax: 1).first.found()
            var writer = JSONWriter()
            found.write(to: &writer)
            return .json(writer)
        }
    }

    private var reopen: Route {
        Route(
            .post, PeriodRoutes.path + "/{id}/reopenings", access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "reopenPeriod",
                Bilingual(
                    "재개 요청. 다른 사람이 승인하면 열림",
                    "Ask that a period be opened again; it is once another person approves"),
                request: "ReopeningDraft", responses: [(202, .json("Receipt"))])
        ) { _, context in
            let draft = try ReopeningForm.draft(
                context.formBody(), of: context.id(), today: today())
            return try await ledger.reopen(draft, request: context.writing).response()
        }
    }

    private var approve: Route {
        Route(
            .post, PeriodRoutes.path + "/{id}/late-approvals", access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "approveLateEntries",
                Bilingual(
                    "늦은 등록 승인. 다른 사람이 그 식별자를 기부의 late_approval에 씀",
                    "Let others record late; they name it in a donation's late_approval"),
                of: "LateApprovalDraft")
        ) { _, context in
            let draft = try LateApprovalForm.draft(
                context.formBody(), of: context.id(), today: today())
            return try await ledger.approve(draft, request: context.writing).response()
        }
    }

    private var lateEntries: Route {
        Route(
            .get, PeriodRoutes.path + "/{id}/late-entries", access: .readers,
            document: .list(
                "listLateEntries",
                Bilingual(
                    "마감 뒤에 등록된 기부, 새 것부터",
                    "Donations recorded into it after its closing, newest first"), of: "LateEntry")
        ) { request, context in
            let list = try ListRequest(of: request)
            let rows = try await ledger.lateEntries(
                of: context.id(), before: list.number, rowsMax: list.rowsMax
            ).found()
            return list.page(rows, number: \.number).answer { $0.write(to: &$1) }
        }
    }
}
