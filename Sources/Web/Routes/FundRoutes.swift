import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 기금 수치. `/api/v1/funds`: what became of the money, as documents say.
struct FundRoutes: Sendable {
    static let path = "/api/v1/funds"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show] }

    private var list: Route {
        Route(
            .get, FundRoutes.path, access: .readers,
            document: .list(
                "listFunds",
                Bilingual(
                    "기금 수치, 등록한 차례로. 바로잡힌 것도 함께",
                    "Fund figures in the order they were recorded, those put right among them"),
                of: "FundFigure", filters: FundRoutes.filters)
        ) { request, context in
            let list = try ListRequest(of: request, filters: ["year", "standing"])
            let filter = FundFilter(
                year: try list.query.value("year") { Int16($0).map { Int($0) } },
                isStanding: try list.query.flag("standing"))
            let rows = try await ledger.fundFigures(
                filter, after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, FundRoutes.path, access: .clerks, body: .json(bytesMax: Route.jsonBytesMax),
            needsIdempotencyKey: true,
            document: .creation(
                "addFund",
                Bilingual(
                    "기금 수치 등록. 바로잡을 때는 replaces에 앞선 것을",
                    "Record a fund figure; one that puts another right names it in replaces"),
                of: "FundFigureDraft")
        ) { _, context in
            let draft = try FundForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing)
                .response(in: FundRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, FundRoutes.path + "/{id}", access: .readers,
            document: .one("showFund", Bilingual("기금 수치 하나", "One fund figure"), "FundFigure")
        ) { _, context in
            let rows = try await ledger.fundFigures(FundFilter(id: context.id()), rowsMax: 1)
            let figure = try rows.first.found()
            var writer = JSONWriter()
            figure.write(to: &writer, for: context.reader)
            return .json(writer)
        }
    }

    private static let filters: [RouteDocument.Parameter] = [
        .init("year", ["type": "integer"], Bilingual("연도", "The year")),
        .init(
            "standing", .flagInAddress,
            Bilingual("true면 바로잡힌 것은 빼고", "With true, without those put right")),
    ]
}
