import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 이해관계. `/api/v1/interests`: what ties donors to governments by declaration. There is no filter:
/// nobody gets the donors of one employer listed (Act, Art. 6).
struct InterestRoutes: Sendable {
    static let path = "/api/v1/interests"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show, end] }

    private var list: Route {
        Route(
            .get, InterestRoutes.path, access: .keepers,
            document: .list(
                "listInterests", Bilingual("이해관계 신고 목록", "Declared interests"), of: "Interest")
        ) { request, context in
            let list = try ListRequest(of: request, refusing: StaffListing.names)
            let governments = try await ledger.governments()
            let rows = try await ledger.interests(after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, InterestRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addInterest", Bilingual("이해관계 신고 등록", "Record a declared interest"),
                of: "InterestDraft")
        ) { _, context in
            let draft = try InterestForm.draft(
                context.formBody(), today: today(), keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: context.writing)
                .response(in: InterestRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, InterestRoutes.path + "/{id}", access: .keepers,
            document: .one(
                "showInterest", Bilingual("이해관계 신고 하나", "One declared interest"), "Interest")
        ) { _, context in
            let rows = try await ledger.interests(id: context.id(), rowsMax: 1)
            let interest = try rows.first.found()
            var writer = JSONWriter()
            interest.write(to: &writer, try await ledger.governments(), for: context.reader)
            return .json(writer)
        }
    }

    private var end: Route {
        Route(
            .post, InterestRoutes.path + "/{id}/endings", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "endInterest", Bilingual("이해관계 종료", "End a declared interest"),
                of: "EndingDraft")
        ) { _, context in
            let draft = try EndingForm.draft(context.formBody(), today: today())
            return try await ledger.end(
                interest: context.id(), draft, request: context.writing
            ).response()
        }
    }
}
