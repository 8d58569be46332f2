import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite struct FeedRouteTests {
    @Test func `a feed tells what was added, in both languages, with ids that stay`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            for (path, language) in [
                ("/feeds/agreements.atom", "ko"), ("/en/feeds/agreements.atom", "en"),
                ("/feeds/reports.atom", "ko"),
            ] {
                let answer = try await web.interface.ask(.get, path)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
                let reading = Reading(answer.text)
                #expect(reading.failure == nil, "\(path)")
                #expect(answer.text.contains("xml:lang=\"\(language)\""))
                let tag = try #require(answer.headers[.eTag])
                let again = try await web.interface.ask(
                    .get, path, headers: [.ifNoneMatch: tag])
                #expect(again.status == .notModified)
            }
            let agreement = try #require(
                try await web.test.ledger.newestAgreements(rowsMax: 1).first)
            let feed = try await web.interface.ask(.get, "/feeds/agreements.atom")
            #expect(feed.text.contains("<id>urn:uuid:\(agreement.agreement.id)</id>"))
        }
    }

    @Test func `a calendar has the days that are known to the day`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            for path in ["/feeds/agreements.ics", "/feeds/relays.ics", "/en/feeds/relays.ics"] {
                let answer = try await web.interface.ask(.get, path)
                #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
                let text = answer.text
                #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
                #expect(text.hasSuffix("END:VCALENDAR\r\n"))
                // The sample tells no run to the day, and a calendar has no other days.
                let isDated = path.contains("agreements")
                #expect(text.contains("BEGIN:VEVENT\r\n") == isDated, "\(path)")
            }
        }
    }

    @Test func `search engines are shown the public pages and nothing else`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let robots = try await web.interface.ask(.get, "/robots.txt")
            #expect(robots.text.contains("Disallow: /\n"))
            #expect(robots.text.contains("/sitemap.xml\n"))
            let map = try await web.interface.ask(.get, "/sitemap.xml")
            #expect(Reading(map.text).failure == nil)
            let pages = map.text.matches(of: /<loc>https?:\/\/[^\/<]+([^<]*)<\/loc>/)
                .map { String($0.1) }
            #expect(pages.count == Set(pages).count)
            #expect(pages.allSatisfy { $0.hasPrefix("/p") || $0.hasPrefix("/en/p") })
            for page in pages where !page.contains("governments") {
                let answer = try await web.interface.ask(.get, page)
                #expect(answer.status == .ok, "\(page)")
            }
        }
    }
}
