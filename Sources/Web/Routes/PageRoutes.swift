import HTTPTypes
import Hometown
import HummingbirdCore
package import Ledger

/// 공개 화면. What people see without a token, and what the pages fetch. The address decides the
/// language, so that a link shows everybody the same page.
package struct PageRoutes: Sendable {
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
        ) { request, _ in
            let query = try Query(of: request)
            try query.allow(["theme"])
            let theme = try query.value("theme") { Theme(rawValue: $0) } ?? .standard
            return .text(
                pages.overview(try await ledger.overview(), in: language, theme: theme),
                type: "text/html; charset=utf-8",
                headers: [.contentLanguage: language.rawValue, .cacheControl: "no-cache"])
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
        ) { request, _ in
            let headers: HTTPFields = [
                .eTag: asset.etag,
                .cacheControl: asset.isImmutable
                    ? "public, max-age=31536000, immutable" : "public, max-age=300",
            ]
            guard request.headers[.ifNoneMatch] != asset.etag else {
                return Response(status: .notModified, headers: headers)
            }
            return .answer(asset.bytes, type: asset.mediaType, headers: headers)
        }
    }
}
