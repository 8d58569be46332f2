import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 화면 창구. What every page is made with, and how a page becomes two routes: the Korean one and,
/// under `/en`, its twin.
struct PageDesk: Sendable {
    let ledger: Ledger
    let pages: Pages
    /// The Korean day.
    let today: @Sendable () -> CivilDate
    /// As `schedules.overdueAfterSeconds` has it.
    var overdueAfterSeconds: Int64 = 300
    var isBehindTLS = false
    let cache = PageCache()

    /// Of pages for one person: on a shared machine nothing of them stays behind.
    private static let personal = "no-store"

    typealias Draw = @Sendable (Visit) async throws -> Screen

    /// A page for everybody, kept while the book stands as it stands.
    func open(
        _ path: String, _ operation: String, _ title: Bilingual,
        _ filters: [RouteDocument.Parameter] = [], draw: @escaping Draw
    ) -> [Route] {
        Language.allCases.map { language in
            route(path, operation, title, filters, language, access: .everybody) { visit in
                try await kept(visit, language, draw)
            }
        }
    }

    /// A page that is one thing to guests and another to whoever is signed in.
    func front(
        _ path: String, _ operation: String, _ title: Bilingual, guests: @escaping Draw,
        console: @escaping Draw
    ) -> [Route] {
        Language.allCases.map { language in
            route(
                path, operation, title, [PageDesk.live], language, access: .visitors
            ) { visit in
                guard visit.visitor.role == nil else {
                    let text = pages.render(try await console(visit))
                    return (PageCache.Page(text), PageDesk.personal)
                }
                // What is kept of it must not be shown to the same browser once it is signed in.
                return (try await kept(visit, language, guests).page, "public, no-cache")
            }
        }
    }

    /// What everybody may see, drawn once while the book stands as it stands.
    private func kept(
        _ visit: Visit, _ language: Language, _ draw: Draw
    ) async throws -> (page: PageCache.Page, age: String) {
        let state = try await ledger.bookState()
        let address =
            "\(language) \(visit.visitor.theme) \(visit.site ?? "") "
            + "\(visit.path)?\(visit.text())"
        let page = try await cache.page(at: address, in: state) {
            pages.render(try await draw(visit))
        }
        return (page, "public, max-age=\(PageRoutes.pageCacheSeconds)")
    }

    /// A page of the console, drawn for whoever looks.
    func console(
        _ path: String, _ operation: String, _ title: Bilingual, roles: Set<Role>,
        _ filters: [RouteDocument.Parameter] = [], draw: @escaping Draw
    ) -> [Route] {
        Language.allCases.map { language in
            route(
                path, operation, title, filters + [PageDesk.done], language,
                access: .viewers(roles)
            ) { visit in
                (PageCache.Page(pages.render(try await draw(visit))), PageDesk.personal)
            }
        }
    }

    private func route(
        _ path: String, _ operation: String, _ title: Bilingual,
        _ filters: [RouteDocument.Parameter], _ language: Language, access: Route.Access,
        answer: @escaping @Sendable (Visit) async throws -> (page: PageCache.Page, age: String)
    ) -> Route {
        Route(
            .get, Console.address(path, in: language), access: access, language: language,
            document: RouteDocument(
                language == .korean ? operation : "\(operation)English", title,
                parameters: filters + [PageDesk.theme], responses: [(200, .other("text/html"))])
        ) { request, context in
            var context = context
            context.language = language
            let query = try Query(of: request)
            try query.allow(Set(filters.map(\.name) + ["theme"]))
            let visit = try Visit(
                context, query, at: path, today: today(), head: try await ledger.treeHead(),
                site: PageDesk.site(request.head.authority, isSecure: isBehindTLS))
            let (page, age) = try await answer(visit)
            var response = Response.answer(
                page.bytes, type: "text/html; charset=utf-8",
                headers: [.contentLanguage: language.rawValue, .cacheControl: age]
            ).tagged(page.tag, for: context)
            if case .visitors = access { response.headers[.vary] = "Cookie" }
            return response
        }
    }

    /// Nothing but a host and a port: it comes from the caller and stands in a picture.
    static func site(_ authority: String?, isSecure: Bool) -> String? {
        guard let authority, (1...255).contains(authority.utf8.count),
            authority.utf8.allSatisfy({ byte in
                let scalar = UnicodeScalar(byte)
                return scalar.properties.isAlphabetic && byte < 0x80
                    || scalar.properties.numericType != nil && byte < 0x80
                    || ".:-[]".unicodeScalars.contains(scalar)
            })
        else { return nil }
        return "\(isSecure ? "https" : "http")://\(authority)"
    }

    private static let theme = RouteDocument.Parameter(
        "theme", ["type": "string", "enum": ["standard", "contrast"]],
        Bilingual("화면 밝기 대비", "How the page is lit"))
    /// Of a page that says what comes.
    static let live = RouteDocument.Parameter(
        "live", ["type": "string", "enum": ["0", "1"]],
        Bilingual("0이면 새 기록을 알리지 않음", "0 for a page that does not say what comes"))
    static let cursor = RouteDocument.Parameter(
        "cursor", ["type": "string", "maxLength": .integer(Int64(Cursor.lengthMax))],
        Bilingual("앞 목록의 다음", "Where the list goes on"))

    private static let done = RouteDocument.Parameter(
        Done.parameter, .words(Done.self),
        Bilingual("앞의 양식이 한 일", "What the form before did"))

    static func text(_ name: String, _ korean: String, _ english: String)
        -> RouteDocument.Parameter
    {
        .init(name, ["type": "string"], Bilingual(korean, english))
    }
}
