import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing
import Transparency

@testable import Web

/// A second factor as a browser meets it: turned on, asked for, wanted of some roles, taken off.
@Suite struct SecondFactorPageTests {
    private static let password = "네 낱말을 이어 쓰면 길다"
    private static let path = "/me/second-factor"

    /// A browser of nobody yet, on a real socket, and an account with a password.
    /// - Parameter roles: that must have a second factor.
    private func with(
        _ roles: Set<Role> = [],
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await TestLedger.with { test in
            let web = try await LedgerInterface(test, secondFactorRoles: roles)
            _ = try await test.ledger.addAccount(
                login: "jimin", name: "김지민", role: "clerk", by: test.author)
            let link = try await makeLink(web)
            _ = try await test.ledger.redeem(
                link.hash, login: "", name: "", password: SecondFactorPageTests.password)
            try await Browser.with(web) { try await body(web, Browser($0)) }
        }
    }

    private func makeLink(_ web: LedgerInterface) async throws -> SignInLink {
        let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
        try await web.test.ledger.makeLink(
            link.hash, for: "jimin", seconds: 60, by: web.test.author)
        return link
    }

    private func signIn(_ browser: Browser) async throws -> TestResponse {
        try await browser.fill(
            "/login", ["login": "jimin", "password": SecondFactorPageTests.password])
    }

    /// What the app shows half a minute later: what it shows now turned the factor on.
    private func next(_ app: OneTimeCode, _ web: LedgerInterface) async throws -> String {
        app.text(of: OneTimeCode.step(at: try await web.test.ledger.now()) + 1)
    }

    /// Turns the factor on, on its pages.
    private func enrol(
        _ browser: Browser, _ web: LedgerInterface
    ) async throws -> (app: OneTimeCode, codes: [String]) {
        let (path, password) = (SecondFactorPageTests.path, SecondFactorPageTests.password)
        let begun = try await browser.fill(path, ["current": password])
        #expect(begun.headers[.location] == path + "/app", "\(begun.text)")
        let cookie = "pumasi=\(browser.cookies["pumasi"] ?? "")"
        let viewer = try #require(try await web.interface.parts.sessions.viewer(for: cookie))
        let secret = try #require(
            try await web.test.ledger.begunSecret(of: viewer.id, in: viewer.session))
        let page = try await browser.open(path + "/app")
        let typed = Base32.groups(Base32.text(secret), separator: " ")
        #expect(page.text.contains("<code>\(typed)</code>"))
        #expect(page.text.contains("class=\"qr\"") && page.text.contains("<svg xmlns"))
        let wrong = try await browser.fill(path + "/app", ["code": "틀림"])
        #expect(wrong.status == .unprocessableContent)
        #expect(wrong.text.contains(typed) && !wrong.text.contains("value=\"틀림\""))
        let app = OneTimeCode(secret: secret)
        let now = OneTimeCode.step(at: try await web.test.ledger.now())
        let done = try await browser.fill(path + "/app", ["code": app.text(of: now)])
        #expect(done.status == .ok, "\(done.text)")
        #expect(!done.text.contains(typed))
        let codes = done.text.matches(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){5}/).map { String($0.0) }
        #expect(Set(codes).count == RecoveryCode.count)
        return (app, codes)
    }

    @Test func `it is turned on with a right code, which ends the other sessions`() async throws {
        try await with { web, browser in
            let elsewhere = Browser(browser.client)
            for one in [browser, elsewhere] {
                #expect(try await signIn(one).headers[.location] == "/")
            }
            let before = try await browser.open("/me")
            #expect(before.text.contains("href=\"/me/second-factor\""))
            let wrong = try await browser.fill(
                SecondFactorPageTests.path, ["current": "틀린 비밀번호"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("지금 비밀번호가 맞지 않습니다"))
            #expect(!wrong.text.contains("틀린 비밀번호"))
            let early = try await browser.open(SecondFactorPageTests.path + "/app")
            #expect(!early.text.contains("<svg xmlns"))
            _ = try await browser.fill(
                SecondFactorPageTests.path, ["current": SecondFactorPageTests.password])
            for (one, isShown) in [(browser, true), (elsewhere, false)] {
                let page = try await one.open(SecondFactorPageTests.path + "/app")
                #expect(page.text.contains("<svg xmlns") == isShown)
            }
            _ = try await enrol(browser, web)
            #expect(try await elsewhere.open("/me").status == .seeOther)
            let after = try await browser.open("/me")
            #expect(after.text.contains("/me/second-factor/off"))
            #expect(after.text.contains("남은 복구 코드"))
            let again = try await browser.open(SecondFactorPageTests.path)
            #expect(Browser.token(in: again.text, for: SecondFactorPageTests.path) == nil)
        }
    }

    @Test func `a right password alone is no session, and a code makes one, once`() async throws {
        try await with { web, browser in
            _ = try await signIn(browser)
            let (app, codes) = try await enrol(browser, web)
            let other = Browser(browser.client)
            let page = try await other.open("/login?next=/donations")
            let token = try #require(Browser.token(in: page.text, for: "/login"))
            let half = try await other.post(
                "/login", token: token,
                [
                    "login": "jimin", "password": SecondFactorPageTests.password,
                    "next": "/donations",
                ])
            #expect(half.headers[.location] == "/login/code?next=/donations")
            #expect(other.cookies["pumasi"] == nil)
            let given = try #require(other.cookies["pumasi-pending"])
            #expect(try await other.open("/donations").status == .seeOther)
            // The id of what waits for its code opens nothing else.
            let thief = Browser(browser.client)
            thief.keep("pumasi", given)
            #expect(try await thief.open("/donations").status == .seeOther)
            let wrong = try await other.fill("/login/code", ["code": "틀림"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("인증 코드가 맞지 않거나"))
            #expect(other.cookies["pumasi"] == nil)
            let right = try await other.fill("/login/code", ["code": try await next(app, web)])
            #expect(right.headers[.location] == "/")
            #expect(other.cookies["pumasi"] != nil && other.cookies["pumasi"] != given)
            #expect(other.cookies["pumasi-pending"] == nil)
            #expect(try await other.open("/donations").status == .ok)
            thief.keep("pumasi-pending", given)
            #expect(try await thief.open("/login/code").headers[.location] == "/login")
            // A form that was open all the while starts anew, whatever code it brings.
            let stranger = Browser(browser.client)
            _ = try await signIn(stranger)
            let form = try await stranger.open("/login/code")
            let late = try #require(Browser.token(in: form.text, for: "/login/code"))
            stranger.keep("pumasi-pending", given)
            let spent = try await stranger.post("/login/code", token: late, ["code": codes[0]])
            #expect(spent.status == .unprocessableContent)
            #expect(spent.text.contains("비밀번호부터 다시"))
            #expect(stranger.cookies["pumasi"] == nil)
        }
    }

    @Test func `five wrong codes lock on the page, too, and each refusal is written down`()
        async throws
    {
        try await with { web, browser in
            _ = try await signIn(browser)
            let (app, _) = try await enrol(browser, web)
            let other = Browser(browser.client)
            for _ in 0..<5 {
                #expect(try await signIn(other).headers[.location] == "/login/code")
                let wrong = try await other.fill("/login/code", ["code": "틀림"])
                #expect(wrong.status == .unprocessableContent)
            }
            let code = try await next(app, web)
            let locked = try await other.fill("/login/code", ["code": code])
            #expect(locked.status == .tooManyRequests)
            #expect((890...900).contains(Int(locked.headers[.retryAfter] ?? "") ?? 0))
            #expect(try await signIn(other).status == .tooManyRequests)
            while try await web.test.ledger.write(web.accesses) > 0 {}
            let records = try await web.test.ledger.audit(AuditFilter(), rowsMax: 500).records
            func count(_ action: Access.Action) -> Int {
                records.count { record in
                    guard case .access(let one) = record.deed else { return false }
                    return one == action
                }
            }
            #expect(count(.signInRefused) == 5)
            // Whose password was right is known.
            let account = try await web.test.ledger.account(login: "jimin")
            let refused = records.filter { $0.deed == .access(.signInRefused) }
            #expect(refused.allSatisfy { $0.author?.id == account?.id && account != nil })
            #expect(count(.signInLocked) == 1)
            #expect(count(.signedIn) == 1)
        }
    }

    @Test func `a link sets a password and does not pass by the code`() async throws {
        try await with { web, browser in
            _ = try await signIn(browser)
            let (app, _) = try await enrol(browser, web)
            let path = try await makeLink(web).path(in: .korean)
            let words = "이제 다른 낱말을 이어 쓴다"
            let other = Browser(browser.client)
            let set = try await other.fill(path, ["password": words, "repeat": words])
            #expect(set.headers[.location] == "/login/code")
            #expect(other.cookies["pumasi"] == nil)
            let right = try await other.fill("/login/code", ["code": try await next(app, web)])
            #expect(right.headers[.location] == "/")
            #expect(try await other.open("/donations").status == .ok)
        }
    }

    @Test func `recovery codes are renewed, and it is turned off, with password and code`()
        async throws
    {
        try await with { web, browser in
            _ = try await signIn(browser)
            let (_, codes) = try await enrol(browser, web)
            let password = SecondFactorPageTests.password
            let renew = SecondFactorPageTests.path + "/recovery-codes"
            let wrong = try await browser.fill(renew, ["current": "틀림", "code": codes[0]])
            #expect(wrong.status == .unprocessableContent)
            #expect(!wrong.text.contains(codes[0]))
            let renewed = try await browser.fill(renew, ["current": password, "code": codes[0]])
            let fresh = renewed.text.matches(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){5}/)
                .map { String($0.0) }
            #expect(fresh.count == RecoveryCode.count && Set(fresh).isDisjoint(with: codes))
            let elsewhere = Browser(browser.client)
            _ = try await signIn(elsewhere)
            _ = try await elsewhere.fill("/login/code", ["code": fresh[0]])
            #expect(try await elsewhere.open("/me").status == .ok)
            let off = SecondFactorPageTests.path + "/off"
            let old = try await browser.fill(off, ["current": password, "code": codes[1]])
            #expect(old.status == .unprocessableContent)
            let done = try await browser.fill(off, ["current": password, "code": fresh[1]])
            #expect(done.headers[.location] == "/me?done=factor_off")
            #expect(try await browser.open("/me").status == .ok)
            #expect(try await elsewhere.open("/me").status == .seeOther)
            #expect(try await signIn(elsewhere).headers[.location] == "/")
        }
    }

    @Test func `whose role must have one reaches nothing else before it is on`() async throws {
        try await with([.clerk]) { web, browser in
            #expect(try await signIn(browser).headers[.location] == "/")
            for (path, place) in [
                ("/", "/me/second-factor"), ("/donations", "/me/second-factor"),
                ("/me", "/me/second-factor"), ("/me/second-factor/off", "/me/second-factor"),
                ("/en/donations", "/en/me/second-factor"),
            ] {
                let page = try await browser.open(path)
                #expect(page.status == .seeOther, "\(path)")
                #expect(page.headers[.location] == place, "\(path)")
            }
            // What is open to everybody stays so.
            #expect(try await browser.open("/p").status == .ok)
            let cookie = "pumasi=\(browser.cookies["pumasi"] ?? "")"
            let sessions = web.interface.parts.sessions
            let viewer = try #require(try await sessions.viewer(for: cookie))
            #expect(viewer.owesSecondFactor)
            let look = try await browser.post(
                "/me", token: viewer.formKey.token(for: "/me"),
                ["language": "en", "look": "standard", "size": "standard"])
            #expect(look.status == .forbidden)
            let account = try #require(try await web.test.ledger.account(login: "jimin"))
            #expect(account.look.language == "ko")
            #expect(try await browser.open("/me/session").status == .ok)
            let page = try await browser.open(SecondFactorPageTests.path)
            #expect(page.text.contains("이 역할은 두 번째 인증 수단이 있어야 합니다"))
            // Another role is asked for none.
            let manager = Browser(browser.client)
            let other = try await web.signIn(.manager)
            manager.keep("pumasi", String(other.dropFirst("pumasi=".count)))
            #expect(try await manager.open("/donations").status == .ok)
            _ = try await enrol(browser, web)
            #expect(try await browser.open("/donations").status == .ok)
        }
    }

    @Test func `an operator takes a lost one off, and nobody their own`() async throws {
        try await with { web, browser in
            _ = try await signIn(browser)
            _ = try await enrol(browser, web)
            let operators = Browser(browser.client)
            let cookie = try await web.signIn(.operator)
            operators.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
            let account = try #require(try await web.test.ledger.account(login: "jimin"))
            let page = "/admin/users/\(account.id)"
            #expect(try await operators.open(page).text.contains(page + "/second-factor"))
            let me = try #require(try await web.test.ledger.account(login: "user-operator"))
            let own = try await operators.fill("/admin/users/\(me.id)/second-factor", [:])
            #expect(own.status == .unprocessableContent)
            let done = try await operators.fill(page + "/second-factor", [:])
            #expect(done.headers[.location] == page + "?done=changed")
            let story = try await operators.open(page).text
            #expect(story.contains("두 번째 인증 수단 없앰") && story.contains("두 번째 인증 수단 켬"))
            #expect(!story.contains(page + "/second-factor"))
            #expect(try await browser.open("/me").status == .seeOther)
            #expect(try await signIn(browser).headers[.location] == "/")
        }
    }
}
