import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 지자체. `/api/v1/governments`, as they stand on a day.
struct GovernmentRoutes: Sendable {
    static let path = "/api/v1/governments"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, show] }

    private var list: Route {
        Route(
            .get, GovernmentRoutes.path, access: .guests,
            document: RouteDocument(
                "listGovernments",
                Bilingual("어느 날의 지자체 전부", "All governments in force on a day"),
                parameters: [
                    .init(
                        "on", ["type": "string", "format": "date"],
                        Bilingual("기준일, 없으면 오늘", "The day; today when absent"))
                ],
                responses: [(200, .json("GovernmentList"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["on"])
            let day = try query.value("on") { CivilDate($0) } ?? today()
            let governments = try await ledger.governments()
            let page = Page(items: governments.inForce(on: day), next: nil)
            return page.answer { $0.write(to: &$1, governments, for: context.reader) }
        }
    }

    private var show: Route {
        Route(
            .get, GovernmentRoutes.path + "/{code}", access: .guests,
            document: .one(
                "showGovernment",
                Bilingual("지자체 하나, 폐지된 것도", "One government, in force or not"), "Government")
        ) { _, context in
            let governments = try await ledger.governments()
            let government = try governments[code: context.pathParameter("code")].found()
            var writer = JSONWriter()
            government.write(to: &writer, governments, for: context.reader)
            return .json(writer)
        }
    }
}
