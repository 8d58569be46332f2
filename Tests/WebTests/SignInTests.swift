import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import NIOCore
import TestSupport
import Testing
import Transparency

@testable import Web

/// Journeys of people who sign in, on a real socket and a real database.
@Suite struct SignInTests {
    private static let password = "네 낱말을 이어 쓰면 길다"

    /// An account with a password.
    private func add(
        _ login: String, to web: LedgerInterface, role: Role = .clerk
    ) async throws {
        let ledger = web.test.ledger
        _ = try await ledger.addAccount(
            login: login, name: "김지민", role: role.rawValue, by: web.test.author)
        let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
        try await ledger.makeLink(link.hash, for: login, seconds: 60, by: web.test.author)
        _ = try await ledger.redeem(
            link.hash, login: "", name: "", password: SignInTests.password)
    }

    private func signIn(
        _ browser: Browser, _ login: String, _ password: String = SignInTests.password
    ) async throws -> TestResponse {
        try await browser.fill("/login", ["login": login, "password": password])
    }

    @Test func `the first link makes the first account, once, and signs it in`() async throws {
        try await LedgerInterface.with { web in
            let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
            let isNeeded = try await web.test.ledger.makeFirstLink(
                link.hash, role: "manager", seconds: 600)
            #expect(isNeeded)
            let path = link.path(in: .korean)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                let fields: KeyValuePairs = [
                    "login": "JiMin", "name": "김지민", "password": SignInTests.password,
                    "repeat": SignInTests.password,
                ]
                let page = try await browser.open(path)
                #expect(page.headers[.referrerPolicy] == "no-referrer")
                // A mail reader that opens addresses has used nothing up.
                let weak = try await browser.fill(
                    path,
                    [
                        "login": "jimin", "name": "김", "password": "12345678",
                        "repeat": "12345678",
                    ])
                #expect(weak.status == .unprocessableContent)
                #expect(weak.text.contains("누구나 먼저"))
                let twice = try await browser.fill(
                    path, ["login": "jimin", "name": "김", "password": "a b c d e f", "repeat": "x"])
                #expect(twice.text.contains("두 비밀번호가 다릅니다"))
                let answer = try await browser.fill(path, fields)
                #expect(answer.status == .seeOther)
                #expect(answer.headers[.location] == "/")
                let cookie = answer.headers[.setCookie] ?? ""
                #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
                let today = try await browser.open("/")
                #expect(today.text.contains("김지민"))
                // Replayed: by the same browser, by another, and as the form was sent before.
                for other in [browser, Browser(client)] {
                    let again = try await other.open(path)
                    #expect(again.status == .gone)
                    #expect(again.text.contains("link-spent"))
                }
                let token = FormKey(
                    web.test.ledger.secret.formKey(
                        of: try #require(
                            SessionCookie(isSecure: false).session(
                                in: "pumasi=\(browser.cookies["pumasi"] ?? "")")))
                ).token(for: SignInRoutes.linkPath)
                let replayed = try await browser.post(path, token: token, fields)
                #expect(replayed.status == .gone)
            }
            let needsMore = try await web.test.ledger.makeFirstLink(
                link.hash, role: "manager", seconds: 600)
            #expect(!needsMore)
            let accounts = try await web.test.ledger.accounts()
            #expect(accounts.map(\.login) == ["jimin"])
            #expect(accounts.map(\.role) == ["manager"])
        }
    }

    @Test func `whoever signs in goes on where they were, and a wrong password says nothing`()
        async throws
    {
        try await LedgerInterface.with { web in
            try await add("jimin", to: web)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                let wrong = try await signIn(browser, "jimin", "wrong password")
                let nobody = try await signIn(browser, "nobody-here", "wrong password")
                #expect(wrong.status == .unprocessableContent)
                // But for what was typed the two pages are the same.
                func plain(_ answer: TestResponse) -> String {
                    answer.text.replacing("nobody-here", with: "").replacing("jimin", with: "")
                }
                #expect(plain(wrong) == plain(nobody))
                let page = try await browser.open("/login?next=/en%3Fa%3D1")
                let token = try #require(Browser.token(in: page.text, for: "/login"))
                let guestCookie = browser.cookies["pumasi-guest"]
                #expect(guestCookie != nil)
                let answer = try await browser.post(
                    "/login", token: token,
                    ["login": " JIMIN ", "password": SignInTests.password, "next": "/en?a=1"])
                #expect(answer.headers[.location] == "/en?a=1")
                let evil = try await Browser(client).fill(
                    "/login",
                    ["login": "jimin", "password": SignInTests.password, "next": "//evil.example"])
                #expect(evil.headers[.location] == "/")
                let known = try await browser.open("/login")
                #expect(known.headers[.location] == "/")
            }
        }
    }

    @Test func `five wrong passwords lock a login, known or not, and not the others`() async throws
    {
        try await LedgerInterface.with { web in
            try await add("jimin", to: web)
            try await add("sora", to: web)
            try await Browser.with(web) { client in
                for login in ["jimin", "nobody"] {
                    let browser = Browser(client)
                    for _ in 0..<5 {
                        let answer = try await signIn(browser, login, "wrong password")
                        #expect(answer.status == .unprocessableContent)
                    }
                    let locked = try await signIn(browser, login)
                    #expect(locked.status == .tooManyRequests)
                    let seconds = Int(locked.headers[.retryAfter] ?? "") ?? 0
                    #expect((890...900).contains(seconds))
                    #expect(locked.text.contains("15분 뒤"))
                }
                let other = try await signIn(Browser(client), "sora")
                #expect(other.status == .seeOther)
                // When the lock has passed one more wrong try locks for twice as long.
                let pass = "UPDATE sign_in_throttle SET locked_until = now() - interval '1 s'"
                _ = try await TestServer.shared.psql(web.test.conninfo, ["-qc", pass])
                let again = try await signIn(Browser(client), "jimin", "wrong password")
                #expect(again.status == .unprocessableContent)
                let longer = try await signIn(Browser(client), "jimin")
                #expect((1_790...1_800).contains(Int(longer.headers[.retryAfter] ?? "") ?? 0))
                // And a right one ends it.
                _ = try await TestServer.shared.psql(web.test.conninfo, ["-qc", pass])
                let right = try await signIn(Browser(client), "jimin")
                #expect(right.status == .seeOther)
                let wrong = try await signIn(Browser(client), "jimin", "wrong password")
                #expect(wrong.status == .unprocessableContent)
            }
        }
    }

    @Test func `what a browser calls itself is kept cut and without resident numbers`()
        async throws
    {
        try await LedgerInterface.with { web in
            try await add("jimin", to: web)
            let ledger = web.test.ledger
            let account = try #require(try await ledger.account(login: "jimin"))
            let number = "900101" + "-" + "1234567"
            try await ledger.beginSession(
                SessionCookie.hash(of: Randomness.system.bytes(SessionCookie.idBytes)),
                of: account.id, life: SessionLife(), address: nil,
                agent: "Firefox \(number)" + String(repeating: " ", count: 300))
            let agent = try #require(
                try await ledger.sessions(of: account.id, life: SessionLife()).first?.agent)
            #expect(agent.hasPrefix("Firefox ******-******* ") && agent.count == 200)
        }
    }

    @Test func `thirty tries at once are five`() async throws {
        try await LedgerInterface.with { web in
            try await add("jimin", to: web)
            let ledger = web.test.ledger
            let outcomes = try await withThrowingTaskGroup(of: SignIn.self) { group in
                for number in 0..<30 {
                    group.addTask {
                        try await ledger.signIn(
                            login: "jimin", password: "wrong", address: "192.0.2.\(number)")
                    }
                }
                return try await group.reduce(into: [SignIn]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .wrong } == 5)
        }
    }

    @Test func `an address that tries many logins waits a minute`() async throws {
        try await LedgerInterface.with { web in
            let ledger = web.test.ledger
            for number in 0..<20 {
                let outcome = try await ledger.signIn(
                    login: "login-\(number)", password: "wrong", address: "192.0.2.1")
                #expect(outcome == .wrong)
            }
            let locked = try await ledger.signIn(
                login: "another", password: "wrong", address: "192.0.2.1")
            guard case .locked(let seconds) = locked else {
                return #expect(Bool(false), "\(locked)")
            }
            #expect((55...60).contains(seconds))
            // What is tried from there meanwhile counts against nobody.
            for _ in 0..<9 {
                _ = try await ledger.signIn(
                    login: "victim", password: "wrong", address: "192.0.2.1")
            }
            let victim = try await ledger.signIn(
                login: "victim", password: "wrong", address: "192.0.2.3")
            #expect(victim == .wrong)
            let elsewhere = try await ledger.signIn(
                login: "another", password: "wrong", address: "192.0.2.2")
            #expect(elsewhere == .wrong)
        }
    }

    @Test func `two sessions of one person end apart, and with the password`() async throws {
        try await LedgerInterface.with { web in
            try await add("jimin", to: web)
            try await Browser.with(web) { client in
                let (office, home) = (Browser(client), Browser(client))
                for browser in [office, home] { _ = try await signIn(browser, "jimin") }
                #expect(office.cookies["pumasi"] != home.cookies["pumasi"])
                let left = try await office.open("/me/session", [.accept: "application/json"])
                let seconds = try left.json["seconds_left"]
                guard case .integer(let number)? = seconds else {
                    return #expect(Bool(false), "\(left.text)")
                }
                #expect((1_790...1_800).contains(number))
                let sessions = web.interface.parts.sessions
                let cookie = "pumasi=\(office.cookies["pumasi"] ?? "")"
                let viewer = try #require(try await sessions.viewer(for: cookie))
                let out = try await office.post(
                    "/logout", token: viewer.formKey.token(for: "/logout"), [:])
                #expect(out.headers[.location] == "/")
                #expect(office.cookies["pumasi"] == nil)
                office.keep("pumasi", String(cookie.dropFirst(7)))
                let after = try await office.open("/me/session")
                #expect(after.status == .seeOther)
                let still = try await home.open("/")
                #expect(still.text.contains("김지민"))
            }
            _ = try await web.test.ledger.changeAccount(
                "jimin", isDisabled: true, by: web.test.author)
            try await Browser.with(web) { client in
                let locked = try await signIn(Browser(client), "jimin")
                #expect(locked.status == .unprocessableContent)
            }
        }
    }

    @Test func `a name is text wherever it stands, and a login is plain`() async throws {
        let hostile = "<script>alert(1)</script>\"'&"
        try await LedgerInterface.with { web in
            try await Browser.with(web) { client in
                let browser = Browser(client)
                let page = try await signIn(browser, hostile, "x")
                #expect(!page.text.contains("<script>"))
                #expect(page.text.contains("&lt;script&gt;"))
                let long = try await signIn(browser, String(repeating: "가", count: 10_000), "x")
                #expect(long.status == .unprocessableContent)
                let token = try #require(Browser.token(in: page.text, for: "/login"))
                // A lone surrogate is no UTF-8, whatever else it is.
                let surrogate = try await client.execute(
                    uri: "/login", method: .post,
                    headers: [
                        .contentType: Endpoint.formType, .secFetchSite: "same-origin",
                        .cookie: "pumasi-guest=\(browser.cookies["pumasi-guest"] ?? "")",
                    ],
                    body: ByteBuffer(string: "csrf=\(token)&login=%ED%A0%80&password=x"))
                #expect(surrogate.status == .badRequest)
                let control = try await signIn(browser, "a\u{0}\u{8}b", "x\u{0}")
                #expect(control.status == .unprocessableContent)
            }
            for (login, name) in [
                ("a b", "가"), ("a\tb", "가"), ("a", "가"), ("ab", ""), ("ab", "가\u{7}"),
                (String(repeating: "a", count: 65), "가"),
                ("ab", String(repeating: "가", count: 101)), ("a\u{202E}b", "가"),
            ] {
                await #expect(throws: AccountProblem.self, "\(login) \(name)") {
                    try await web.test.ledger.addAccount(
                        login: login, name: name, role: "clerk", by: web.test.author)
                }
            }
            let account = try await web.test.ledger.addAccount(
                login: "<script>", name: hostile, role: "clerk", by: web.test.author)
            #expect(account.name == hostile)
        }
    }

    @Test func `nobody gives rights to himself, and somebody is left to give them`() async throws {
        try await LedgerInterface.with { web in
            let ledger = web.test.ledger
            let boss = try await ledger.addAccount(
                login: "boss", name: "장", role: "manager", by: web.test.author)
            await #expect(throws: AccountProblem.ownRights) {
                try await ledger.changeAccount("boss", role: "clerk", by: boss.author)
            }
            await #expect(throws: AccountProblem.lastAdministrator) {
                try await ledger.changeAccount("boss", isDisabled: true, by: web.test.author)
            }
            await #expect(throws: AccountProblem.loginTaken("boss")) {
                try await ledger.addAccount(
                    login: "BOSS", name: "장", role: "clerk", by: web.test.author)
            }
            let renamed = try await ledger.changeAccount("boss", name: "장관", by: boss.author)
            #expect(renamed.name == "장관")
        }
    }
}
