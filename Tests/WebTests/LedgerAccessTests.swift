import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

/// Every role against every route of the ledger, as the office has it and not as the table says.
@Suite struct LedgerAccessTests {
    /// Whoever reads the book.
    private static let readers: Set<Role> = [.clerk, .coordinator, .manager, .auditor]
    /// Whoever has pages of what runs when; everybody else sees on the first page what is next.
    private static let timetableReaders: Set<Role> = [.manager, .auditor, .operator]
    /// What each route asks for, written down a second time.
    private static let rules: [String: Set<Role>] = [
        "POST /api/v1/donations": [.clerk, .manager],
        "POST /api/v1/donations/{id}/corrections": [.clerk, .manager],
        "GET /api/v1/donations/{id}/corrections": readers,
        "POST /api/v1/imports": [.clerk, .manager],
        "GET /api/v1/imports": [.clerk, .manager, .auditor],
        "GET /api/v1/imports/{id}": [.clerk, .manager, .auditor],
        "GET /api/v1/exchanges/candidates": readers,
        "POST /api/v1/exchanges/{id}/legs": [.clerk, .manager],
        "POST /api/v1/exchanges/{id}/links": [.clerk, .manager],
        "POST /api/v1/agreements/{id}/documents": [.clerk, .manager],
        "POST /api/v1/agreements/{id}/statuses": [.clerk, .manager],
        "POST /api/v1/projects": [.clerk, .manager],
        "POST /api/v1/projects/{id}/endings": [.clerk, .manager],
        "GET /api/v1/bars": Set(Role.allCases),
        "GET /api/v1/bars/{id}": Set(Role.allCases),
        "POST /api/v1/bars": [.manager],
        "POST /api/v1/bars/{id}/publications": [.manager],
        "POST /api/v1/bars/{id}/endings": [.manager],
        "GET /api/v1/interests": [.clerk, .manager, .auditor],
        "GET /api/v1/interests/{id}": [.clerk, .manager, .auditor],
        "POST /api/v1/interests": [.clerk, .manager],
        "POST /api/v1/interests/{id}/endings": [.clerk, .manager],
        "GET /api/v1/official-receipts": readers,
        "GET /api/v1/official-receipts/{id}": readers,
        "POST /api/v1/official-receipts": [.clerk, .manager],
        "POST /api/v1/official-receipts/recalls": [.clerk, .manager],
        "POST /api/v1/relays/{id}/replies": [.coordinator, .manager],
        "POST /api/v1/relays/{id}/import": [.coordinator, .manager],
        "POST /api/v1/claims": [.coordinator, .manager],
        "POST /api/v1/choices": [.coordinator, .manager],
        "GET /api/v1/holidays": Set(Role.allCases),
        "PUT /api/v1/holidays": [.operator],
        "POST /api/v1/people/{id}/erasures": [.manager],
        "GET /api/v1/people/{id}/donors": [.clerk, .manager, .auditor],
        "POST /api/v1/people/{id}/donors": [.clerk, .manager],
        "POST /api/v1/people/{id}/donors/{joining}/partings": [.manager],
        "POST /api/v1/donations/{id}/erasures": [.manager],
        "GET /api/v1/approvals": [.clerk, .manager, .auditor],
        "GET /api/v1/approvals/{id}": [.clerk, .manager, .auditor],
        "GET /api/v1/approvals/{id}/foresight": [.clerk, .manager, .auditor],
        "POST /api/v1/approvals": [.manager],
        "GET /api/v1/donations.csv": [.clerk, .manager],
        "GET /api/v1/donations.ndjson": [.clerk, .manager],
        "GET /api/v1/donations.xlsx": [.clerk, .manager],
        "GET /api/v1/donations/{id}/timeline": readers,
        "GET /api/v1/exchanges/{id}/timeline": readers,
        "GET /api/v1/agreements/{id}/timeline": readers,
        "GET /api/v1/relays/{id}/participations/{pid}/timeline": readers,
        "GET /api/v1/governments/{code}/timeline": readers,
        "GET /api/v1/people/{id}/timeline": readers,
        "GET /api/v1/imports/{id}/timeline": [.clerk, .manager, .auditor],
        "GET /api/v1/imports/{id}/reversal": [.clerk, .manager, .auditor],
        "POST /api/v1/imports/{id}/reversal": [.clerk, .manager],
        "GET /api/v1/imports/template.xlsx": [.clerk, .manager, .auditor],
        "GET /api/v1/periods": readers,
        "GET /api/v1/periods/{id}": readers,
        "GET /api/v1/periods/{id}/late-entries": readers,
        "POST /api/v1/periods": [.manager],
        "POST /api/v1/periods/{id}/late-approvals": [.manager],
        "POST /api/v1/periods/{id}/reopenings": [.manager],
        "GET /api/v1/search": Set(Role.allCases),
        "GET /api/v1/worklist": [.clerk, .manager, .auditor],
        "GET /api/v1/funds": readers,
        "GET /api/v1/funds/{id}": readers,
        "POST /api/v1/funds": [.clerk, .manager],
        "GET /api/v1/receivers": [.operator, .manager, .auditor],
        "GET /api/v1/receivers/{name}": [.operator, .manager, .auditor],
        "POST /api/v1/receivers": [.operator],
        "PATCH /api/v1/receivers/{name}": [.operator],
        "POST /api/v1/receivers/{name}/secret": [.operator],
        "GET /api/v1/deliveries": [.operator, .manager, .auditor],
        "POST /api/v1/deliveries/{id}/attempts": [.operator, .manager],
        "GET /api/v1/runs": timetableReaders,
        "GET /api/v1/runs/{id}": timetableReaders,
        "GET /api/v1/schedules/{name}": timetableReaders,
        "POST /api/v1/schedules": [.operator],
        "PATCH /api/v1/schedules/{name}": [.operator],
        "POST /api/v1/schedules/{name}/pause": [.manager, .operator],
        "POST /api/v1/schedules/{name}/resume": [.manager, .operator],
        "POST /api/v1/schedules/{name}/backfills": [.manager, .operator],
        "GET /log/tile/entries/**": [.auditor],
        "POST /api/v1/agreements": [.clerk, .manager],
        "POST /api/v1/exchanges": [.clerk, .manager],
        "POST /api/v1/people": [.clerk, .manager],
        "POST /api/v1/people/{id}/offices": [.clerk, .manager],
        "POST /api/v1/people/{id}/offices/{office}/endings": [.clerk, .manager],
        "POST /api/v1/sources": [.clerk, .coordinator, .manager],
        "POST /api/v1/relays": [.coordinator, .manager],
        "POST /api/v1/relays/{id}/participations": [.coordinator, .manager],
        "POST /api/v1/relays/{id}/nominations": [.coordinator, .manager],
        "POST /api/v1/schedules/{name}/runs": [.manager, .operator],
        "GET /api/v1/audit": [.auditor, .manager],
        "GET /api/v1/audit/bundle.zip": [.auditor, .manager],
        "GET /api/v1/people": readers,
        "GET /api/v1/people/{id}": readers,
        "GET /api/v1/schedules": timetableReaders,
        "GET /api/v1/schedules/{name}/runs": timetableReaders,
    ]
    private static let open: Set<String> = [
        "GET /api/v1/projects", "GET /api/v1/projects/{id}", "GET /api/v1/reciprocity",
        "GET /api/v1/tax-credit",
        "GET /api/v1/proofs/{entry}", "GET /log/checkpoint", "GET /log/tile/**",
        "GET /log/consistency",
        "GET /api/v1/donations", "GET /api/v1/donations/{id}", "GET /api/v1/agreements",
        "GET /api/v1/agreements/{id}", "GET /api/v1/exchanges", "GET /api/v1/exchanges/{id}",
        "GET /api/v1/relays", "GET /api/v1/relays/{id}", "GET /api/v1/relays/{id}/participations",
        "GET /api/v1/relays/{id}/nominations", "GET /api/v1/relays/{id}/graph",
        "GET /api/v1/relays/{id}/figures",
        "GET /api/v1/governments", "GET /api/v1/governments/{code}", "GET /api/v1/reports",
        "GET /api/v1/reports/{id}", "GET /api/v1/reports/{id}/files/{name}", "GET /livez",
        "GET /readyz", "GET /metrics", "GET /openapi.json", "GET /p/data/donations.csv",
        "GET /p/data/exchanges.csv", "GET /p/data/agreements.csv",
        "GET /robots.txt", "GET /sitemap.xml", "GET /feeds/reports.atom",
        "GET /en/feeds/reports.atom", "GET /feeds/agreements.atom",
        "GET /en/feeds/agreements.atom", "GET /feeds/agreements.ics",
        "GET /en/feeds/agreements.ics", "GET /feeds/relays.ics", "GET /en/feeds/relays.ics",
    ]

    @Test func `each role is admitted where its work is and nowhere else`() async throws {
        try await LedgerInterface.with { web in
            // Pages and forms have tables of their own: `PageRolesTests`, `PageFormsTests`.
            for route in web.interface.parts.table.routes where route.language == nil {
                let name = "\(route.method.rawValue) \(route.path)"
                let uri = route.path.replacing("{id}", with: "1").replacing("{name}", with: "x")
                    .replacing("{code}", with: "1")
                let headers: HTTPFields = [
                    .contentType: "application/json", .idempotencyKey: "k", .ifMatch: "*",
                ]
                let nobody = try await web.interface.ask(
                    route.method, uri, headers: headers, body: "{}")
                #expect((nobody.status == .unauthorized) == (Self.rules[name] != nil), "\(name)")
                for role in Role.allCases {
                    let answer = try await web.interface.ask(
                        route.method, uri, as: role, headers: headers, body: "{}")
                    let isAdmitted =
                        Self.rules[name]?.contains(role)
                        ?? (Self.open.contains(name) || name.hasPrefix("GET /assets/"))
                    #expect((answer.status == .forbidden) != isAdmitted, "\(role) \(name)")
                }
            }
        }
    }

    @Test func `whoever is signed in asks as a user and a token as a token`() async throws {
        try await LedgerInterface.with { web in
            let ways: [(String, Route.Access)] = [
                ("/page", .viewers(Role.everybody)), ("/api", .everyRole),
            ]
            let routes = ways.map { path, access in
                Route(
                    .get, path, access: access, document: Interface.document("tell\(path.count)")
                ) { .text("\($1.author.kind) \($1.author.name)") }
            }
            let interface = Interface(routes: routes) { parts in
                parts.sessions = web.interface.parts.sessions
                parts.authenticator = web.interface.parts.authenticator
            }
            let page = try await interface.ask(
                .get, "/page", headers: [.cookie: web.signIn(.clerk)])
            #expect(page.text == "user user-clerk")
            let answer = try await interface.ask(.get, "/api", as: .clerk)
            #expect(answer.text == "token clerk")
        }
    }

    @Test func `a token may what a page lets the same role do`() async throws {
        let pairs = [
            ("GET /api/v1/schedules", ["GET /schedules"]),
            ("GET /api/v1/schedules/{name}", ["GET /schedules/{name}"]),
            ("GET /api/v1/schedules/{name}/runs", ["GET /schedules/{name}"]),
            ("GET /api/v1/runs", ["GET /schedules"]),
            ("GET /api/v1/runs/{id}", ["GET /runs/{id}"]),
            ("POST /api/v1/schedules/{name}/runs", ["POST /schedules/{name}/run"]),
            (
                "POST /api/v1/deliveries/{id}/attempts",
                ["POST /settings/deliveries/{id}/send", "POST /reports/{id}/send"]
            ),
        ]
        try await LedgerInterface.with { web in
            let routes = web.interface.parts.table.routes
            func admitted(_ names: [String]) -> Set<Role> {
                let asked = routes.filter { names.contains("\($0.method.rawValue) \($0.path)") }
                return Set(
                    Role.allCases.filter { role in asked.contains { $0.access.admits(role) } })
            }
            for (route, pages) in pairs {
                let roles = admitted([route])
                #expect(!roles.isEmpty && roles == admitted(pages), "\(route)")
            }
        }
    }

    @Test func `an operator's token shows of the book what everybody sees`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            _ = try await web.add("donations", DonationRouteTests.body, key: "k")
            for path in [
                "donations", "exchanges", "agreements", "relays", "reciprocity", "projects",
                "reports",
            ] {
                let open = try await web.get(path)
                let own = try await web.get(path, as: .operator)
                #expect(open.status == .ok && own.text == open.text, "\(path)")
            }
            let found = try await web.get("search?q=%EC%84%B8%EC%A2%85", as: .operator).value
            #expect(found["governments.items.0.title"] == "세종특별자치시")
            for kind in ["people", "donations", "exchanges", "agreements", "relays"] {
                #expect(found["\(kind).count"] == 0, "\(kind)")
            }
            let page = try await web.page("/governments/36110", as: .operator)
            #expect(page.status == .ok)
            #expect(!page.text.contains("홍길동") && !page.text.contains("홍○동"))
        }
    }

    @Test func `what a page of the console leads to opens for whoever reads it`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let filed = try await web.post(
                "schedules/daily/runs", #"{"reason":"확인"}"#, as: .operator)
            let run = try #require(try filed.json["id"]?.string)
            let report = try #require(try filed.json["report_id"]?.string)
            let closing = try await web.add(
                "periods", #"{"period":"2024-12","reason":"확인함"}"#, key: "close")
            let asked = try await web.post(
                "periods/\(closing)/reopenings", #"{"reason":"빠진 영수증"}"#, key: "reopen")
            let request = try #require(try asked.json["id"]?.string)
            let rooms = [
                "agreements", "exchanges", "governments", "periods", "reports", "schedules",
            ]
            for (path, role) in [
                ("/governments/36110", Role.operator), ("/governments/36110", .coordinator),
                ("/reports/\(report)", .clerk), ("/runs/\(run)", .operator),
                ("/runs/\(run)", .auditor), ("/approvals/\(request)", .clerk),
            ] {
                let page = try await web.page(path, as: role)
                #expect(page.status == .ok, "\(path) as \(role)")
                #expect(!page.text.contains("href=\"/p/agreements/"), "\(path) as \(role)")
                let links = Set(page.text.matches(of: /href="(\/[^"#?]+)"/).map { String($0.1) })
                for link in links where rooms.contains(where: { link.hasPrefix("/\($0)/") }) {
                    let answer = try await web.page(link, as: role)
                    #expect(answer.status == .ok, "\(link) on \(path) as \(role)")
                }
            }
            for (role, leads) in [(Role.operator, false), (.coordinator, true)] {
                let page = try await web.page("/governments/36110", as: role)
                #expect(page.text.contains("href=\"/agreements/") == leads, "\(role)")
            }
        }
    }

    @Test func `an operator's pages tell no count below five`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let remark = "5건 미만인 건수는 밝히지 않습니다"
            for path in [
                "/reciprocity", "/reciprocity?level=basic", "/map", "/governments/36110",
            ] {
                let page = try await web.page(path, as: .operator)
                #expect(page.status == .ok && page.text.contains(remark), "\(path)")
                #expect(page.text.contains("비공개"), "\(path)")
                let whole = try await web.page(path, as: .auditor)
                #expect(whole.status == .ok && !whole.text.contains(remark), "\(path)")
            }
            // It stays in the console.
            let page = try await web.page("/map", as: .operator)
            #expect(!page.text.contains("/p/governments/"))
        }
    }

    @Test func `a token that is sent to an open route must be good`() async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.interface.ask(
                .get, "/api/v1/donations", headers: [.authorization: "Bearer pmt_x"])
            #expect(answer.status == .unauthorized)
            #expect(try answer.code == "token-unknown")
        }
    }

    /// Holidays are put: a list that comes twice is the same list.
    @Test func `every request that makes or changes something wants its key`() async throws {
        try await LedgerInterface.with { web in
            for route in web.interface.parts.table.routes
            where [.post, .patch].contains(route.method) && route.path.hasPrefix("/api/") {
                let uri = route.path.replacing("{id}", with: "1").replacing("{name}", with: "x")
                let role = Role.allCases.first(where: route.access.admits)
                let answer = try await web.interface.ask(
                    route.method, uri, as: role,
                    headers: [.contentType: "application/json"], body: "{}")
                #expect(try answer.code == "idempotency-key-required", "\(route.path)")
            }
        }
    }

    @Test(arguments: [
        (#"["a"]"#, "invalid-fields"), ("{", "malformed-json"),
        (#"{"a":"\u0000"}"#, "malformed-json"),
        (#"{"a":1,"a":2}"#, "malformed-json"),
    ])
    func `a body that is no object of JSON is 400`(body: String, code: String) async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post("donations", body)
            #expect(answer.status == .badRequest)
            #expect(try answer.code?.string == code)
        }
    }
}

extension Route {
    /// Whether people read it.
    var isPage: Bool { document.responses.contains { $0.content.type == "text/html" } }
}
