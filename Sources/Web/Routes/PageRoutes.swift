import HTTPTypes
import Hometown
import HummingbirdCore
import Transparency

/// 화면. What people see, and what the pages fetch. The address decides the language, so that a link
/// shows everybody the same page.
struct PageRoutes: Sendable {
    /// A reader sees what is new a few seconds later; a proxy spares us the others.
    static let pageCacheSeconds = 10

    let desk: PageDesk
    /// Whether anything is shown to whoever is not signed in.
    let isPublic: Bool
    /// With which the log's checkpoints are signed; without it a signature is not judged.
    let log: VerifierKey?
    /// Whether a report can be had as PDF.
    let hasPrinter: Bool

    var routes: [Route] {
        var reading = desk
        reading.readsAtOnce = true
        let console = ConsoleRoutes(desk: reading, hasPrinter: hasPrinter)
        let open = PublicRoutes(desk: desk, log: log)
        let pages =
            Asset.all.map(PageRoutes.route) + console.routes
            + FeedRoutes(desk: desk, isPublic: isPublic).routes
        let title = Bilingual("첫 화면", "The first page")
        guard isPublic else {
            return pages
                + reading.console(
                    "/", "page", title, roles: Role.everybody, [PageDesk.live], draw: console.today)
        }
        return pages + open.routes
            + reading.front(
                "/", "page", title, [PageDesk.live], guests: open.overview,
                console: console.today)
    }

    /// What changes its address with its bytes is kept for ever; of others the browser asks again
    /// whether they have changed (RFC 9110, 13.1.2).
    private static func route(_ asset: Asset) -> Route {
        Route(
            .get, asset.path, access: .everybody,
            document: RouteDocument(
                asset.operation, Bilingual("화면의 모양", "How pages look"),
                responses: [(200, .other(asset.type))])
        ) { request, context in
            let age = asset.isImmutable ? "31536000, immutable" : "300"
            var headers: HTTPFields = [
                .cacheControl: "public, max-age=\(age)", .vary: "Accept-Encoding",
            ]
            guard let packed = asset.packed, request.takesGzip else {
                return Response.answer(asset.bytes, type: asset.mediaType, headers: headers)
                    .tagged(asset.etag, for: context)
            }
            headers[.contentEncoding] = "gzip"
            return Response.answer(packed, type: asset.mediaType, headers: headers)
                .tagged(asset.packedTag, for: context)
        }
    }
}

extension Asset {
    fileprivate var type: String { String(mediaType.prefix { $0 != ";" }) }
}

extension Request {
    /// Whether the caller asks for gzip and does not weigh it with nought (RFC 9110, 12.5.3). Who
    /// says nothing, or takes anything, gets plain bytes.
    fileprivate var takesGzip: Bool {
        guard let asked = headers[.acceptEncoding] else { return false }
        return asked.lowercased().split(separator: ",").contains { coding in
            let words = coding.split(separator: ";").map { $0.filter { $0 != " " } }
            guard words.first == "gzip" else { return false }
            return words.dropFirst().allSatisfy { $0.contains { "123456789".contains($0) } }
        }
    }
}

extension Response {
    /// A file for everybody.
    static func file(
        _ file: PageCache.Page, type: String, headers: HTTPFields = [:], for context: WebContext
    ) -> Response {
        var headers = headers
        headers[.cacheControl] = PageDesk.shared
        return .answer(file.bytes, type: type, headers: headers).tagged(file.tag, for: context)
    }

    /// With its tag; without its body when the caller has these very bytes (RFC 9110, 13.1.2).
    func tagged(_ tag: String, for context: WebContext) -> Response {
        var response = self
        response.headers[.eTag] = tag
        guard context.fields.has(tag: tag) else { return response }
        response.status = .notModified
        response.body = ResponseBody()
        response.headers[.contentType] = nil
        response.headers[.contentEncoding] = nil
        return response
    }
}
