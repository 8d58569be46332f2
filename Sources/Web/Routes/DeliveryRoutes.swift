import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 발송. `/api/v1/deliveries`: the outbox of filed summaries, and sending again.
struct DeliveryRoutes: Sendable {
    static let path = "/api/v1/deliveries"

    let ledger: Ledger

    var routes: [Route] { [list, sendAgain] }

    private var list: Route {
        Route(
            .get, DeliveryRoutes.path, access: .roles(Role.receiverReaders),
            document: .list(
                "listDeliveries", Bilingual("발송 목록, 새 것부터", "Deliveries, newest first"),
                of: "Delivery",
                filters: [
                    RouteDocument.Parameter(
                        "state", .words(DeliveryState.self),
                        Bilingual("이 상태만", "Only of this state"))
                ])
        ) { request, context in
            let list = try ListRequest(of: request, filters: ["state"])
            let state = try list.query.value("state") { DeliveryState(rawValue: $0) }
            let rows = try await ledger.deliveries(
                state, before: list.number, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    /// By token either does what a page lets them do: a manager that of the report, an operator
    /// that of the settings.
    private var sendAgain: Route {
        Route(
            .post, DeliveryRoutes.path + "/{id}/attempts", access: .only(.operator, .manager),
            needsIdempotencyKey: true,
            document: RouteDocument(
                "sendAgain", Bilingual("다시 보내기", "Send once more, under the same id"),
                responses: [(202, .json("Delivery"))])
        ) { request, context in
            let (id, reader) = (try context.id(), context.reader)
            return try await context.once(ledger, request) { delivery, _, writer in
                delivery.write(to: &writer, for: reader)
                return .accepted
            } act: {
                try await ledger.sendAgain(id, errand: $0)
            }
        }
    }
}
