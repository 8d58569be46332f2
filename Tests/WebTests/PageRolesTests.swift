import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// Every page over the sample: who may open it, what it is called, and that it is well formed.
@Suite struct PageRolesTests {
    /// The pages with an example of each part of a path, and the roles that may open them.
    static func pages(_ web: LedgerInterface) async throws -> [(String, Set<Role>)] {
        let ledger = web.test.ledger
        let donation = try #require(try await ledger.donations(rowsMax: 1).first?.id)
        let exchange = try #require(try await ledger.newestExchanges(rowsMax: 1).first)
        let agreement = try #require(try await ledger.newestAgreements(rowsMax: 1).first)
        let relay = try #require(try await ledger.relays(rowsMax: 1).first?.id)
        let run = try #require(try await ledger.relay(relay)?.participations.first?.id)
        let person = try #require(try await ledger.people(rowsMax: 1).first?.person.id)
        let filed = try await web.post(
            "schedules/daily/runs", #"{"reason":"확인"}"#, as: .operator)
        let made = try #require(try filed.json["id"]?.string)
        let report = try #require(try filed.json["report_id"]?.string)
        let imported = try #require(
            try await web.upload(ImportRouteTests.list).value["id"]?.string)
        let keepers: Set<Role> = [.clerk, .manager, .auditor]
        let timekeepers: Set<Role> = [.manager, .auditor, .operator]
        let readers: Set<Role> = [.clerk, .coordinator, .manager, .auditor]
        let all = Set(Role.allCases)
        return [
            ("/donations", readers), ("/donations/\(donation)", readers),
            ("/exchanges", readers), ("/exchanges/\(exchange.exchange.id)", readers),
            ("/agreements", readers), ("/agreements/\(agreement.agreement.id)", readers),
            ("/relays", readers), ("/relays/\(relay)", readers),
            ("/relays/\(relay)?view=timeline", readers), ("/relays/\(relay)?view=table", readers),
            ("/relays/\(relay)/participations/\(run)", readers), ("/people", readers),
            ("/people/\(person)", readers), ("/governments", all), ("/governments/36110", all),
            ("/reciprocity", all), ("/reciprocity?level=basic", all), ("/map", all),
            ("/map?of=11000", all), ("/map?on=2023-04-10", all), ("/reports", readers),
            ("/reports/\(report)", readers), ("/schedules", timekeepers),
            ("/schedules/daily", timekeepers), ("/runs/\(made)", timekeepers),
            ("/imports", keepers), ("/imports/\(imported)", keepers), ("/search", all),
            ("/search?q=%EC%84%B8%EC%A2%85", all),
        ]
    }

    static func open(_ web: LedgerInterface) async throws -> [String] {
        let ledger = web.test.ledger
        let report = try #require(try await ledger.summaries(rowsMax: 1).first?.id)
        let agreement = try #require(try await ledger.newestAgreements(rowsMax: 1).first)
        let relay = try #require(try await ledger.relays(rowsMax: 1).first?.id)
        return [
            "/", "/p", "/p/agreements/\(agreement.agreement.id)", "/p/governments/36110",
            "/p/relays/\(relay)", "/p/reports", "/p/reports/\(report)", "/p/data", "/p/verify",
            "/help", "/help/shortcuts",
        ]
    }

    @Test func `each console page opens to the roles of its row and to nobody else`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let pages = try await PageRolesTests.pages(web)
            for (path, roles) in pages {
                for role in Role.allCases {
                    let page = try await web.page(path, as: role)
                    let expected: HTTPResponse.Status = roles.contains(role) ? .ok : .forbidden
                    #expect(page.status == expected, "\(path) as \(role)")
                }
                let guest = try await web.interface.ask(.get, path)
                #expect(guest.status != .ok, "\(path) as a guest")
            }
            // Every page stands in one of the lists; ConsoleTests and SignInTests walk the doors.
            let doors = ["/login", "/login/link/key", "/logout", "/me/session"]
            let known = pages.map(\.0) + (try await PageRolesTests.open(web)) + doors
            let addresses = known.compactMap { $0.split(separator: "?").first.map(String.init) }
            for route in web.interface.parts.table.routes
            where route.isPage && route.path != "/en" && !route.path.hasPrefix("/en/") {
                let table = RouteTable([route])
                #expect(addresses.contains { !table.methods(at: $0).isEmpty }, "\(route.path)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `each page is well formed, has a title of its own, and its tables say what they are`(
        language: Language
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let console = try await PageRolesTests.pages(web).map { ($0.0, Role?.some(.manager)) }
            let open = try await PageRolesTests.open(web).map { ($0, Role?.none) }
            var titles: [String: String] = [:]
            for (path, role) in console + open + [("/", .manager)] {
                let address = Frame.address(path, in: language)
                let page = try await web.page(address, as: role)
                #expect(page.status == .ok, "\(address)")
                #expect(page.headers[.contentLanguage] == language.rawValue)
                let reading = Reading(page.text)
                #expect(reading.failure == nil, "\(address)")
                #expect(reading.count["h1"] == 1, "\(address)")
                #expect(reading.count["table"] == reading.count["caption"], "\(address)")
                #expect(reading.attributes["style"] == nil, "\(address)")
                let ids = reading.attributes["id"] ?? []
                #expect(ids.count == Set(ids).count, "every id of \(address) is unique")
                let title = page.text.split(separator: "<title>")[1].prefix { $0 != "<" }
                // Views of one thing share its title.
                let thing = path.split(separator: "?").first.map(String.init) ?? path
                let known = titles.updateValue(thing, forKey: String(title))
                let isFirst = known == nil || known == thing || ["/", "/p"].contains(thing)
                #expect(isFirst, "\(address) is called like \(known ?? "")")
            }
        }
    }

    @Test func `a page of pictures has a table of the same people`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let relay = try #require(try await web.test.ledger.relays(rowsMax: 1).first?.id)
            for (path, role) in [
                ("/p/relays/\(relay)", Role?.none), ("/relays/\(relay)", .auditor),
            ] {
                let page = try await web.page(path, as: role)
                let boxes = page.text.components("<g class=\"participation\"")
                let rows =
                    page.text.components("<span class=\"mark")
                    - page.text.components("<li><span class=\"mark")
                #expect(boxes == 5)
                #expect(rows == boxes, "\(path)")
            }
            let map = try await web.page("/map", as: .operator)
            #expect(
                map.text.components("class=\"tile\"") == map.text.components("<th scope=\"row\""))
        }
    }

    @Test func `an unknown thing, a misspelt filter and a wrong day are told apart`() async throws {
        try await LedgerInterface.with { web in
            let unknown = "/donations/0190a5c0-0000-7000-8000-000000000000"
            let cases: [(String, HTTPResponse.Status)] = [
                (unknown, .notFound), ("/donations/nonsense", .notFound),
                ("/donations?recipiant=1", .badRequest),
                ("/donations?from=yesterdayish", .badRequest),
                ("/donations?from=&recipient=", .ok), ("/donations?cursor=zzz", .badRequest),
                ("/reciprocity?from=2026-02-01&to=2026-01-01", .badRequest),
                ("/governments/99999", .notFound), ("/map?of=00000", .badRequest),
            ]
            for (path, status) in cases {
                let page = try await web.page(path, as: .manager)
                #expect(page.status == status, "\(path)")
            }
        }
    }

    @Test func `names cannot become markup in the console either`() async throws {
        try await LedgerInterface.with { web in
            let name = "<script>alert(1)</script>&\\\"'"
            let person = try await web.add(
                "people",
                #"{"name_ko":"\#(name)","name_en":"\#(name)"}"#, key: "p")
            for path in ["/people", "/people/\(person)", "/search?q=%3Cscript%3E"] {
                let page = try await web.page(path, as: .manager)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("<script"), "\(path)")
                #expect(page.text.contains("&lt;script"), "\(path)")
            }
        }
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
