import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Transparency

/// 투명성 로그. `/log`: the log as any C2SP reader fetches it: checkpoint, tiles of hashes, and for
/// auditors the entries themselves. Nothing personal is in any of it but the entries.
struct LogRoutes: Sendable {
    static let path = "/log"
    /// A reader sees a new checkpoint that much later; a proxy spares us the others.
    private static let checkpointCacheSeconds = 2
    private static let forEver = "max-age=31536000, immutable"

    let ledger: Ledger

    var routes: [Route] { [checkpoint, entries, tile, consistency] }

    private var checkpoint: Route {
        Route(
            .get, LogRoutes.path + "/checkpoint", access: .everybody,
            document: RouteDocument(
                "logCheckpoint", Bilingual("마지막으로 서명한 체크포인트", "The newest signed checkpoint"),
                responses: [(200, .other("text/plain"))])
        ) { _, _ in
            let newest = try await ledger.checkpoint().found()
            return .text(
                newest.note,
                headers: [
                    .cacheControl: "public, max-age=\(LogRoutes.checkpointCacheSeconds)"
                ])
        }
    }

    private var tile: Route {
        Route(
            .get, LogRoutes.path + "/tile/**", access: .everybody,
            document: RouteDocument(
                "logTile",
                Bilingual("해시 타일: <층>/<번호>[.p/<너비>]", "A tile of hashes: <L>/<N>[.p/<W>]"),
                responses: [(200, .other("application/octet-stream"))])
        ) { request, _ in
            let tile = try LogRoutes.tile(request)
            // Entries have a route of their own, with its own callers.
            guard tile.kind != .entries else { throw WebContext.nothingThere }
            return try await answer(tile, cache: "public, " + LogRoutes.forEver)
        }
    }

    private var entries: Route {
        Route(
            .get, LogRoutes.path + "/tile/entries/**", access: .only(.auditor),
            document: RouteDocument(
                "logEntries",
                Bilingual("항목 타일: <번호>[.p/<너비>]", "A tile of entries: <N>[.p/<W>]"),
                responses: [(200, .other("application/octet-stream"))])
        ) { request, _ in
            try await answer(
                try LogRoutes.tile(request), cache: "private, " + LogRoutes.forEver)
        }
    }

    /// A tile that was there once stays as it is: each width has an address of its own.
    private func answer(_ tile: Tile, cache: String) async throws -> Response {
        let bytes = try await ledger.tile(tile).found()
        return .answer(bytes, type: "application/octet-stream", headers: [.cacheControl: cache])
    }

    /// - Throws: `Problem` 404 for what is no tile's address.
    private static func tile(_ request: HummingbirdCore.Request) throws(Problem) -> Tile {
        try Tile(path: String(request.uri.path.dropFirst(path.count + 1))).found()
    }

    private var consistency: Route {
        Route(
            .get, LogRoutes.path + "/consistency", access: .everybody,
            document: RouteDocument(
                "logConsistency",
                Bilingual(
                    "한 크기의 로그가 다른 크기의 로그의 앞부분이라는 증명",
                    "Proof that the log of one size is the beginning of the log of another"),
                parameters: [
                    .init("from", LogRoutes.size, Bilingual("작은 쪽 크기", "The smaller size")),
                    .init(
                        "to", LogRoutes.size,
                        Bilingual(
                            "큰 쪽 크기. 없으면 마지막 체크포인트", "The larger size; else the newest checkpoint's"
                        )),
                ],
                responses: [(200, .json("Consistency"))])
        ) { request, _ in
            let query = try Query(of: request)
            try query.allow(["from", "to"])
            let from = try query.value("from", LogRoutes.size(_:))
            let to = try query.value("to", LogRoutes.size(_:))
            let growth = try await ledger.growth(from: from ?? 0, to: to).found()
            var writer = JSONWriter()
            growth.write(to: &writer)
            return .json(
                writer,
                headers: [.cacheControl: to == nil ? "no-store" : "public, " + LogRoutes.forEver])
        }
    }

    private static let size: JSONValue = ["type": "integer", "minimum": 0]

    private static func size(_ text: String) -> Int64? {
        Int64(text).flatMap { $0 >= 0 && String($0) == text ? $0 : nil }
    }
}
