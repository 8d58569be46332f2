import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 인증 챌린지. `/api/v1/relays`, and below each its runs, its nominations and its graph.
struct RelayRoutes: Sendable {
    static let path = "/api/v1/relays"
    static let one = path + "/{id}"

    let ledger: Ledger
    /// A large relay takes long to lay out and to measure.
    let cache: PageCache
    let today: @Sendable () -> CivilDate

    var routes: [Route] {
        [
            list, add, show, figures, participations, addParticipation, nominations,
            addNomination, addReply, graph, importing,
        ]
    }

    private var list: Route {
        Route(
            .get, RelayRoutes.path, access: .guests,
            document: .list("listRelays", Bilingual("챌린지 목록", "Relays"), of: "Relay")
        ) { request, context in
            let list = try ListRequest(of: request)
            let rows = try await ledger.relays(after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, RelayRoutes.path, access: .coordinators,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addRelay", Bilingual("챌린지 등록", "Record a relay"), of: "RelayDraft")
        ) { _, context in
            let draft = try RelayForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing)
                .response(in: RelayRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, RelayRoutes.one, access: .guests,
            document: .one(
                "showRelay", Bilingual("챌린지 하나와 현황", "One relay and its figures"),
                "RelayWithFigures")
        ) { _, context in
            let relay = try await ledger.figuredRelay(context.id()).found()
            var writer = JSONWriter()
            relay.record.write(relay.figures, to: &writer, for: context.reader)
            return .json(writer)
        }
    }

    private var figures: Route {
        Route(
            .get, RelayRoutes.one + "/figures", access: .guests,
            document: .one(
                "showRelayFigures", Bilingual("챌린지 지표", "Figures of a relay"),
                "RelayFigures")
        ) { _, context in
            let id = try context.id()
            // They name nobody and read the same in every language.
            let page = try await kept("\(id)/figures") {
                var writer = JSONWriter(capacity: 2_048)
                try await ledger.relayFigures(id).found().write(to: &writer)
                return writer.bytes
            }
            return RelayRoutes.answer(page, type: "application/json", for: context)
        }
    }

    private var participations: Route {
        Route(
            .get, RelayRoutes.one + "/participations", access: .guests,
            document: .list(
                "listParticipations", Bilingual("참여 목록", "Runs of a relay"),
                of: "Participation")
        ) { request, context in
            let list = try ListRequest(of: request)
            let relay = try await ledger.participations(
                of: context.id(), isPublished: !context.reader.readsBook,
                after: list.number ?? 0, rowsMax: list.rowsMax
            ).found()
            return list.page(relay.participations, number: \.number).answer {
                relay.write($0, to: &$1, for: context.reader)
            }
        }
    }

    private var addParticipation: Route {
        Route(
            .post, RelayRoutes.one + "/participations", access: .coordinators,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addParticipation",
                Bilingual(
                    "참여 기록, 다음 주자와 기부까지", "Record a run with its nominees and donations"),
                of: "ParticipationDraft")
        ) { _, context in
            let draft = try ParticipationForm.draft(
                context.formBody(), of: context.id(), today: today(), keyed: ledger.secret.donor)
            try draft.check(for: context.principal?.role)
            return try await ledger.record(draft, request: context.writing).response()
        }
    }

    private var nominations: Route {
        Route(
            .get, RelayRoutes.one + "/nominations", access: .guests,
            document: .list(
                "listNominations", Bilingual("지명 목록", "Nominations of a relay"),
                of: "Nomination")
        ) { request, context in
            let list = try ListRequest(of: request)
            let relay = try await ledger.nominations(
                of: context.id(), isPublished: !context.reader.readsBook,
                after: list.number ?? 0, rowsMax: list.rowsMax
            ).found()
            return list.page(relay.nominations, number: \.number).answer {
                relay.write($0, to: &$1, for: context.reader)
            }
        }
    }

    private var addNomination: Route {
        Route(
            .post, RelayRoutes.one + "/nominations", access: .coordinators,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addNomination", Bilingual("지명 기록", "Record a nomination"),
                of: "NominationDraft")
        ) { _, context in
            let draft = try NominationForm.draft(
                context.formBody(), of: context.id(), today: today())
            return try await ledger.record(draft, request: context.writing).response()
        }
    }

    private var addReply: Route {
        Route(
            .post, RelayRoutes.one + "/replies", access: .coordinators,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addReply",
                Bilingual("지명에 대한 응답 기록", "Record what became of a nomination"),
                of: "ReplyDraft")
        ) { _, context in
            let draft = try ReplyForm.draft(
                context.formBody(), of: context.id(), today: today())
            return try await ledger.record(draft, request: context.writing).response()
        }
    }

    private var graph: Route {
        Route(
            .get, RelayRoutes.one + "/graph", access: .guests,
            document: RouteDocument(
                "showRelayGraph",
                Bilingual("챌린지 그림: 세대, 시간, 표와 파일", "The relay as a graph, picture, table or file"),
                parameters: [RelayRoutes.format], responses: [(200, .json("RelayGraph"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["format"])
            let format = try query.value("format") { RelayExport.Format(rawValue: $0) } ?? .json
            let (id, reader) = (try context.id(), context.reader)
            let draw = { try await drawn(id, as: format, for: reader) }
            // Whose data somebody with a token is shown is written down each time.
            let page =
                if reader.role == nil {
                    try await kept("\(id)/graph \(format) \(reader.language)", draw)
                } else { PageCache.Page(try await draw()) }
            return RelayRoutes.answer(
                page, type: format.type,
                headers: [.contentSecurityPolicy: ContentPolicy.picture], for: context)
        }
    }

    /// Made once while the book stands as it stands.
    /// - Parameter rest: of the address, and what else decides how it reads.
    private func kept(
        _ rest: String, _ make: () async throws -> [UInt8]
    ) async throws -> PageCache.Page {
        try await cache.page(
            at: "\(RelayRoutes.path)/\(rest)", in: try await ledger.bookState(), make)
    }

    /// Not sent twice. A guest's may be kept a while; of what staff reads nothing stays behind.
    private static func answer(
        _ page: PageCache.Page, type: String, headers: HTTPFields = [:], for context: WebContext
    ) -> Response {
        var headers = headers
        headers[.vary] = "Accept-Language, Authorization"
        guard context.reader.role != nil else {
            return .file(page, type: type, headers: headers, for: context)
        }
        return .answer(page.bytes, type: type, headers: headers).tagged(page.tag, for: context)
    }

    private func drawn(
        _ id: Identifier, as format: RelayExport.Format, for reader: Reader
    ) async throws -> [UInt8] {
        let relay = try await ledger.relay(id, isPublished: !reader.readsBook).found()
        return RelayExport(
            relay, on: today(), try await ledger.governments(), for: reader
        ).bytes(as: format)
    }

    private var importing: Route {
        Route(
            .post, RelayRoutes.one + "/import", access: .coordinators,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "importRelay",
                Bilingual("지명 목록 등록, 미리보기까지", "Record or preview an edge list"),
                request: "EdgeListDraft",
                responses: [(200, .json("RelayImport")), (201, .json("RelayImport"))])
        ) { _, context in
            let draft = try EdgeListForm.draft(context.formBody(), today: today())
            let relay = try context.id()
            let answer =
                draft.isDryRun
                ? try await ledger.planImport(draft.list, into: relay)
                : try await ledger.importRelay(draft.list, into: relay, request: context.writing)
            var writer = JSONWriter()
            try answer.write(to: &writer, for: context.reader)
            if case .recorded = answer { return .json(writer, status: .created) }
            return .json(writer)
        }
    }

    private static let format = RouteDocument.Parameter(
        "format", .words(RelayExport.Format.self), Bilingual("형식", "The form of the answer"))
}
