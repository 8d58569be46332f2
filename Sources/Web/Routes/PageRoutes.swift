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
    private let isPublic: Bool
    private let today: Console.Handler?

    /// - Parameters:
    ///   - isPublic: whether guests are shown anything; without it `/` sends them to sign in.
    ///   - today: what `/` is to somebody who is signed in.
    package init(
        ledger: Ledger, pages: Pages, isPublic: Bool = true, today: Console.Handler? = nil
    ) {
        self.ledger = ledger
        self.pages = pages
        self.isPublic = isPublic
        self.today = today
    }

    package var routes: [Route] {
        let overview =
            isPublic
            ? Console.open(
                "/p", "overview", Bilingual("상호기부 한눈에", "Exchanges at a glance"),
                parameters: PageRoutes.parameters, handler: showOverview) : []
        return first + overview + Asset.all.map(PageRoutes.route)
    }

    /// 오늘 to whoever is signed in, the public page to everybody else.
    private var first: [Route] {
        Console.open(
            "/", "page", Bilingual("첫 화면", "The first page"), parameters: PageRoutes.parameters
        ) { request, context in
            if let viewer = context.viewer, let today {
                return try await today(request, context, viewer)
            }
            guard isPublic else { return Console.signIn(returningTo: nil, in: context.language) }
            var response = try await showOverview(request, context)
            // What is kept of it must not be shown to the same browser once it is signed in.
            response.headers[.cacheControl] = "public, no-cache"
            response.headers[.vary] = "Cookie"
            return response
        }
    }

    private func showOverview(_ request: HummingbirdCore.Request, _ context: WebContext)
        async throws -> Response
    {
        let query = try Query(of: request)
        try query.allow(["theme"])
        let theme = try query.value("theme") { Theme(rawValue: $0) } ?? .standard
        let text = pages.overview(
            try await ledger.overview(), in: context.language, theme: theme)
        return Response.page(
            text, in: context.language,
            headers: [.cacheControl: "public, max-age=\(PageRoutes.pageCacheSeconds)"]
        ).tagged(PageRoutes.tag(Array(text.utf8)), for: context)
    }

    private static let parameters: [RouteDocument.Parameter] = [
        .init(
            "theme", ["type": "string", "enum": ["standard", "contrast"]],
            Bilingual("화면 밝기 대비", "How the page is lit"))
    ]

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
