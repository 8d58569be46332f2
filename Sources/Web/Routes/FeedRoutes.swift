import HTTPTypes
import Hometown
import HummingbirdCore
import Interchange
import Ledger

/// 소식. What readers and machines subscribe to: feeds, calendars, and what a search engine may see.
struct FeedRoutes: Sendable {
    static let reportsPath = "/feeds/reports.atom"
    static let agreementsPath = "/feeds/agreements.atom"
    static let agreementDaysPath = "/feeds/agreements.ics"
    static let relayDaysPath = "/feeds/relays.ics"
    private static let sitemapPath = "/sitemap.xml"

    /// Of a feed, newest first: more is on the pages.
    private static let entriesMax = 50
    /// Of a sitemap (sitemaps.org: 50,000), of each kind; and days of a calendar.
    private static let addressesMax = 5_000

    let desk: PageDesk
    /// Whether anything is shown to whoever is not signed in.
    let isPublic: Bool

    private var ledger: Ledger { desk.ledger }

    var routes: [Route] {
        guard isPublic else { return [robots] }
        return reports + agreements + agreementDays + relayDays + [robots, sitemap]
    }

    private typealias Make = @Sendable (_ site: String, _ visitor: Visitor) async throws -> [UInt8]

    /// A feed in both languages, at the address of a page's twin.
    private func feed(
        _ path: String, _ operation: String, _ title: Bilingual, type: String,
        make: @escaping Make
    ) -> [Route] {
        Language.allCases.map { language in
            let isKorean = language == .korean
            let address = Console.address(path, in: language)
            return route(
                address, operation + (isKorean ? "" : "English"), title, type: type
            ) { site in
                try await desk.file(at: site + address) {
                    try await make(site, Visitor(language: language))
                }
            }
        }
    }

    private func route(
        _ path: String, _ operation: String, _ title: Bilingual, type: String,
        make: @escaping @Sendable (_ site: String) async throws -> PageCache.Page
    ) -> Route {
        Route(
            .get, path, access: .everybody,
            document: RouteDocument(operation, title, responses: [(200, .other(type))])
        ) { request, context in
            try Query(of: request).allow([])
            guard
                let site = PageDesk.site(request.head.authority, isSecure: desk.isBehindTLS)
            else { throw Doorway.noHost }
            return .file(try await make(site), type: "\(type); charset=utf-8", for: context)
        }
    }

    private var reports: [Route] {
        feed(
            Self.reportsPath, "reportFeed", Bilingual("공개 보고서 소식", "Feed of published reports"),
            type: AtomFeed.mediaType
        ) { site, visitor in
            let rows = try await ledger.summaries(isPublished: true, rowsMax: Self.entriesMax)
            let say = visitor.say
            return AtomFeed(
                title: say("품앗이 공개 보고서", "Pumasi: published reports"),
                address: site + visitor.path(Self.reportsPath),
                page: site + visitor.path("/p/reports"), language: visitor.language,
                entries: rows.map { summary in
                    AtomFeed.Entry(
                        id: summary.id, title: summary.title.text(in: visitor.language),
                        summary: summary.period, recordedAt: summary.recordedAt,
                        page: site + visitor.path("/p/reports/\(summary.id)"))
                }
            ).bytes
        }
    }

    private var agreements: [Route] {
        feed(
            Self.agreementsPath, "agreementFeed", Bilingual("업무협약 소식", "Feed of agreements"),
            type: AtomFeed.mediaType
        ) { site, visitor in
            let rows = try await ledger.newestAgreements(rowsMax: Self.entriesMax)
            let say = visitor.say
            return AtomFeed(
                title: say("품앗이 업무협약", "Pumasi: agreements"),
                address: site + visitor.path(Self.agreementsPath),
                page: site + visitor.path("/p"), language: visitor.language,
                entries: rows.map { record in
                    let line = AgreementSummary(record, visitor)
                    return AtomFeed.Entry(
                        id: record.agreement.id, title: line.title,
                        summary: "\(line.parties), \(say.date(record.agreement.signedOn))",
                        recordedAt: record.agreement.recordedAt,
                        page: site + line.path(isOpen: true))
                }
            ).bytes
        }
    }

    private var agreementDays: [Route] {
        feed(
            Self.agreementDaysPath, "agreementCalendar",
            Bilingual("협약을 맺은 날", "Days of agreements"), type: "text/calendar"
        ) { site, visitor in
            let rows = try await ledger.newestAgreements(rowsMax: Self.entriesMax)
            return CalendarFile(
                name: visitor.say("품앗이 업무협약", "Pumasi: agreements"),
                events: rows.compactMap { record in
                    let line = AgreementSummary(record, visitor)
                    return CalendarFile.Event(
                        record.agreement.id, on: record.agreement.signedOn, line.title,
                        line.parties, record.agreement.recordedAt,
                        at: site + line.path(isOpen: true))
                }
            ).bytes
        }
    }

    private var relayDays: [Route] {
        feed(
            Self.relayDaysPath, "relayCalendar",
            Bilingual("챌린지에 참여한 날", "Days of relay runs"), type: "text/calendar"
        ) { site, visitor in
            let say = visitor.say
            var events: [CalendarFile.Event] = []
            let relays = try await ledger.relays(rowsMax: Self.addressesMax)
            for relay in relays.suffix(Self.entriesMax).reversed() {
                let left = Self.addressesMax - events.count
                guard left > 0,
                    let record = try await ledger.relay(relay.id, isPublished: true)
                else { continue }
                let page = site + visitor.path("/p/relays/\(relay.id)")
                events += record.participations.suffix(left).compactMap { run in
                    guard let on = run.happenedOn else { return nil }
                    let who = Incumbent(run.person, in: record, on: on.latest, say)
                    return CalendarFile.Event(
                        run.id, on: on, who.line(say), relay.name.text(in: visitor.language),
                        run.recordedAt, at: page)
                }
            }
            return CalendarFile(
                name: say("품앗이 인증 챌린지", "Pumasi: relays"), events: events
            ).bytes
        }
    }

    /// What a search engine may keep: the public pages and nothing of the console.
    private var robots: Route {
        route(
            "/robots.txt", "robots", Bilingual("검색 로봇에게", "For search engines"),
            type: "text/plain"
        ) { site in
            guard isPublic else { return PageCache.Page("User-agent: *\nDisallow: /\n") }
            let lines = [
                "User-agent: *", "Allow: /$", "Allow: /en$", "Allow: /p", "Allow: /en/p$",
                "Allow: /en/p/", "Allow: /feeds/", "Allow: /en/feeds/", "Allow: /assets/",
                "Disallow: /", "", "Sitemap: \(site)\(Self.sitemapPath)", "",
            ]
            return PageCache.Page(lines.joined(separator: "\n"))
        }
    }

    private var sitemap: Route {
        route(
            Self.sitemapPath, "sitemap", Bilingual("공개 화면의 주소", "Addresses of public pages"),
            type: "application/xml"
        ) { site in
            try await desk.file(at: site + Self.sitemapPath) {
                Self.sitemap(try await openPages(), site)
            }
        }
    }

    private func openPages() async throws -> [String] {
        var pages = ["/p", "/p/reports", "/p/data", VerifyPage.path]
        let governments = try await ledger.governments().inForce(on: desk.today())
        pages += governments.map { "/p/governments/\($0.code)" }
        pages += try await ledger.newestAgreements(rowsMax: Self.addressesMax)
            .map { "/p/agreements/\($0.agreement.id)" }
        pages += try await ledger.relays(rowsMax: Self.addressesMax)
            .map { "/p/relays/\($0.id)" }
        pages += try await ledger.summaries(isPublished: true, rowsMax: Self.addressesMax)
            .map { "/p/reports/\($0.id)" }
        return pages
    }

    /// Each page with its twin (sitemaps.org 0.9, and xhtml:link for languages).
    private static func sitemap(_ pages: [String], _ site: String) -> [UInt8] {
        var writer = MarkupWriter(capacity: 65_536)
        writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        writer.element(
            "urlset",
            [
                "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
                "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
            ]
        ) { writer in
            for (page, language) in pages.flatMap({ page in
                Language.allCases.map { (page, $0) }
            }) {
                writer.element("url", [:]) { writer in
                    writer.element("loc", [:]) {
                        $0.text(site + Console.address(page, in: language))
                    }
                    for other in Language.allCases {
                        writer.element(
                            "xhtml:link",
                            [
                                "rel": "alternate", "hreflang": other.rawValue,
                                "href": site + Console.address(page, in: other),
                            ])
                    }
                }
                writer.raw("\n")
            }
        }
        return writer.bytes
    }
}

extension CalendarFile.Event {
    /// `nil` for a day that is not known to the day: a calendar has no other.
    fileprivate init?(
        _ id: Identifier, on date: EventDate, _ summary: String, _ description: String,
        _ recordedAt: Instant, at address: String
    ) {
        guard date.precision == .day else { return nil }
        let day = date.date
        let stamp = recordedAt.text.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" }
        self.init(
            id: "\(id)@pumasi", year: day.year, month: day.month, day: day.day,
            summary: summary, description: description, address: address, stamp: stamp + "Z")
    }
}
