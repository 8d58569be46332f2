import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 수신처. `/api/v1/receivers`: whom filed summaries are handed to.
struct ReceiverRoutes: Sendable {
    static let path = "/api/v1/receivers"
    private static let one = path + "/{name}"
    private static let bodyBytesMax = 16 * 1024

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, show, add, change, renew] }

    private var list: Route {
        Route(
            .get, ReceiverRoutes.path, access: .roles(Role.receiverReaders),
            document: RouteDocument(
                "listReceivers", Bilingual("수신처 목록", "Receivers of reports"),
                responses: [(200, .json("ReceiverList"))])
        ) { _, _ in
            return Page(items: try await ledger.receivers(), next: nil).answer {
                $0.write(to: &$1)
            }
        }
    }

    private var show: Route {
        Route(
            .get, ReceiverRoutes.one, access: .roles(Role.receiverReaders),
            document: .one(
                "showReceiver", Bilingual("수신처와 변경 기록", "A receiver and its changes"),
                "ReceiverWithChanges")
        ) { _, context in
            let recorded = try await ledger.receiver(context.pathParameter("name")).found()
            let changes = try await ledger.changes(
                of: recorded, rowsMax: RecordedReceiver.changesMax)
            var writer = JSONWriter()
            recorded.write(to: &writer, secret: nil, changes: changes)
            return .json(writer)
        }
    }

    private var add: Route {
        Route(
            .post, ReceiverRoutes.path, access: .only(.operator),
            body: .json(bytesMax: ReceiverRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "addReceiver",
                Bilingual(
                    "수신처 더하기. 웹훅의 비밀키는 이때만 보임",
                    "Add a receiver; a webhook's secret is shown this once"),
                request: "ReceiverDraft", responses: [(201, .json("ReceiverWithChanges"))])
        ) { request, context in
            let form = try ReceiverForm(context.formBody(), today: today())
            return try await told(request, context, status: .created, showsSecret: true) {
                try await ledger.addReceiver(
                    form.receiver, note: form.note, author: context.author, errand: $0)
            }
        }
    }

    private var change: Route {
        Route(
            .patch, ReceiverRoutes.one, access: .only(.operator),
            body: .json(bytesMax: ReceiverRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "changeReceiver", Bilingual("수신처 켜고 끄기", "Switch a receiver on or off"),
                request: "ReceiverChange", responses: [(200, .json("ReceiverWithChanges"))])
        ) { request, context in
            let form = try ReceiverChangeForm(context.formBody(), today: today())
            return try await told(request, context) {
                try await ledger.switchReceiver(
                    context.pathParameter("name"), on: form.isOn, note: form.note,
                    author: context.author, errand: $0)
            }
        }
    }

    private var renew: Route {
        Route(
            .post, ReceiverRoutes.one + "/secret", access: .only(.operator),
            needsIdempotencyKey: true,
            document: RouteDocument(
                "renewReceiverSecret",
                Bilingual(
                    "웹훅 비밀키 바꾸기. 새 것은 이때만 보임",
                    "Renew a webhook's secret; the new one is shown this once"),
                responses: [(200, .json("ReceiverWithChanges"))])
        ) { request, context in
            try await told(request, context, showsSecret: true) {
                try await ledger.renewSecret(
                    ofReceiver: context.pathParameter("name"), note: nil,
                    author: context.author, errand: $0)
            }
        }
    }

    private func told(
        _ request: HummingbirdCore.Request, _ context: WebContext,
        status: HTTPResponse.Status = .ok, showsSecret: Bool = false,
        _ act: (Errand<RecordedReceiver>) async throws -> RecordedReceiver
    ) async throws -> Response {
        try await context.once(ledger, request) { recorded, _, writer in
            let isShown = showsSecret && recorded.receiver.kind == .webhook
            recorded.write(
                to: &writer, secret: isShown ? ledger.secret(of: recorded).text : nil,
                changes: recorded.changes)
            return status
        } act: {
            try await act($0)
        }
    }
}
