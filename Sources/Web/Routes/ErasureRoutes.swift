import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 파기. `/api/v1/people/{id}/erasures` and `/api/v1/donations/{id}/erasures`: the personal fields
/// of one human go, and the entry that says so stays.
struct ErasureRoutes: Sendable {
    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] {
        [
            route(
                PersonRoutes.path, "erasePerson",
                Bilingual("인물의 개인정보 파기", "Erase a person's personal fields")
            ) { .person($0) },
            route(
                DonationRoutes.path, "eraseDonor",
                Bilingual("기부자의 개인정보 파기", "Erase what is personal of a donation's donor")
            ) { .donorOf(donation: $0) },
        ]
    }

    private func route(
        _ path: String, _ operation: String, _ summary: Bilingual,
        _ subject: @escaping @Sendable (Identifier) -> ErasureDraft.Subject
    ) -> Route {
        Route(
            .post, path + "/{id}/erasures", access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(operation, summary, of: "ErasureDraft")
        ) { _, context in
            let reason = try ErasureForm.reason(context.formBody(), today: today())
            let draft = ErasureDraft(subject(try context.id()), reason: reason)
            return try await ledger.record(draft, request: context.writing).response()
        }
    }
}
