import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 출처. `/api/v1/sources`: articles and notices that claims name.
struct SourceRoutes: Sendable {
    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] {
        [
            Route(
                .post, "/api/v1/sources", access: .writers,
                body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
                document: .creation(
                    "addSource", Bilingual("출처 등록", "Record a source"), of: "SourceDraft")
            ) { _, context in
                let draft = try SourceForm.draft(context.formBody(), today: today())
                return try await ledger.record(draft, request: context.writing).response()
            }
        ]
    }
}
