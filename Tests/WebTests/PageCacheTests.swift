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

    @Test func `what a relay looks like and comes to is read once and not sent twice`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let relay = try #require(try await web.get("relays").items.first?["id"]?.string)
            let figures = "/api/v1/relays/\(relay)/figures"
            let paths = ["graph", "graph?format=svg", "figures"].map {
                "/api/v1/relays/\(relay)/\($0)"
            }
            let roles: [Role?] = [nil, .auditor]
            /// The tags of all of them, once what has one is known not to be sent again.
            func tags() async throws -> [String] {
                var tags: [String] = []
                for (path, role) in paths.flatMap({ path in roles.map { (path, $0) } }) {
                    let first = try await web.interface.ask(.get, path, as: role)
                    #expect(first.status == .ok, "\(path)")
                    let age = role == nil ? PageDesk.shared : "no-store"
                    #expect(first.headers[.cacheControl] == age, "\(path)")
                    #expect(first.headers[.vary] == "Accept-Language, Authorization", "\(path)")
                    let tag = try #require(first.headers[.eTag])
                    let second = try await web.interface.ask(
                        .get, path, as: role, headers: [.ifNoneMatch: tag])
                    #expect(second.status == .notModified, "\(path)")
                    #expect(second.headers[.eTag] == tag && second.text.isEmpty, "\(path)")
                    tags.append(tag)
                }
                return tags
            }
            let first = try await tags()
            // Figures name nobody.
            #expect(first[4] == first[5])
            let english = try await web.interface.ask(
                .get, paths[1], headers: [.acceptLanguage: "en"])
            #expect(english.headers[.eTag] != first[2])
            _ = try await TestServer.shared.psql(
                web.test.conninfo,
                [
                    "-qc",
                    "ALTER TABLE nomination DISABLE TRIGGER ALL; DELETE FROM nomination;",
                ])
            let known = try await web.interface.ask(.get, figures, as: .auditor).value
            #expect(known["nominations"] == 3)
            let person = try await web.add(
                "people", #"{"name_ko":"박정직","name_en":"Park Jeong-jik","offices":[]}"#,
                key: "p")
            let anew = try await web.interface.ask(.get, figures).value
            #expect(anew["nominations"] == 0)
            _ = try await web.add(
                "relays/\(relay)/participations",
                #"{"person":"\#(person)","participated_on":"2026-03-05"}"#, key: "r")
            let last = try await tags()
            #expect(zip(first, last).allSatisfy { $0 != $1 })
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
