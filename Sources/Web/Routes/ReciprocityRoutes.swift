import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 주고받은 표. `/api/v1/reciprocity`.
struct ReciprocityRoutes: Sendable {
    static let path = "/api/v1/reciprocity"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [show] }

    private var show: Route {
        Route(
            .get, ReciprocityRoutes.path, access: .guests,
            document: RouteDocument(
                "showReciprocity",
                Bilingual(
                    "누가 누구에게 주었고 누가 아직 답하지 않았는지",
                    "Who gave to whom, and who has not answered yet"),
                parameters: ReciprocityRoutes.parameters,
                responses: [(200, .json("Reciprocity"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(Set(ReciprocityRoutes.parameters.map(\.name)))
            let question = try ReciprocityForm.question(query, today: today())
            let governments = try await ledger.governments()
            let unit = try query.government("government", governments, on: today())
            let record = try await ledger.reciprocity(question).found()
            var writer = JSONWriter(capacity: 1024 + record.matrix.cells.count * 256)
            record.write(to: &writer, about: unit, for: context.reader)
            return .json(writer)
        }
    }

    private static let parameters: [RouteDocument.Parameter] = [
        .init("from", .day, Bilingual("기부일, 이날부터", "Donated on this day or later")),
        .init("to", .day, Bilingual("기부일, 이날까지", "Donated on this day or earlier")),
        .init(
            "level", .words(ReciprocityMatrix.Level.self),
            Bilingual(
                "한 줄의 단위: 기초를 포함한 광역, 또는 지자체마다(기본)",
                "What a line is: a metropolitan government with its basic ones, or each one")),
        .init(
            "as_of", ["type": "string", "default": "event"],
            Bilingual(
                "event: 기부 당시의 지자체. today 또는 날짜: 승계를 따라 그날의 지자체로",
                "event: the governments of the day of donation; today or a day: rolled up through "
                    + "successors to those of that day")),
        .init(
            "agreement", .id,
            Bilingual("이 협약에 따른 상호기부만", "Only exchanges under this agreement")),
        .init(
            "government", .text,
            Bilingual("이 지자체가 준 것과 받은 것만", "Only what this government gave or received")),
    ]
}
