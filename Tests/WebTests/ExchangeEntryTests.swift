import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// An exchange as it is typed: one side now and the other later, and more of them.
@Suite struct ExchangeEntryTests {
    private func with(
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, .clerk, web))
            }
        }
    }

    /// One side alone, as a clerk leaves the other empty.
    private func begin(
        _ web: LedgerInterface, _ browser: Browser
    ) async throws -> ExchangeRecord {
        let sent = try await browser.fill(
            "/exchanges/new",
            [
                "key": "a", "occasion": "yearly", "on": "2026-03-02", "note": "해마다 하는 교환",
                "legs[0].from": "세종특별자치시", "legs[0].to": "대전광역시", "legs[0].people": "12",
                "legs[0].amount_each": "10만",
            ])
        let place = try #require(sent.headers[.location], "\(sent.text)")
        let id = try #require(Identifier(place.replacing("/exchanges/new?after=", with: "")))
        return try #require(try await web.test.ledger.exchange(id))
    }

    @Test func `a side that is left empty is the other's answer, and awaited`() async throws {
        try await with { web, browser in
            let record = try await begin(web, browser)
            #expect(record.reciprocity.state == .oneSided && record.legs.count == 2)
            #expect(record.legs.map(\.leg.isGiven) == [true, false])
            #expect(record.legs[1].from == record.legs[0].to)
            #expect(record.legs[1].to == record.legs[0].from)
            let page = try await browser.open("/exchanges/\(record.exchange.id)").text
            for text in ["해마다 하는 교환", "<dt>계기</dt>", "/exchanges/\(record.exchange.id)/legs"] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }

    @Test func `the answer is added when it comes, in the place of what was awaited`()
        async throws
    {
        try await with { web, browser in
            let record = try await begin(web, browser)
            let path = "/exchanges/\(record.exchange.id)/legs"
            let awaited = record.legs[1].id
            let form = try await browser.open(path).text
            #expect(form.contains("<option value=\"\(awaited)\" selected"), "\(form)")
            let bad = try await browser.fill(
                path,
                ["key": "b", "replaces": "\(awaited)", "on": "2026-03-05", "people": "둘"])
            #expect(bad.status == .unprocessableContent)
            #expect(bad.text.contains("href=\"#f-people\"") && bad.text.contains("value=\"둘\""))
            let sent = try await browser.fill(
                path,
                [
                    "key": "c", "replaces": "\(awaited)", "on": "2026-03-05", "people": "12",
                    "amount": "120만",
                ])
            #expect(sent.headers[.location] == "/exchanges/\(record.exchange.id)", "\(sent.text)")
            let after = try #require(
                try await web.test.ledger.exchange(record.exchange.id))
            #expect(after.reciprocity.state == .answered && after.legs.count == 2)
            #expect(after.reciprocity.amount == .balanced && after.mended.map(\.id) == [awaited])
        }
    }

    @Test func `more rows are added to a form with all that was typed in it`() async throws {
        try await with { web, browser in
            let more = try await browser.fill(
                "/exchanges/new",
                [
                    "key": "a", "more": "1", "occasion": "yearly", "on": "2026-03-02",
                    "legs[0].from": "세종특별자치시", "legs[0].people": "셋",
                    "legs[0].donations[1].donor": "최민호", "legs[1].to": "",
                ])
            #expect(more.status == .ok, "\(more.text)")
            for text in [
                "value=\"세종특별자치시\"", "value=\"셋\"", "value=\"최민호\"", "legs[3].from",
                "legs[0].donations[3].donor",
            ] {
                #expect(more.text.contains(text), "\(text)")
            }
            #expect(!more.text.contains("legs[4].from"))
            #expect(try await web.test.ledger.newestExchanges(rowsMax: 9).count == 2)
        }
    }

    @Test func `an agreement that is none is told of once, and too few directions by their name`()
        async throws
    {
        try await with { web, browser in
            let sent = try await browser.fill(
                "/exchanges/new",
                [
                    "key": "a", "occasion": "yearly", "on": "2026-03-02",
                    "agreement_id": "없는 협약", "legs[1].from": "세종특별자치시",
                    "legs[1].to": "대전광역시", "legs[1].people": "12",
                ])
            #expect(sent.status == .unprocessableContent)
            #expect(sent.text.contains("그런 업무협약이 없습니다") && !sent.text.contains("UUID"))
            #expect(sent.text.contains("value=\"없는 협약\""))
            let alone = try await browser.fill(
                "/exchanges/new",
                [
                    "key": "b", "occasion": "yearly", "on": "2026-03-02",
                    "legs[1].from": "세종특별자치시", "legs[1].to": "대전광역시", "legs[1].people": "12",
                ])
            #expect(alone.status == .unprocessableContent)
            #expect(alone.text.contains("href=\"#f-legs\">방향: 2개 이상이어야 합니다."))
            #expect(alone.text.contains("class=\"legs\" id=\"f-legs\""))
        }
    }
}
