import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing
import Transparency

@testable import Web

/// Letting people and programs in, and keeping them out, as an operator's browser does it.
@Suite struct AccountPageTests {
    private func with(
        _ role: Role,
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with { web in
            let cookie = try await web.signIn(role)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
                try await body(web, browser)
            }
        }
    }

    @Test func `an account is made with a link that is shown once and works once`() async throws {
        try await with(.operator) { web, browser in
            let wrong = try await browser.fill(
                "/admin/users/new", ["login": "user operator", "name": "", "role": ""])
            #expect(wrong.status == .unprocessableContent)
            let made = try await browser.fill(
                "/admin/users/new", ["login": "jimin", "name": "김지민", "role": "clerk"])
            #expect(made.status == .ok)
            let link = try #require(made.text.firstMatch(of: /\/login\/link\/[0-9a-f]{64}/))
            #expect(made.text.contains("http://"))
            let twice = try await browser.fill(
                "/admin/users/new", ["login": "JIMIN", "name": "다른 사람", "role": "clerk"])
            #expect(twice.text.contains("이미 있습니다"))
            let theirs = Browser(browser.client)
            let words = "네 낱말을 이어 쓰면 길다"
            let set = try await theirs.fill(
                String(link.0), ["password": words, "repeat": words])
            #expect(set.status == .seeOther)
            #expect(try await theirs.open("/donations").status == .ok)
            #expect(try await theirs.open("/admin/users").status == .forbidden)
            let account = try #require(try await web.test.ledger.account(login: "jimin"))
            let page = "/admin/users/\(account.id)"
            let ended = try await browser.fill(page + "/sign-out", [:])
            #expect(ended.headers[.location] == page + "?done=signed_out")
            #expect(try await theirs.open("/donations").status == .seeOther)
            let changed = try await browser.fill(
                page + "/change", ["name": "김지민", "role": "coordinator"])
            #expect(changed.headers[.location] == page + "?done=changed")
            _ = try await browser.fill(page + "/access", [:])
            let out = try #require(try await web.test.ledger.account(login: "jimin"))
            #expect(out.role == "coordinator")
            #expect(out.disabledAt != nil)
            let story = try await browser.open(page)
            for text in ["등록", "일회용 링크 만듦", "비밀번호 정함", "세션 모두 끝냄", "역할 바꿈", "사용 중지"] {
                #expect(story.text.contains(text), "\(text)")
            }
        }
    }

    @Test func `nobody takes rights from himself, and a lock after wrong passwords is lifted`()
        async throws
    {
        try await with(.operator) { web, browser in
            let ledger = web.test.ledger
            let me = try #require(try await ledger.account(login: "user-operator"))
            let own = try await browser.fill("/admin/users/\(me.id)/access", [:])
            #expect(own.status == .unprocessableContent)
            #expect(own.text.contains("스스로 바꿀 수 없습니다"))
            for _ in 0..<6 {
                _ = try await ledger.signIn(
                    login: "user-operator", password: "틀림", address: nil)
            }
            #expect(try await ledger.lockSeconds(of: "user-operator") != nil)
            let page = "/admin/users/\(me.id)"
            #expect(try await browser.open(page).text.contains("여러 번 틀려 잠겼습니다"))
            let unlocked = try await browser.fill(page + "/unlock", [:])
            #expect(unlocked.headers[.location] == page + "?done=unlocked")
            #expect(try await ledger.lockSeconds(of: "user-operator") == nil)
        }
    }

    @Test func `a token of one's own acts under one's own name and ends with the role`()
        async throws
    {
        try await with(.clerk) { web, browser in
            let ledger = web.test.ledger
            let wrong = try await browser.fill("/tokens/new", ["label": " ", "days": "400"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("365"))
            let made = try await browser.fill("/tokens/new", ["label": "회계 연결", "days": "30"])
            let text = try #require(made.text.firstMatch(of: /pmt_[0-9a-f]{64}/))
            let token = try #require(BearerToken(String(text.0)))
            let hash = try #require(Hash256(bytes: token.hash.bytes))
            let me = try #require(try await ledger.account(login: "user-clerk"))
            let found = try #require(try await ledger.token(hash: hash))
            #expect(found.author.id == me.id)
            #expect(found.role == "clerk")
            let twice = try await browser.fill(
                "/tokens/new", ["label": "회계 연결", "days": "30"])
            #expect(twice.status == .unprocessableContent)
            let list = try await browser.open("/tokens")
            #expect(list.text.contains("회계 연결") && list.text.contains("쓴 적 없음"))
            _ = try await ledger.useToken(hash: hash)
            let used = try #require(try await ledger.tokens(of: me.id).first?.usedAt)
            let day = used.koreanDate
            let seen = try await browser.open("/tokens").text
            #expect(!seen.contains("쓴 적 없음") && seen.contains(Notation.date(day, in: .korean)))
            #expect(!list.text.contains(String(text.0)))
            _ = try await ledger.changeAccount(
                "user-clerk", role: "coordinator", by: web.test.author)
            #expect(try await ledger.token(hash: hash) == nil)
            _ = try await ledger.changeAccount("user-clerk", role: "clerk", by: web.test.author)
            #expect(try await ledger.token(hash: hash) != nil)
            // The change of role ended the session.
            let cookie = try await web.signIn(.clerk)
            browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
            let ended = try await browser.fill("/tokens/\(found.id)/end", [:])
            #expect(ended.headers[.location] == "/tokens?done=ended")
            #expect(try await ledger.token(hash: hash) == nil)
            #expect(try await browser.open("/tokens/\(found.id)/end").status == .notFound)
        }
    }

    @Test func `somebody else's token cannot be seen or ended, but by an operator`() async throws {
        try await with(.clerk) { web, browser in
            let ledger = web.test.ledger
            _ = try await web.signIn(.auditor)
            let auditor = try #require(try await ledger.account(login: "user-auditor"))
            let token = BearerToken(secret: Randomness.system.bytes(BearerToken.secretBytes))
            let hash = try #require(Hash256(bytes: token.hash.bytes))
            try await ledger.addToken(hash: hash, of: auditor, label: "감사 도구", days: 1)
            let id = try #require(try await ledger.tokens(of: auditor.id).first?.id)
            #expect(!(try await browser.open("/tokens").text.contains("감사 도구")))
            #expect(try await browser.open("/tokens/\(id)/end").status == .notFound)
            let cookie = try await web.signIn(.operator)
            let keeper = Browser(browser.client)
            keeper.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
            #expect(try await keeper.open("/tokens").text.contains("감사 도구"))
            let ended = try await keeper.fill("/tokens/\(id)/end", [:])
            #expect(ended.status == .seeOther)
            #expect(try await ledger.token(hash: hash) == nil)
        }
    }

    @Test func `a receiver is added, its secret shown once, switched and renewed`() async throws {
        try await with(.operator) { web, browser in
            let wrong = try await browser.fill(
                "/settings/receivers/new",
                ["name": "Office Share", "kind": "webhook", "address": "ftp://x"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("value=\"Office Share\""))
            let added = try await browser.fill(
                "/settings/receivers/new",
                [
                    "name": "hook", "kind": "webhook", "address": "https://example.org/in",
                    "schedules": "daily", "formats": "hwpx, json",
                ])
            let secret = try #require(added.text.firstMatch(of: /whsec_[A-Za-z0-9+\/=]+/))
            let page = "/settings/receivers/hook"
            let shown = try await browser.open(page)
            #expect(!shown.text.contains(String(secret.0)))
            #expect(shown.text.contains("hwpx, json"))
            let renewed = try await browser.fill(page + "/secret", ["note": "바꿈"])
            #expect(renewed.text.contains("whsec_"))
            #expect(!renewed.text.contains(String(secret.0)))
            _ = try await browser.fill(
                "/settings/receivers/new",
                ["name": "share", "kind": "directory", "address": "/srv/reports"])
            let unsigned = try await browser.fill("/settings/receivers/share/secret", [:])
            #expect(unsigned.status == .notFound)
            let share = try #require(try await web.test.ledger.receiver("share"))
            let changes = try await web.test.ledger.changes(of: share, rowsMax: 9)
            #expect(changes.map(\.action) == [.added])
            let off = try await browser.fill(page + "/switch", ["note": "쉼"])
            #expect(off.headers[.location] == page + "?done=changed")
            #expect(try await web.test.ledger.receiver("hook")?.isOn == false)
            let settings = try await browser.open("/settings")
            #expect(settings.text.contains("(hidden)"))
        }
    }
}
