import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 업무협약. `/api/v1/agreements`.
struct AgreementRoutes: Sendable {
    static let path = "/api/v1/agreements"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show] }

    private var list: Route {
        Route(
            .get, AgreementRoutes.path, access: .guests,
            document: .list(
                "listAgreements", Bilingual("업무협약 목록", "Agreements"), of: "Agreement")
        ) { request, context in
            let list = try ListRequest(of: request)
            let governments = try await ledger.governments()
            let rows = try await ledger.agreements(
                after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.agreement.number).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, AgreementRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addAgreement", Bilingual("업무협약 등록", "Record an agreement"),
                of: "AgreementDraft")
        ) { _, context in
            let draft = try AgreementForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing)
                .response(in: AgreementRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, AgreementRoutes.path + "/{id}", access: .guests,
            document: .one("showAgreement", Bilingual("업무협약 하나", "One agreement"), "Agreement")
        ) { _, context in
            let agreement = try await ledger.agreement(context.id()).found()
            var writer = JSONWriter()
            agreement.write(to: &writer, try await ledger.governments(), for: context.reader)
            return .json(writer)
        }
    }
}
