import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 기부자 잇기. `/api/v1/people/{id}/donors`: that a public person and the donor under a key are one
/// human. Which donors they are is told to nobody; that there are some, to whoever records.
struct DonorJoiningRoutes: Sendable {
    static let path = PersonRoutes.path + "/{id}/donors"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, join, part] }

    private var list: Route {
        Route(
            .get, DonorJoiningRoutes.path, access: .keepers,
            document: .one(
                "showDonorJoinings",
                Bilingual(
                    "인물에 이은 기부자와 상한을 넘은 해의 기부",
                    "What was joined to a person, and the donations of years above the cap"),
                "DonorJoinings")
        ) { _, context in
            let found = try await ledger.donorJoinings(of: context.id()).found()
            var writer = JSONWriter()
            found.write(to: &writer, try await ledger.governments(), for: context.reader)
            return .json(writer)
        }
    }

    private var join: Route {
        Route(
            .post, DonorJoiningRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "joinDonor",
                Bilingual(
                    "인물과 기부자를 한 사람으로 잇기", "Join a donor to a person: one human, one cap"),
                of: "DonorJoiningDraft")
        ) { _, context in
            let draft = try DonorJoiningForm.draft(
                context.formBody(), of: context.id(), today: today(), keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: context.writing).response()
        }
    }

    private var part: Route {
        Route(
            .post, DonorJoiningRoutes.path + "/{joining}/partings", access: .only(.manager),
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "partDonor",
                Bilingual(
                    "잘못 이은 기부자의 연결 취소", "Part a donor that was joined to a person by mistake"),
                of: "DonorPartingDraft")
        ) { _, context in
            let draft = try DonorPartingForm.draft(
                context.formBody(), of: context.id(), joining: context.id("joining"),
                today: today())
            return try await ledger.record(draft, request: context.writing).response()
        }
    }
}
