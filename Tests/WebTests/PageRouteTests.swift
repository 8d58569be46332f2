import HTTPTypes
import Hometown
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite struct PageRouteTests {
    @Test func `the first page shows the sample in the language of its address`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let korean = try await web.interface.ask(
                .get, "/", headers: [.acceptLanguage: "en"])
            #expect(korean.status == .ok)
            #expect(korean.headers[.contentType] == "text/html; charset=utf-8")
            #expect(korean.headers[.contentLanguage] == "ko")
            #expect(korean.text.contains("최민호"))
            let english = try await web.interface.ask(.get, "/en?theme=contrast")
            #expect(english.headers[.contentLanguage] == "en")
            #expect(english.text.contains("Choi Min-ho"))
            let wrong = try await web.interface.ask(.get, "/?theme=pink")
            #expect(wrong.status == .badRequest)
        }
    }

    @Test func `a page and its files are not sent twice`() async throws {
        try await LedgerInterface.with { web in
            for path in ["/", Asset.stylesheet.path] {
                let first = try await web.interface.ask(.get, path)
                #expect(first.status == .ok)
                let tag = try #require(first.headers[.eTag])
                #expect(first.headers[.cacheControl]?.hasPrefix("public") == true)
                for known in [tag, "W/\(tag)", "\"a\", \(tag)", "*"] {
                    let second = try await web.interface.ask(
                        .get, path, headers: [.ifNoneMatch: known])
                    #expect(second.status == .notModified)
                    #expect(second.headers[.eTag] == tag)
                    #expect(second.text.isEmpty)
                }
                let other = try await web.interface.ask(
                    .get, path, headers: [.ifNoneMatch: "\"a\""])
                #expect(other.status == .ok)
            }
        }
    }

    @Test func `a file goes packed to whoever asks, under a tag of its own`() async throws {
        try await LedgerInterface.with { web in
            let path = Asset.stylesheet.path
            let plain = try await web.interface.ask(.get, path)
            let tag = try #require(plain.headers[.eTag])
            #expect(plain.headers[.vary] == "Accept-Encoding")
            for asked in ["identity", "br", "*", "gzip;q=0", "br, gzip; q=0.000"] {
                let answer = try await web.interface.ask(
                    .get, path, headers: [.acceptEncoding: asked])
                #expect(answer.headers[.contentEncoding] == nil, "\(asked)")
                #expect(answer.headers[.eTag] == tag, "\(asked)")
                #expect(answer.body == plain.body, "\(asked)")
            }
            for asked in ["gzip", "br;q=1, GZIP;q=0.5", "deflate, gzip"] {
                let answer = try await web.interface.ask(
                    .get, path, headers: [.acceptEncoding: asked])
                #expect(answer.headers[.contentEncoding] == "gzip", "\(asked)")
                #expect(answer.headers[.contentType] == plain.headers[.contentType])
                #expect(answer.headers[.vary] == "Accept-Encoding")
                #expect(Array(buffer: answer.body) == Asset.stylesheet.packed, "\(asked)")
                #expect(answer.body.readableBytes * 2 < plain.body.readableBytes)
                let own = try #require(answer.headers[.eTag])
                #expect(own != tag)
                let known = try await web.interface.ask(
                    .get, path, headers: [.acceptEncoding: asked, .ifNoneMatch: own])
                #expect(known.status == .notModified)
                #expect(known.headers[.vary] == "Accept-Encoding")
                let other = try await web.interface.ask(
                    .get, path, headers: [.acceptEncoding: asked, .ifNoneMatch: tag])
                #expect(other.status == .ok)
            }
        }
    }

    @Test func `the page says nothing of private persons`() async throws {
        try await LedgerInterface.with { web in
            _ = try await web.add("donations", DonationRouteTests.body, key: "k")
            let page = try await web.interface.ask(.get, "/")
            #expect(!page.text.contains("홍"))
        }
    }
}
