import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 주장과 채택. `/api/v1/claims`: what further sources say of a thing; `/api/v1/choices`: which of them
/// is followed.
struct ClaimRoutes: Sendable {
    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [add, choose] }

    private var add: Route {
        Route(
            .post, "/api/v1/claims", access: .coordinators,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addClaims", Bilingual("주장 추가", "Record further claims of a thing"),
                of: "ClaimsDraft")
        ) { _, context in
            let draft = try ClaimsForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing).response()
        }
    }

    private var choose: Route {
        Route(
            .post, "/api/v1/choices", access: .coordinators,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "chooseClaim", Bilingual("주장 채택", "Follow one of several claims"),
                of: "ChoiceDraft")
        ) { _, context in
            let draft = try ChoiceForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing).response()
        }
    }
}
