import HTTPTypes
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite struct PageCacheTests {
    @Test func `what everybody may take away is read once while the book stands as it stands`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let relay = try #require(try await web.get("relays").items.first?["id"]?.string)
            let paths = [
                "/feeds/agreements.atom", "/feeds/agreements.ics", "/p/data/agreements.csv",
                "/api/v1/relays/\(relay)/graph?format=svg",
            ]
            func texts() async throws -> [String] {
                var texts: [String] = []
                for path in paths {
                    texts.append(try await web.interface.ask(.get, path).text)
                }
                return texts
            }
            let first = try await texts()
            // Behind the book's back: whoever reads again reads something else.
            _ = try await TestServer.shared.psql(
                web.test.conninfo,
                [
                    "-qc",
                    """
                    ALTER TABLE agreement DISABLE TRIGGER ALL;
                    ALTER TABLE relay DISABLE TRIGGER ALL;
                    UPDATE agreement SET title_ko = '고친 이름', title_en = 'Mended';
                    UPDATE relay SET name_ko = '고친 이름', name_en = 'Mended';
                    """,
                ])
            #expect(try await texts() == first)
            let staff = try await web.get("relays/\(relay)/graph?format=svg", as: .auditor)
            #expect(staff.text.contains("고친 이름"))
            _ = try await web.add(
                "people", #"{"name_ko":"박정직","name_en":"Park Jeong-jik","offices":[]}"#,
                key: "p")
            for (path, text) in zip(paths, try await texts()) {
                #expect(text.contains("고친 이름"), "\(path)")
            }
        }
    }

    @Test func `neither many pages nor large ones fill the memory`() async throws {
        try await TestLedger.with { test in
            let state = try await test.ledger.bookState()
            let cache = PageCache()
            /// - Returns: whether it had to be made.
            func isMade(_ address: String, bytesCount: Int) async throws -> Bool {
                var isMade = false
                _ = try await cache.page(at: address, in: state) {
                    isMade = true
                    return [UInt8](repeating: 0x61, count: bytesCount)
                }
                return isMade
            }
            #expect(try await isMade("small", bytesCount: 1))
            #expect(try await !isMade("small", bytesCount: 1))
            let half = PageCache.bytesMax / 2
            #expect(try await isMade("first", bytesCount: half))
            #expect(try await !isMade("small", bytesCount: 1))
            // It would not fit beside the others: these are forgotten.
            #expect(try await isMade("second", bytesCount: half + 1))
            #expect(try await !isMade("second", bytesCount: half + 1))
            #expect(try await isMade("first", bytesCount: 1))
            // What fills it by itself is not kept, and drives nothing out.
            for _ in 1...2 {
                #expect(try await isMade("whole", bytesCount: PageCache.bytesMax + 1))
            }
            #expect(try await !isMade("second", bytesCount: half + 1))
            for page in 1...PageCache.pagesMax {
                #expect(try await isMade("\(page)", bytesCount: 1))
            }
            #expect(try await isMade("second", bytesCount: half + 1))
        }
    }
}
