import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 업무협약. `/api/v1/agreements`.
struct AgreementRoutes: Sendable {
    static let path = "/api/v1/agreements"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show, addDocument, addStatus] }

    private var list: Route {
        Route(
            .get, AgreementRoutes.path, access: .guests,
            document: .list(
                "listAgreements", Bilingual("업무협약 목록", "Agreements"), of: "Agreement",
                filters: AgreementRoutes.filters)
        ) { request, context in
            let list = try ListRequest(
                of: request, filters: Set(AgreementRoutes.filters.map(\.name)))
            let governments = try await ledger.governments()
            let filter = try filter(list.query, governments)
            let rows = try await ledger.agreements(
                filter, after: list.number ?? 0, rowsMax: list.rowsMax)
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

    private var addDocument: Route {
        Route(
            .post, AgreementRoutes.path + "/{id}/documents", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addDocument", Bilingual("협약 자료 추가", "Add a document to an agreement"),
                of: "DocumentDraft")
        ) { _, context in
            let agreement = try context.id()
            let draft = try AgreementForm.document(context.formBody(), today: today())
            _ = try await ledger.agreement(agreement).found()
            return try await ledger.record(draft, of: agreement, request: context.writing)
                .response()
        }
    }

    private var addStatus: Route {
        Route(
            .post, AgreementRoutes.path + "/{id}/statuses", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addAgreementStatus", Bilingual("협약 현황 기록", "Say what became of an agreement"),
                of: "AgreementStatusDraft")
        ) { _, context in
            let agreement = try context.id()
            let draft = try AgreementForm.status(context.formBody(), today: today())
            _ = try await ledger.agreement(agreement).found()
            return try await ledger.record(draft, of: agreement, request: context.writing)
                .response()
        }
    }

    private func filter(
        _ query: Query, _ governments: GovernmentRegistry
    ) throws(Problem) -> AgreementFilter {
        let unit = try query.government("government", governments, on: today())
        return AgreementFilter(
            units: unit.map(governments.line(of:)),
            field: try query.value("field") { $0.tidied.isEmpty ? nil : $0.tidied },
            year: try query.value("year") { text in
                Int(text).flatMap { (1...9999).contains($0) ? $0 : nil }
            },
            kind: try query.value("kind") { AgreementDraft.Kind(rawValue: $0) })
    }

    private static let filters: [RouteDocument.Parameter] = [
        .init(
            "government", .text,
            Bilingual("당사자의 코드나 이름, 통합 전후를 함께", "Code or name of a party, under all its names")),
        .init(
            "field", .text,
            Bilingual("협약 분야 이름에 든 말", "Words in the name of a field of cooperation")),
        .init("year", .whole, Bilingual("체결한 해", "The year of signing")),
        .init("kind", .words(AgreementDraft.Kind.self), Bilingual("협약 종류", "What kind it is")),
    ]
}
