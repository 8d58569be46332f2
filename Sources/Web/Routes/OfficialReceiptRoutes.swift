import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 영수증. `/api/v1/official-receipts`, each under the id of its donation.
struct OfficialReceiptRoutes: Sendable {
    static let path = "/api/v1/official-receipts"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show, recall] }

    private var list: Route {
        Route(
            .get, OfficialReceiptRoutes.path, access: .readers,
            document: .list(
                "listOfficialReceipts", Bilingual("영수증 목록", "Official receipts"),
                of: "OfficialReceipt")
        ) { request, context in
            let list = try ListRequest(of: request)
            let rows = try await ledger.officialReceipts(
                after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, OfficialReceiptRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addOfficialReceipt",
                Bilingual("영수증 등록", "Record the official receipt of a donation"),
                of: "OfficialReceiptDraft")
        ) { _, context in
            let draft = try OfficialReceiptForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing).response()
        }
    }

    private var show: Route {
        Route(
            .get, OfficialReceiptRoutes.path + "/{id}", access: .readers,
            document: .one(
                "showOfficialReceipt",
                Bilingual("기부 한 건의 영수증", "The official receipt of a donation"),
                "OfficialReceipt")
        ) { _, context in
            let rows = try await ledger.officialReceipts(donation: context.id(), rowsMax: 1)
            let receipt = try rows.first.found()
            var writer = JSONWriter()
            receipt.write(to: &writer, for: context.reader)
            return .json(writer)
        }
    }

    private var recall: Route {
        Route(
            .post, OfficialReceiptRoutes.path + "/recalls", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "recallOfficialReceipt",
                Bilingual("영수증 회수 등록", "Record that an official receipt came back"),
                of: "OfficialReceiptRecallDraft")
        ) { _, context in
            let draft = try OfficialReceiptForm.recall(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing).response()
        }
    }
}
