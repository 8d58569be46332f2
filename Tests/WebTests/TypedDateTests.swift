import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// What forms have typed already of the day of a donation, where more than a day is known of it.
@Suite struct TypedDateTests {
    /// Saved by a clerk as known no more than by a day.
    private func save(_ browser: Browser, key: String) async throws -> String {
        let sent = try await browser.fill(
            "/donations/new",
            [
                "key": key, "origin": "reported", "donated_on": "2026. 3. 2. 이전", "donor": "최민호",
                "recipient": "대전광역시", "amount": "미공개",
            ])
        return try #require(sent.headers[.location], "\(sent.text)")
    }

    private func with(
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, .clerk, web))
            }
        }
    }

    @Test func `the next donation has the day of the last with all that is known of it`()
        async throws
    {
        try await with { web, browser in
            let next = try await save(browser, key: "a")
            #expect(try await browser.open(next).text.contains("value=\"2026-03-02 이전\""))
            let english = try await browser.open("/en" + next).text
            #expect(english.contains("value=\"by 2026-03-02\""))
            #expect(english.contains("data-last=\"not disclosed\""))
        }
    }

    @Test func `a form in English asks for no word that its keyboard has not`() async throws {
        try await with { web, browser in
            for path in ["/donations/new", "/exchanges/new", "/donations", "/donations/export"] {
                let page = try await browser.open("/en" + path).text
                for word in ["미공개", "어제", "10만"] {
                    #expect(!page.contains(word), "\(path): \(word)")
                }
            }
        }
    }

    @Test func `a bound can be corrected to the day itself, and is no change as it stands`()
        async throws
    {
        try await with { web, browser in
            let next = try await save(browser, key: "a")
            let id = try #require(Identifier(next.replacing("/donations/new?after=", with: "")))
            let path = "/donations/\(id)/correct"
            #expect(try await browser.open(path).text.contains("value=\"2026-03-02 이전\""))
            let english = try await browser.open("/en" + path).text
            #expect(english.contains("value=\"by 2026-03-02\""))
            #expect(english.contains("value=\"not disclosed\"") && !english.contains("미공개"))
            func amend(_ day: String, key: String) async throws -> TestResponse {
                try await browser.fill(
                    path,
                    [
                        "key": key, "version": "0", "action": "amend",
                        "changes.donated_on": day, "reason": "날짜를 확인함", "confirm": "1",
                    ])
            }
            let same = try await amend("2026-03-02 이전", key: "b")
            #expect(same.status == .unprocessableContent)
            #expect(same.text.contains("고칠 내용이 없습니다"))
            let exact = try await amend("2026-03-02", key: "c")
            #expect(exact.status == .seeOther, "\(exact.text)")
            let before = try #require(try await web.test.ledger.donation(id))
            let taker = try #require(before.settlement.replacement)
            let after = try #require(try await web.test.ledger.donation(taker))
            #expect(after.donatedOn == EventDate("2026-03-02", precision: .day))
        }
    }
}
