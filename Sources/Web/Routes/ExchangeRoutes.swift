import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 상호기부. `/api/v1/exchanges`.
struct ExchangeRoutes: Sendable {
    static let path = "/api/v1/exchanges"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show] }

    private var list: Route {
        Route(
            .get, ExchangeRoutes.path, access: .guests,
            document: .list("listExchanges", Bilingual("상호기부 목록", "Exchanges"), of: "Exchange")
        ) { request, context in
            let list = try ListRequest(of: request)
            let governments = try await ledger.governments()
            let rows = try await ledger.exchanges(
                after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.exchange.number).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, ExchangeRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addExchange",
                Bilingual(
                    "상호기부 등록, 양쪽과 그 기부까지", "Record an exchange with its legs and donations"),
                of: "ExchangeDraft")
        ) { _, context in
            let draft = try ExchangeForm.draft(
                context.formBody(), today: today(), keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: context.writing)
                .response(in: ExchangeRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, ExchangeRoutes.path + "/{id}", access: .guests,
            document: .one("showExchange", Bilingual("상호기부 하나", "One exchange"), "Exchange")
        ) { _, context in
            let exchange = try await ledger.exchange(context.id()).found()
            var writer = JSONWriter()
            exchange.write(to: &writer, try await ledger.governments(), for: context.reader)
            return .json(writer)
        }
    }
}
