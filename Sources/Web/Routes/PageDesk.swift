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
    /// Whether what a page shows is read at one moment of the book; its drawing may then only read.
    var readsAtOnce = false
    let cache = PageCache()
    let diagrams = RelayDiagramCache()

    /// Of what everybody may see.
    static let shared = "public, max-age=\(PageRoutes.pageCacheSeconds)"
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
                try visit.query.allow(Set(filters.map(\.name) + ["theme"]))
                return try await kept(visit, language, draw)
            }
        }
    }

    /// A page that is one thing to guests and another to whoever is signed in.
    func front(
        _ path: String, _ operation: String, _ title: Bilingual,
        _ filters: [RouteDocument.Parameter] = [], guests: @escaping Draw,
        console: @escaping Draw
    ) -> [Route] {
        Language.allCases.map { language in
            route(path, operation, title, filters, language, access: .visitors) { visit in
                try visit.query.allow(Set(filters.map(\.name) + ["theme"]))
                guard visit.visitor.role == nil else {
                    let text = pages.render(try await console(naming(visit)))
                    return Drawn(page: PageCache.Page(text), age: PageDesk.personal)
                }
                // What is kept of it must not be shown to the same browser once it is signed in.
                return Drawn(
                    page: try await kept(visit, language, guests).page, age: "public, no-cache")
            }
        }
    }

    /// What everybody may see, drawn once while the book stands as it stands.
    private func kept(
        _ visit: Visit, _ language: Language, _ draw: Draw
    ) async throws -> Drawn {
        let address =
            "\(language) \(visit.visitor.theme) \(visit.site ?? "") "
            + "\(visit.path)?\(visit.text())"
        let page = try await file(at: address) {
            Array(pages.render(try await draw(visit)).utf8)
        }
        return Drawn(page: page, age: PageDesk.shared)
    }

    /// 파일. What everybody may take away, made once while the book stands as it stands.
    /// - Parameter address: what decides how it reads besides the state of the book.
    func file(
        at address: String, _ make: () async throws -> [UInt8]
    ) async throws -> PageCache.Page {
        try await cache.page(at: address, in: try await ledger.bookState(), make)
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
                try await drawn(naming(visit), filters + [PageDesk.done], draw)
            }
        }
    }

    private func naming(_ visit: Visit) async throws -> Visit {
        var visit = visit
        visit.visitor = try await ledger.naming(visit.visitor)
        return visit
    }

    /// Without what its address asks for and nobody can read, which is said above it: whoever typed
    /// a date wrongly still has the list, and the field as it was typed.
    private func drawn(
        _ visit: Visit, _ filters: [RouteDocument.Parameter], _ draw: Draw
    ) async throws -> Drawn {
        var visit = visit
        let titles = Dictionary(
            filters.map { ($0.name, $0.text) }
        ) { first, _ in first }
        var told: [String] = []
        for name in visit.query.all.map(\.name) where titles[name] == nil && name != "theme" {
            visit.unread.insert(name)
            told.append(visit.say("모르는 조건: \(name)", "no such filter: \(name)"))
        }
        while true {
            do {
                var screen = try await draw(visit)
                if !told.isEmpty { screen.tell(PageDesk.notice(told, visit.say)) }
                return Drawn(
                    page: PageCache.Page(pages.render(screen)), age: PageDesk.personal,
                    isWhole: told.isEmpty)
            } catch let problem as Problem where problem.kind == .invalidParameter {
                guard let fault = problem.errors.first, let title = titles[fault.field],
                    visit.unread.insert(fault.field).inserted
                else { throw problem }
                let text =
                    fault.text == Query.unreadable
                    ? visit.query[fault.field] ?? "" : visit.say.text(fault.text)
                told.append("\(visit.say.text(title)): \(text)")
            }
        }
    }

    private static func notice(_ told: [String], _ say: Phrases) -> Notice {
        Notice(
            kind: "warning", title: say("읽지 못한 조건이 있습니다", "Not every filter could be read"),
            text: say(
                "아래 조건 없이 보입니다. 고쳐서 다시 조회하십시오. 날짜는 2026-01-01처럼 씁니다.",
                "This is shown without them. Mend them and look again; a day reads 2026-01-01."),
            items: told)
    }

    /// A page as it goes out.
    private struct Drawn {
        let page: PageCache.Page
        let age: String
        /// Whether everything was read that was asked.
        var isWhole = true
    }

    private func route(
        _ path: String, _ operation: String, _ title: Bilingual,
        _ filters: [RouteDocument.Parameter], _ language: Language, access: Route.Access,
        answer: @escaping @Sendable (Visit) async throws -> Drawn
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
            let site = PageDesk.site(request.head.authority, isSecure: isBehindTLS)
            let visitor = context
            let drawn = try await together {
                let visit = try Visit(
                    visitor, query, at: path, today: today(), head: try await ledger.treeHead(),
                    site: site)
                return try await answer(visit)
            }
            var response = Response.answer(
                drawn.page.bytes, type: "text/html; charset=utf-8",
                status: drawn.isWhole ? .ok : .badRequest,
                headers: [.contentLanguage: language.rawValue, .cacheControl: drawn.age])
            if drawn.isWhole { response = response.tagged(drawn.page.tag, for: context) }
            if case .visitors = access { response.headers[.vary] = "Cookie" }
            return response
        }
    }

    private func together(
        _ draw: @Sendable () async throws -> Drawn
    ) async throws -> Drawn {
        readsAtOnce ? try await ledger.reading(draw) : try await draw()
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
