import HTTPTypes
import Hometown
import HummingbirdTesting
import Interchange
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
        let watchers: Set<Role> = [.auditor, .manager]
        let nomination = try #require(try await ledger.relay(relay)?.nominations.first?.id)
        return [
            ("/donations/new", [.clerk, .manager]), ("/exchanges/new", [.clerk, .manager]),
            ("/imports/new", [.clerk, .manager]), ("/agreements/new", [.clerk, .manager]),
            ("/people/new", [.clerk, .manager]),
            ("/people/\(person)/office", [.clerk, .manager]),
            ("/exchanges/\(exchange.exchange.id)/legs", [.clerk, .manager]),
            ("/exchanges/\(exchange.exchange.id)/links", [.clerk, .manager]),
            ("/donations/\(donation)/correct", [.clerk, .manager]),
            ("/donations/export", [.clerk, .manager]),
            ("/worklist", keepers),
            ("/relays/\(relay)/claims/\(run)", [.coordinator, .manager]),
            ("/reciprocity?level=basic&as_of=today", all),
            ("/donations?columns=day.amount.channel.receipt.recorded.origin", readers),
            ("/governments/36110/bar", [.manager]), ("/relays/new", [.coordinator, .manager]),
            ("/relays/\(relay)/record", [.coordinator, .manager]),
            ("/relays/\(relay)/participations/\(run)/nominate", [.coordinator, .manager]),
            ("/relays/\(relay)/nominations/\(nomination)", [.coordinator, .manager]),
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
            ("/imports", keepers), ("/imports/\(imported)", keepers),
            ("/imports/\(imported)/undo", [.clerk, .manager]), ("/search", all),
            ("/search?q=%EC%84%B8%EC%A2%85", all), ("/audit", watchers),
            ("/audit?action=read&subject=\(person)", watchers),
        ] + (try await endings(web)) + (try await office(web, report: report))
    }

    /// The pages that end what goes on.
    private static func endings(_ web: LedgerInterface) async throws -> [(String, Set<Role>)] {
        let person = try #require(try await web.test.ledger.people(rowsMax: 1).first)
        let office = try #require(person.offices.first?.id)
        let days = #""valid_from":"2024-01-01","valid_to":"2024-02-01""#
        let bar = try await web.add(
            "bars", #"{"government":"47000",\#(days),"reason":"확인"}"#, key: "bar")
        return [
            ("/people/\(person.person.id)/offices/\(office)/end", [.clerk, .manager]),
            ("/governments/47000/bars/\(bar)/end", [.manager]),
        ]
    }

    /// The pages of those who keep the book and the machine.
    private static func office(
        _ web: LedgerInterface, report: String
    ) async throws -> [(String, Set<Role>)] {
        let closing = try await web.add(
            "periods", #"{"period":"2024-12","reason":"확인함"}"#, key: "close")
        let asked = try await web.post(
            "periods/\(closing)/reopenings", #"{"reason":"빠진 영수증"}"#, key: "reopen")
        let request = try #require(try asked.json["id"]?.string)
        _ = try await web.post(
            "receivers", #"{"name":"share","kind":"directory","address":"/srv/reports"}"#,
            as: .operator, key: "receiver")
        _ = try await web.signIn(.operator)
        let account = try #require(try await web.test.ledger.account(login: "user-operator"))
        let user = "/admin/users/\(account.id)"
        let closers: Set<Role> = [.manager, .auditor]
        let approvers: Set<Role> = [.clerk, .manager, .auditor]
        let all = Set(Role.allCases)
        let timed = ["run", "pause", "resume", "backfill"].map {
            ("/schedules/daily/\($0)", Set<Role>([.manager, .operator]))
        }
        let acts = ["change", "access", "link", "second-factor", "sign-out", "unlock"].map {
            ("\(user)/\($0)", Set<Role>([.operator]))
        }
        let mine = ["", "/app", "/recovery-codes", "/off"].map { ("/me/second-factor\($0)", all) }
        let delivery = "0190a5c0-0000-7000-8000-000000000000"
        return timed + acts + mine + [
            ("/me", all),
            ("/periods", closers), ("/periods/\(closing)", closers),
            ("/periods/close", [.manager]), ("/periods/\(closing)/reopen", [.manager]),
            ("/periods/\(closing)/allow", [.manager]), ("/approvals", approvers),
            ("/approvals?state=pending", approvers), ("/approvals/\(request)", approvers),
            ("/approvals/\(request)/decide", [.manager]),
            ("/reports/\(report)/send", [.manager]), ("/admin/users", [.operator]),
            ("/admin/users/new", [.operator]), (user, [.operator]), ("/tokens", all),
            ("/tokens/new", all), ("/settings", [.operator]),
            ("/settings?state=given_up", [.operator]),
            ("/settings/receivers/new", [.operator]), ("/settings/receivers/share", [.operator]),
            ("/settings/receivers/share/switch", [.operator]),
            ("/settings/receivers/share/secret", [.operator]),
            ("/settings/deliveries/\(delivery)/send", [.operator]), ("/health", [.operator]),
        ]
    }

    /// What a page fetches, and steps that lead back to the first while nobody sent a list.
    private static let fetched: [(String, Set<Role>)] = {
        let clerks: Set<Role> = [.clerk, .manager]
        let id = "0190a5c0-0000-7000-8000-000000000000"
        let writers: Set<Role> = [.clerk, .coordinator, .manager]
        return [
            ("/imports/new/\(id)", clerks), ("/imports/new/\(id)/preview", clerks),
            ("/imports/new/\(id)/result", clerks), ("/imports/new/\(id)/errors.csv", clerks),
            ("/imports/template.xlsx", clerks), ("/complete/people?q=a", writers),
            ("/complete/governments?q=a", writers), ("/complete/agreements?q=a", writers),
            ("/complete/links?q=a", writers),
            ("/me/session", Set(Role.allCases)), ("/events?once=true", Set(Role.allCases)),
        ]
    }()

    static func open(_ web: LedgerInterface) async throws -> [String] {
        let ledger = web.test.ledger
        let report = try #require(try await ledger.summaries(rowsMax: 1).first?.id)
        let agreement = try #require(try await ledger.newestAgreements(rowsMax: 1).first)
        let relay = try #require(try await ledger.relays(rowsMax: 1).first?.id)
        return [
            "/", "/p", "/p/map", "/p/map?of=30000", "/p/agreements/\(agreement.agreement.id)",
            "/p/governments/36110",
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
            for (path, roles) in PageRolesTests.fetched {
                for role in Role.allCases {
                    let answer = try await web.page(path, as: role)
                    let isAdmitted = answer.status != .forbidden
                    #expect(isAdmitted == roles.contains(role), "\(path) as \(role)")
                }
                let guest = try await web.interface.ask(.get, path)
                #expect(guest.status == .seeOther, "\(path) as a guest")
            }
            // Every page stands in one of the lists; ConsoleTests and SignInTests walk the doors.
            let doors = [
                "/login", "/login/code", "/login/link/key", "/logout", "/me/session",
                "/me/password", "/me/sessions", "/tokens/id/end",
            ]
            // Forms without a page of their own, and the steps of an import, which only its author
            // sees: tried below.
            let steps = ["", "/preview", "/result", "/errors.csv"].map { "/imports/new/1\($0)" }
            let others =
                steps + ["/donations/hints", "/donations/1/undo", "/imports/template.xlsx"]
            let known =
                (pages + PageRolesTests.fetched).map(\.0)
                + (try await PageRolesTests.open(web)) + doors + others
            let addresses = known.compactMap { $0.split(separator: "?").first.map(String.init) }
            for route in web.interface.parts.table.routes
            where route.method == .get && (route.isPage || route.language != nil)
                && route.path != "/en" && !route.path.hasPrefix("/en/")
            {
                let table = RouteTable([route])
                #expect(addresses.contains { !table.methods(at: $0).isEmpty }, "\(route.path)")
            }
        }
    }

    /// With more pages than connections none would ever get its second one.
    @Test func `a page reads all it shows over one connection`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let pages = try await PageRolesTests.pages(web)
            let narrow = try await TestLedger(conninfo: web.test.conninfo, connectionsMax: 1)
            let line = try await LedgerInterface(narrow)
            for (path, roles) in pages {
                let role = try #require(roles.contains(.manager) ? .manager : roles.first)
                #expect(try await line.page(path, as: role).status == .ok, "\(path)")
            }
            await narrow.ledger.close()
        }
    }

    @Test func `the steps of an import are for the clerk who sent the list`() async throws {
        try await LedgerInterface.with { web in
            let ledger = web.test.ledger
            var lists: [Role: Identifier] = [:]
            let bytes = Array(ImportRouteTests.list.utf8)
            for role in [Role.clerk, .manager] {
                _ = try await web.signIn(role)
                let account = try await ledger.account(login: "user-\(role.rawValue)")
                lists[role] = try await ledger.keepUpload(
                    ImportDraft(source: MemoryBytes(bytes)), bytes: bytes,
                    by: try #require(account?.id))
            }
            for (owner, id) in lists {
                for step in ["", "/preview", "/errors.csv"] {
                    for role in Role.allCases {
                        let page = try await web.page("/imports/new/\(id)\(step)", as: role)
                        let expected: HTTPResponse.Status =
                            lists[role] == nil ? .forbidden : role == owner ? .ok : .seeOther
                        #expect(page.status == expected, "\(step) of \(owner) as \(role)")
                        guard page.status == .ok, step != "/errors.csv" else { continue }
                        #expect(Reading(page.text).failure == nil, "\(step)")
                    }
                }
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `each page is well formed, has a title of its own, and its tables say what they are`(
        language: Language
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let pages = try await PageRolesTests.pages(web)
            let console = pages.map {
                ($0.0, Role?.some($0.1.contains(.manager) ? .manager : .operator))
            }
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
                // A module of ours names its file.
                #expect(!page.text.contains("<script>"), "\(path)")
                #expect(page.text.contains("&lt;script"), "\(path)")
            }
        }
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
