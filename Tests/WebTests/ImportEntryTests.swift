import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// The steps of an import as a clerk goes through them.
@Suite struct ImportEntryTests {
    private func with(
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, .clerk, web))
            }
        }
    }

    /// Sends a list.
    /// - Returns: the path of its second step.
    private func send(_ list: String, _ browser: Browser) async throws -> String {
        let sent = try await browser.fill("/imports/new", ["list": list])
        return try #require(sent.headers[.location], "\(sent.text)")
    }

    @Test func `the preview tells how many rows come to what, and to how much`() async throws {
        try await with { _, browser in
            let list = ImportRouteTests.list + ImportRouteTests.unlawful
            let path = try await send(list, browser)
            let page = try await browser.open(path + "/preview").text
            for label in ["정상", "경고", "오류", "중복 의심", "이미 등록됨"] {
                #expect(page.contains("<dt>\(label)</dt>"), "\(label)")
            }
            // Of one good row and one bad one; of none of the others.
            #expect(page.ranges(of: #"<dd class="note">100,000원</dd>"#).count == 2)
            #expect(page.ranges(of: #"<dd class="note">0원</dd>"#).count == 3)
        }
    }
}
