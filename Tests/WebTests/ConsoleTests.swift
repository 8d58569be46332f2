import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// The way into pages: who is signed in, who may open what, and which forms are ours.
@Suite struct ConsoleTests {
    private static let title = Bilingual("시험", "Test")

    private static let pages =
        Console.get("/books", roles: [.clerk, .auditor], "books", title) { _, context, viewer in
            .text("\(viewer.name) \(context.language.rawValue) \(viewer.role.rawValue)")
        }
        + Console.post("/books/{id}", roles: [.clerk], "addBook", title, needsKey: true) {
            _, context, _ in
            .text("\(context.form.text("title") ?? "-") \(context.idempotencyKey?.text ?? "-")")
        }

    private func with<Answer: Sendable>(
        _ body: (LedgerInterface, Interface) async throws -> Answer
    ) async throws -> Answer {
        try await LedgerInterface.with { web in
            let parts = web.interface.parts
            let console = Interface(routes: ConsoleTests.pages) {
                $0.sessions = parts.sessions
                $0.pages = parts.pages
            }
            return try await body(web, console)
        }
    }

    private func token(_ cookie: String, _ web: LedgerInterface) throws -> String {
        let hash = try #require(web.interface.parts.sessions.cookie.session(in: cookie))
        return FormKey(web.test.ledger.secret.formKey(of: hash)).token(for: "/books/{id}")
    }

    @Test func `a guest is sent to sign in and brought back`() async throws {
        try await with { _, console in
            let korean = try await console.ask(.get, "/books?q=%EA%B0%80&page=2")
            #expect(korean.status == .seeOther)
            #expect(
                korean.headers[.location] == "/login?next=/books%3fq%3d%25EA%25B0%2580%26page%3d2")
            let english = try await console.ask(
                .get, "/en/books", headers: [.cookie: "pumasi=" + String(repeating: "0", count: 64)]
            )
            #expect(english.headers[.location] == "/en/login?next=/en/books")
        }
    }

    @Test(arguments: Role.allCases)
    func `each role opens the pages that name it and no other`(role: Role) async throws {
        try await with { web, console in
            let cookie = try await web.signIn(role)
            for route in console.parts.table.routes where route.language != nil {
                let answer = try await console.ask(
                    route.method, route.path.replacing("{id}", with: "1"),
                    headers: [
                        .cookie: cookie, .secFetchSite: "same-origin",
                        .contentType: Endpoint.formType, .accept: "text/html",
                    ],
                    body: "csrf=\(try token(cookie, web))&key=k&title=%EC%B1%85")
                #expect((answer.status == .ok) == route.access.admits(role), "\(route.path)")
                guard answer.status != .ok else { continue }
                #expect(answer.status == .forbidden)
                #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(answer.text.contains(route.language == .korean ? "역할" : "role"))
            }
        }
    }

    @Test func `a form is taken with its own token, from a page of ours, and not otherwise`()
        async throws
    {
        try await with { web, console in
            let cookie = try await web.signIn(.clerk)
            let good = try token(cookie, web)
            let foreign = try token(try await web.signIn(.auditor), web)
            func send(_ body: String, _ headers: HTTPFields) async throws -> TestResponse {
                var all: HTTPFields = [.cookie: cookie, .contentType: Endpoint.formType]
                for field in headers { all[field.name] = field.value.isEmpty ? nil : field.value }
                return try await console.ask(.post, "/books/1", headers: all, body: body)
            }
            let ours: HTTPFields = [.secFetchSite: "same-origin"]
            let answer = try await send("csrf=\(good)&key=k&title=a+b", ours)
            #expect(answer.text == "a b k")
            for (body, headers): (String, HTTPFields) in [
                ("key=k", ours), ("csrf=&key=k", ours), ("csrf=\(foreign)&key=k", ours),
                ("csrf=\(good.uppercased())&key=k", ours),
                ("csrf=\(good)&key=k", [:]), ("csrf=\(good)&key=k", [.secFetchSite: "cross-site"]),
                ("csrf=\(good)&key=k", [.secFetchSite: "same-site"]),
                ("csrf=\(good)&key=k", [.origin: "null"]),
                ("csrf=\(good)&key=k", [.origin: "https://evil.example"]),
            ] {
                let answer = try await send(body, headers)
                #expect(answer.status == .forbidden, "\(body) \(headers)")
                #expect(try answer.code == "csrf")
            }
            let keyless = try await send("csrf=\(good)", ours)
            #expect(try keyless.code == "idempotency-key-required")
            let spelt = try await send("csrf=\(good)&key=k&title=%FF", ours)
            #expect(spelt.status == .badRequest)
            let json = try await send(
                "{}", [.secFetchSite: "same-origin", .contentType: "text/plain"])
            #expect(json.status == .unsupportedMediaType)
            let gone = try await send(
                "csrf=\(good)&key=k", [.secFetchSite: "same-origin", .cookie: ""])
            #expect(try gone.code == "signed-out")
        }
    }

    @Test func `a session ends with its time, its account, and when it is ended`() async throws {
        try await with { web, _ in
            let ledger = web.test.ledger
            let life = SessionLife()
            let cookie = try await web.signIn(.clerk)
            let sessions = web.interface.parts.sessions
            let viewer = try #require(try await sessions.viewer(for: cookie))
            #expect(viewer.role == .clerk)
            #expect((1_790...1_800).contains(viewer.secondsLeft))
            for change in [
                "UPDATE session SET seen_at = seen_at - interval '31 minutes'",
                "UPDATE session SET seen_at = now(), ends_at = begun_at",
            ] {
                _ = try await TestServer.shared.psql(web.test.conninfo, ["-qc", change])
                let found = try await ledger.session(viewer.session, life: life, isActivity: true)
                #expect(found == nil, "\(change)")
            }
            let second = try await web.signIn(.clerk)
            let hash = try #require(sessions.cookie.session(in: second))
            let holds = try await ledger.session(hash, life: life, isActivity: false)
            #expect(holds != nil)
            _ = try await ledger.changeAccount(
                "user-clerk", role: Role.coordinator.rawValue, by: web.test.author)
            let ended = try await ledger.session(hash, life: life, isActivity: true)
            #expect(ended == nil)
        }
    }

    @Test func `who is signed in sees another first page, and nothing of it is kept`() async throws
    {
        try await LedgerInterface.with { web in
            let cookie = try await web.signIn(.manager)
            let guest = try await web.interface.ask(.get, "/")
            #expect(guest.headers[.vary] == "Cookie")
            let mine = try await web.interface.ask(.get, "/", headers: [.cookie: cookie])
            #expect(mine.text.contains("관리자"))
            #expect(mine.headers[.cacheControl] == "no-store")
            let open = try await web.interface.ask(.get, "/p", headers: [.cookie: cookie])
            #expect(open.headers[.cacheControl] == "public, max-age=10")
        }
    }

    @Test(arguments: ["/help", "/help/shortcuts", "/en/help"])
    func `help stands in the frame of whoever reads it`(path: String) async throws {
        try await LedgerInterface.with { web in
            let signIn = "href=\"\(path.hasPrefix("/en") ? "/en" : "")/login"
            let guest = try await web.interface.ask(.get, path)
            #expect(guest.text.contains(signIn))
            #expect(guest.headers[.cacheControl] == "public, no-cache")
            #expect(guest.headers[.vary] == "Cookie")
            let staff = try await web.page(path, as: .clerk)
            #expect(staff.status == .ok && !staff.text.contains(signIn))
            #expect(staff.headers[.cacheControl] == "no-store")
            // What was drawn for somebody is not what the next guest gets.
            #expect(try await web.interface.ask(.get, path).text == guest.text)
        }
    }

    @Test func `with public pages switched off nothing leads to one`() async throws {
        try await TestLedger.with { test in
            _ = try await test.ledger.loadSample(author: test.author)
            _ = try await test.publish()
            let relay = try #require(try await test.ledger.relays(rowsMax: 1).first)
            let record = try #require(try await test.ledger.relay(relay.id))
            let run = try #require(record.nominations.first?.answeredBy)
            let donation = try #require(try await test.ledger.donations(rowsMax: 1).first?.id)
            let no = try #require(record.nominations.first?.no)
            let leading = [
                "/", "/help", "/donations/\(donation)", "/search?q=\(no)",
                "/relays/\(relay.id)/participations/\(run)", "/en/search?q=\(no)",
            ]
            func texts(_ web: LedgerInterface) async throws -> [String] {
                var texts: [String] = []
                for path in leading {
                    let page = try await web.page(path, as: .manager)
                    #expect(page.status == .ok, "\(path)")
                    texts.append(page.text)
                }
                return texts + [try await web.page("/help", as: nil).text]
            }
            let open = try await texts(try await LedgerInterface(test))
            #expect(open.allSatisfy { $0.contains("/p/verify\"") })
            #expect(open[2...3].allSatisfy { $0.contains("/p/verify?q=") })
            let closed = try await LedgerInterface(test, isPublic: false)
            for path in ["/p", "/p/verify", "/en/p/verify"] {
                #expect(try await closed.page(path, as: .manager).status == .notFound)
            }
            let shut = try await texts(closed)
            for (path, text) in zip(leading + ["/help"], shut) {
                for place in ["/p", "/en/p"] {
                    let isLed = ["\"", "/", "?"].contains {
                        text.contains("href=\"\(place)\($0)")
                    }
                    #expect(!isLed, "\(path)")
                }
            }
            // What has no page of its own is found all the same.
            #expect(shut[3].contains("id=\"exact\""))
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil", "/a\nb", "login", ""])
    func `an address that is not ours is nowhere to go on`(text: String) {
        #expect(Console.place(text) == nil)
    }
}
