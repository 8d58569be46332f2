import HTTPTypes
import Hometown
import HummingbirdCore
package import Ledger
import Transparency

/// 공개 화면. What people see without a token, and what the pages fetch. The address decides the
/// language, so that a link shows everybody the same page.
package struct PageRoutes: Sendable {
    /// A reader sees what is new a few seconds later; a proxy spares us the others.
    static let pageCacheSeconds = 10

    private let ledger: Ledger
    private let pages: Pages

    package init(ledger: Ledger, pages: Pages) {
        self.ledger = ledger
        self.pages = pages
    }

    package var routes: [Route] {
        [overview("/", in: .korean), overview("/en", in: .english)]
            + Asset.all.map(PageRoutes.route)
    }

    private func overview(_ path: String, in language: Language) -> Route {
        Route(
            .get, path, access: .everybody,
            document: RouteDocument(
                language == .korean ? "pageKorean" : "pageEnglish",
                Bilingual("첫 화면", "The first page"),
                parameters: [
                    .init(
                        "theme", ["type": "string", "enum": ["standard", "contrast"]],
                        Bilingual("화면 밝기 대비", "How the page is lit"))
                ],
                responses: [(200, .other("text/html"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["theme"])
            let theme = try query.value("theme") { Theme(rawValue: $0) } ?? .standard
            let text = pages.overview(
                try await ledger.overview(), in: language, theme: theme)
            let bytes = Array(text.utf8)
            return Response.answer(
                bytes, type: "text/html; charset=utf-8",
                headers: [
                    .contentLanguage: language.rawValue,
                    .cacheControl: "public, max-age=\(PageRoutes.pageCacheSeconds)",
                ]
            ).tagged(PageRoutes.tag(bytes), for: context)
        }
    }

    /// What changes its address with its bytes is kept for ever; of others the browser asks again
    /// whether they have changed (RFC 9110, 13.1.2).
    private static func route(_ asset: Asset) -> Route {
        Route(
            .get, asset.path, access: .everybody,
            document: RouteDocument(
                asset.isImmutable ? "stylesheet" : "summaryStylesheet",
                Bilingual("화면의 모양", "How pages look"),
                responses: [(200, .other("text/css"))])
        ) { _, context in
            let age = asset.isImmutable ? "31536000, immutable" : "300"
            return Response.answer(
                asset.bytes, type: asset.mediaType,
                headers: [.cacheControl: "public, max-age=\(age)"]
            ).tagged(asset.etag, for: context)
        }
    }

    /// The first half of the hash of the bytes, in quotes (RFC 9110, 8.8.3).
    private static func tag(_ bytes: [UInt8]) -> String {
        "\"\(Hash256.of(bytes).description.prefix(32))\""
    }
}

extension Response {
    /// With its tag; without its body when the caller has these very bytes (RFC 9110, 13.1.2).
    func tagged(_ tag: String, for context: WebContext) -> Response {
        var response = self
        response.headers[.eTag] = tag
        guard context.fields.has(tag: tag) else { return response }
        response.status = .notModified
        response.body = ResponseBody()
        response.headers[.contentType] = nil
        return response
    }
}
