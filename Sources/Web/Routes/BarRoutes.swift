import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 모금·접수 제한. `/api/v1/bars`: periods in which a government must not receive.
struct BarRoutes: Sendable {
    static let path = "/api/v1/bars"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show, publish, end] }

    private var list: Route {
        Route(
            .get, BarRoutes.path, access: .everyRole,
            document: .list(
                "listBars", Bilingual("모금·접수 제한 목록", "Periods in which governments are barred"),
                of: "Bar", filters: [.government])
        ) { request, context in
            let list = try ListRequest(of: request, filters: ["government"])
            let governments = try await ledger.governments()
            let unit = try list.query.government("government", governments, on: today())
            let rows = try await ledger.bars(
                government: unit?.id, after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, BarRoutes.path, access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addBar", Bilingual("모금·접수 제한 등록", "Record a bar"), of: "BarDraft")
        ) { _, context in
            let draft = try BarForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing)
                .response(in: BarRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, BarRoutes.path + "/{id}", access: .everyRole,
            document: .one("showBar", Bilingual("모금·접수 제한 하나", "One bar"), "Bar")
        ) { _, context in
            let rows = try await ledger.bars(id: context.id(), rowsMax: 1)
            let bar = try rows.first.found()
            var writer = JSONWriter()
            bar.write(to: &writer, try await ledger.governments(), for: context.reader)
            return .json(writer)
        }
    }

    private var publish: Route {
        Route(
            .post, BarRoutes.path + "/{id}/publications", access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "publishBar", Bilingual("제한 사실 공표 등록", "Record that a bar was made public"),
                of: "PublicationDraft")
        ) { _, context in
            let day = try BarForm.publication(context.formBody(), today: today())
            return try await ledger.publish(bar: context.id(), on: day, request: context.writing)
                .response()
        }
    }

    private var end: Route {
        Route(
            .post, BarRoutes.path + "/{id}/endings", access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "endBar", Bilingual("제한 해제 등록", "End a bar before its time"), of: "EndingDraft")
        ) { _, context in
            let draft = try EndingForm.draft(context.formBody(), today: today())
            return try await ledger.end(bar: context.id(), draft, request: context.writing)
                .response()
        }
    }
}
