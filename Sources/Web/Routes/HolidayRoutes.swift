import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 공휴일. `/api/v1/holidays`: the days that schedules on working days go around.
struct HolidayRoutes: Sendable {
    static let path = "/api/v1/holidays"
    private static let bodyBytesMax = 256 * 1024

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, load] }

    private var list: Route {
        Route(
            .get, HolidayRoutes.path, access: .everyRole,
            document: RouteDocument(
                "listHolidays", Bilingual("공휴일 목록", "Days off"),
                responses: [(200, .json("HolidayList"))])
        ) { _, _ in
            try await answer()
        }
    }

    private var load: Route {
        Route(
            .put, HolidayRoutes.path, access: .only(.operator),
            body: .json(bytesMax: HolidayRoutes.bodyBytesMax),
            document: RouteDocument(
                "loadHolidays",
                Bilingual(
                    "공휴일 올리기. 목록에 있는 해를 통째로 바꿈",
                    "Load days off; each year that the list names is replaced"),
                request: "HolidayDraft", responses: [(200, .json("HolidayList"))])
        ) { _, context in
            let form = try HolidayForm(context.formBody(), today: today())
            try await ledger.loadHolidays(form.days, author: context.author)
            return try await answer()
        }
    }

    private func answer() async throws -> Response {
        Page(items: try await ledger.holidays(), next: nil).answer { holiday, writer in
            holiday.write(to: &writer)
        }
    }
}
