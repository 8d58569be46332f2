import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import Synchronization
import TestSupport
import Testing

@testable import Web

/// The access log: who, when, from where, whose data, what was done.
@Suite struct AccessLogTests {
    /// What stands in the log, oldest first, once everything is written.
    private func records(
        _ web: LedgerInterface, _ action: Access.Action? = nil
    ) async throws -> [AuditRecord] {
        while try await web.test.ledger.write(web.accesses) > 0 {}
        let all = try await web.test.ledger.audit(AuditFilter(), rowsMax: 500).records
        return all.reversed().filter { record in
            guard case .access(let one) = record.deed else { return false }
            return action == nil || one == action
        }
    }

    @Test func `each reading of a donation gives a row with its five facts`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "k")
            _ = try await web.get("donations/\(id)", as: .auditor)
            _ = try await web.get("donations?limit=10&from=2026-01-01", as: .coordinator)
            // Guests see what is published, and nobody keeps account of them.
            _ = try await web.get("donations")
            let found = try await records(web)
            #expect(
                found.map { "\($0.author?.name ?? "-") \($0.deed.name)" } == [
                    "manager connected", "auditor connected", "auditor read",
                    "coordinator connected", "coordinator read",
                ])
            let read = found[2]
            #expect(read.kind == .donation)
            #expect(read.subjects.map(\.description) == [id])
            #expect(read.subjectCount == 1)
            #expect(read.scope == "/api/v1/donations/\(id)")
            #expect(found[4].scope == "/api/v1/donations?limit=10&from=2026-01-01")
            let now = try await web.test.ledger.now()
            #expect((now.microseconds - read.at.microseconds).magnitude < 600_000_000)
        }
    }

    @Test func `what somebody searched for is not kept, and what kind of search is`() async throws {
        try await LedgerInterface.with { web in
            _ = try await web.add("donations", DonationRouteTests.body, key: "k")
            let name = "%ED%99%8D%EA%B8%B8%EB%8F%99"
            _ = try await web.get("donations?q=\(name)&recipient=36110", as: .manager)
            _ = try await web.get("donations?amount_min=1&limit=5", as: .manager)
            _ = try await web.page("/reports/\(name)?reason=\(name)", as: .manager)
            #expect(
                try await records(web, .read).map(\.scope) == [
                    "/api/v1/donations?q&recipient=36110", "/api/v1/donations?amount_min&limit=5",
                ])
            _ = try await web.page("/schedules/\(name)?q=\(name)", as: .clerk)
            let all = try await records(web)
            #expect(all.allSatisfy { $0.scope?.contains("홍") != true })
        }
    }

    @Test func `what is recorded gives no row, for its entry tells who`() async throws {
        try await LedgerInterface.with { web in
            for number in 1...3 {
                _ = try await web.add(
                    "donations",
                    DonationRouteTests.body { $0.replace("d-1", with: "d-\(number)") },
                    key: "k\(number)")
            }
            #expect(try await records(web).map(\.deed.name) == ["connected"])
        }
    }

    @Test func `who may have recorded something is not told the contrary by a full book`()
        async throws
    {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "k")
            let routes = [HTTPRequest.Method.get, .post].map { method in
                Route(
                    method, "/looked/{id}", access: .everyRole,
                    needsIdempotencyKey: method == .post,
                    document: Interface.document("look\(method.rawValue)")
                ) { _, context in
                    _ = try await web.test.ledger.donation(context.id())
                    return .text("done")
                }
            }
            let book = AccessBook { 0 }
            let interface = Interface(routes: routes) { $0.accesses = book }
            // That somebody connects fits in, and whom he looked at does not.
            let row = Access(.connected, author: nil, address: nil)
            try book.add(Array(repeating: row, count: AccessBook.weightMax - 2))
            let posted = try await interface.ask(
                .post, "/looked/\(id)", as: .manager, headers: [.idempotencyKey: "k"])
            #expect(posted.status == .serviceUnavailable)
            #expect(try posted.code == "commit-unknown")
            let read = try await interface.ask(.get, "/looked/\(id)", as: .manager)
            #expect(try read.code == "overloaded")
        }
    }

    @Test func `every answer of the interface that shows a private name stands in the log`()
        async throws
    {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "k")
            _ = try await web.test.publish()
            let pages = [
                "/", "/donations", "/donations/\(id)", "/governments/36110",
                "/donations/\(id)/correct",
            ]
            let asked = [
                "donations", "donations/\(id)", "search?q=%ED%99%8D%EA%B8%B8",
                "donations?q=%ED%99%8D%EA%B8%B8%EB%8F%99",
            ]
            for path in pages + asked.map({ "/api/v1/" + $0 }) {
                let before = try await records(web, .read).count
                let answer =
                    path.hasPrefix("/api")
                    ? try await web.interface.ask(.get, path, as: .manager)
                    : try await web.page(path, as: .manager)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.text.contains("홍길동"), "\(path)")
                let rows = try await records(web, .read)
                #expect(rows.count > before, "\(path)")
                #expect(rows.last?.subjects.map(\.description) == [id], "\(path)")
            }
        }
    }

    @Test func `an export wants a reason, and names each donation before it goes`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "k")
            let ledger = web.test.ledger
            let origin = AccessOrigin(
                author: web.test.author.id, address: "192.0.2.7", scope: "test")
            let known = Mutex<[AuditRecord]>([])
            try await ledger.exportDonations(origin: origin, reason: "감사 880101-1234567") { _ in
                let page = try await ledger.audit(AuditFilter(), rowsMax: 10)
                known.withLock { $0 = page.records.filter { $0.deed != .recorded } }
            }
            let rows = known.withLock { $0 }
            #expect(rows.map(\.deed.name) == ["exported", "export_begun"])
            #expect(rows.first?.subjects.map(\.description) == [id])
            #expect(rows.allSatisfy { $0.reason == "감사 ******-*******" })
            #expect(rows.allSatisfy { $0.address == "192.0.2.7" })
            await #expect(throws: LedgerFailure.self) {
                try await ledger.exportDonations(origin: origin, reason: "") { _ in
                    Issue.record("nothing goes without a reason")
                }
            }
        }
    }

    @Test func `the console asks for the reason, too`() async throws {
        try await LedgerInterface.with { web in
            _ = try await web.add("donations", DonationRouteTests.body, key: "k")
            let cookie = try await web.signIn(.clerk)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
                let without = try await browser.fill(
                    "/donations/export", ["format": "csv"], sentTo: "/donations/export")
                #expect(without.status == .unprocessableContent)
                let number = try await browser.fill(
                    "/donations/export", ["format": "csv", "reason": "880101-1234567"],
                    sentTo: "/donations/export")
                #expect(number.status == .unprocessableContent)
                #expect(number.text.contains("주민등록번호로 보이는 값이 있습니다."))
                let list = try await browser.fill(
                    "/donations/export", ["format": "csv", "reason": "연말 점검"],
                    sentTo: "/donations/export")
                #expect(list.status == .ok)
                #expect(list.headers[.contentDisposition]?.contains(".csv") == true)
                #expect(list.text.contains("홍길동"))
            }
            let rows = try await records(web, .exported)
            #expect(rows.map(\.reason) == ["연말 점검"])
            #expect(rows.first?.author?.name == "user-clerk")
            let page = try await web.page("/donations", as: .auditor)
            #expect(!page.text.contains("/donations/export"))
        }
    }

    @Test func `who comes, goes and is kept out stands in the log`() async throws {
        try await LedgerInterface.with { web in
            _ = try await web.get("donations.csv?reason=x", as: .auditor)
            _ = try await web.page("/schedules", as: .clerk)
            let denied = try await records(web, .denied)
            #expect(denied.map(\.author?.name) == ["auditor", "user-clerk"])
            #expect(denied.map(\.scope) == ["/api/v1/donations.csv?reason", "/schedules"])
            _ = try await web.interface.ask(.get, "/api/v1/donations", as: .clerk)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                _ = try await browser.fill("/login", ["login": "nobody", "password": "wrong one"])
            }
            let refused = try await records(web, .signInRefused)
            #expect(refused.count == 1)
            #expect(refused.first?.author == nil)
            #expect(refused.first?.address == "127.0.0.1")
            try await Browser.with(web) { client in
                let browser = Browser(client)
                for _ in 0..<8 {
                    _ = try await browser.fill(
                        "/login", ["login": "nobody", "password": "wrong one"])
                }
            }
            let locked = try await records(web, .signInLocked)
            #expect(locked.map(\.address) == ["127.0.0.1"])
            #expect(try await records(web, .signInRefused).count == 5)
        }
    }

    @Test func `an auditor finds who looked at somebody, whatever donation it was`() async throws {
        try await LedgerInterface.with { web in
            let first = try await web.add("donations", DonationRouteTests.body, key: "k1")
            let second = try await web.add(
                "donations",
                DonationRouteTests.body {
                    $0.replace(#""recipient":"36110""#, with: #""recipient":"26000""#)
                }, key: "k2")
            let other = try await web.add(
                "donations", DonationRouteTests.body { $0.replace("d-1", with: "d-2") },
                key: "k3")
            for id in [first, second, other] {
                _ = try await web.get("donations/\(id)", as: .coordinator)
            }
            while try await web.test.ledger.write(web.accesses) > 0 {}
            let same = try await web.get("audit?subject=\(first)&action=read", as: .auditor)
            #expect(
                try same.items.compactMap { $0["subjects.0"]?.string } == [second, first])
            let no = try await web.get("donations/\(other)", as: .manager).value["no"]?.string
            let named = try await web.get(
                "audit?subject=\(no ?? "")&author=coordinator", as: .manager)
            #expect(try named.items.compactMap { $0["subjects.0"]?.string } == [other])
            let written = try await web.get(
                "audit?subject=\(other)&action=recorded", as: .auditor)
            #expect(try written.items.compactMap { $0["no"]?.string } == [no])
            let none = try await web.get("audit?from=2020-01-01&to=2020-01-02", as: .manager)
            #expect(try none.items.isEmpty)
            let wrong = try await web.get("audit?action=nonsense", as: .manager)
            #expect(wrong.status == .badRequest)
        }
    }

    @Test func `the list goes on from page to page without a gap and without a double`()
        async throws
    {
        try await LedgerInterface.with { web in
            for number in 1...7 {
                let id = try await web.add(
                    "donations",
                    DonationRouteTests.body { $0.replace("d-1", with: "d-\(number)") },
                    key: "k\(number)")
                _ = try await web.get("donations/\(id)", as: .coordinator)
                while try await web.test.ledger.write(web.accesses) > 0 {}
            }
            func key(_ item: JSONValue) -> String {
                item["no"]?.string
                    ?? ["action", "at", "author", "subjects.0"].map { item[$0]?.string ?? "-" }
                    .joined(separator: " ")
            }
            func all(_ query: String) async throws -> [String] {
                var (found, cursor): ([String], String?) = ([], "")
                while let place = cursor {
                    let more = place.isEmpty ? "" : "&cursor=\(place)"
                    let page = try await web.get("audit?\(query)\(more)", as: .auditor)
                    found += try page.items.map(key)
                    cursor = try page.value["next"]?.string
                    #expect(found.count < 1_000)
                }
                return found
            }
            let whole = try await all("limit=500")
            let pieces = try await all("limit=3")
            // Asking connects the auditor once.
            #expect(pieces == whole)
            #expect(Set(whole).count == whole.count)
            #expect(whole.count { $0.hasPrefix("D-") } == 7)
            let mine = try await all("limit=2&author=coordinator")
            #expect(mine.count == 8)
        }
    }
}
