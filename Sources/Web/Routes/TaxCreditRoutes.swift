import HTTPTypes
import Hometown
import HummingbirdCore

/// 세액공제 예상. `/api/v1/tax-credit`: what may come back of a year's donations. Nothing is read of
/// anybody: whoever asks brings the amount.
struct TaxCreditRoutes: Sendable {
    static let path = "/api/v1/tax-credit"

    let today: @Sendable () -> CivilDate

    var routes: [Route] { [show] }

    private var show: Route {
        Route(
            .get, TaxCreditRoutes.path, access: .guests,
            document: RouteDocument(
                "estimateTaxCredit",
                Bilingual(
                    "한 해 기부액의 세액공제 예상. 실제와 다를 수 있음",
                    "What may come back of a year's donations: an estimate"),
                parameters: TaxCreditRoutes.parameters,
                responses: [(200, .json("TaxCredit"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["year", "amount", "region"])
            let year = try query.value("year") { Int16($0).map { Int($0) } } ?? today().year
            let amount =
                try query.value("amount") { text in
                    Int64(text).flatMap { $0 >= 0 ? Won($0) : nil }
                } ?? TaxCreditRoutes.usual
            let region = try query.value("region") { TaxCredit.Region(rawValue: $0) } ?? .ordinary
            let credit = try TaxCredit.estimated(year: year, donated: amount, region: region)
            var writer = JSONWriter()
            credit.write(to: &writer, year: year, region: region, for: context.reader)
            return .json(writer)
        }
    }

    /// What nine of ten donors give.
    private static let usual = Won(100_000)

    private static let parameters: [RouteDocument.Parameter] = [
        .init("year", ["type": "integer"], Bilingual("연도, 없으면 올해", "The year; else this one")),
        .init(
            "amount", ["type": "integer", "minimum": 0, "default": 100_000],
            Bilingual("그해 기부액 합계(원)", "The total given in it, in won")),
        .init(
            "region", .words(TaxCredit.Region.self),
            Bilingual("특별재난지역이면 disaster", "disaster for a special disaster area")),
    ]
}
