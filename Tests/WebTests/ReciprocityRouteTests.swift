import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite struct ReciprocityRouteTests {
    @Test func `the articles' matrix says who answered and who has not`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let all = try await web.get("reciprocity", as: .auditor, language: "en").value
            #expect(all["items"]?.objects.count == 7)
            #expect(all["level"] == "basic")
            #expect(all["as_of"] == "event")
            #expect(all["total.gifts"] == 7)
            #expect(all["total.undisclosed"] == 7)
            #expect(all["total.amount"] == 0)
            #expect(all["items.1.from.name"] == "Seoul")
            #expect(all["items.1.to.code"] == "36110")
            #expect(all["items.1.answered"] == true)
            #expect(all["items.1.unanswered_since"] == .null)
            #expect(all["items.4.to.name"] == "Daejeon")
            #expect(all["items.4.answered"] == false)
            #expect(all["items.4.unanswered_since"] == "2023-04-10")
            let one = try await web.get("reciprocity?government=44000").value
            #expect(one["items"]?.objects.count == 1)
            #expect(one["items.0.to.name"] == "충청남도")
        }
    }

    /// As on the public pages: seven cells of one gift each hide one another, and a sum below five
    /// is none.
    @Test func `guests are told no cell and no sum below five`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let all = try await web.get("reciprocity").value
            let items = all["items"]?.objects ?? []
            #expect(items.count == 7)
            for item in items {
                #expect(item["gifts"] == .null && item["amount"] == .null)
                #expect(item["undisclosed"] == .null && item["covered"] == "withheld")
                #expect(item["answered"] != .null)
            }
            #expect(all["total.gifts"] == 7 && all["total.covered"] == .null)
            let one = try await web.get("reciprocity?government=44000").value
            #expect(one["items.0.gifts"] == .null && one["total.covered"] == "small")
            let known = try await web.get("reciprocity?government=44000", as: .clerk).value
            #expect(known["items.0.gifts"] == 1 && known["items.0.covered"] == .null)
        }
    }

    @Test func `how few are too few to be told is set, for the interface and for pages`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.ledger.loadSample(author: test.author)
            let web = try await LedgerInterface(test, smallCounts: SmallCounts(below: 8))
            let all = try await web.get("reciprocity").value
            #expect(all["total.gifts"] == .null && all["total.covered"] == "small")
            let known = try await web.get("reciprocity", as: .auditor).value
            #expect(known["total.gifts"] == 7)
            let map = try await web.page("/map", as: .operator).text
            #expect(map.contains("8건 미만인 건수는 밝히지 않습니다"))
            let page = try await web.page("/en/p", as: nil).text
            #expect(page.contains("where there are fewer than 8 it is not told how many"))
        }
    }

    @Test func `lines of merged governments are those of the day asked for`() async throws {
        try await LedgerInterface.with { web in
            let person = try await web.add(
                "people",
                #"{"name_ko":"가","name_en":"Ga","offices":[{"title_ko":"시장","#
                    + #""title_en":"Mayor","government":"36110","held_from":"2023-01-01"}]}"#,
                key: "p")
            for (index, code) in ["29000", "46000", "28110"].enumerated() {
                _ = try await web.add(
                    "donations",
                    #"{"origin":"reported","donor":{"person":"\#(person)"},"recipient":"\#(code)","#
                        + #""amount":\#(index + 1),"donated_on":"2026-05-01"}"#, key: code)
            }
            let rolled = try await web.get("reciprocity?as_of=2026-07-01", as: .auditor).value
            #expect(rolled["items"]?.objects.count == 2)
            #expect(rolled["items.0.to.code"] == "12000")
            #expect(rolled["items.0.amount"] == 3)
            #expect(rolled["items.1.to.code"] == "28110")
            #expect(rolled["governments.1.code"] == "28110")
            #expect(rolled["governments.1.divided"] == true)
            let level = try await web.get("reciprocity?as_of=2026-07-01&level=metropolitan").value
            #expect(level["items.1.to.code"] == "28000")
        }
    }

    @Test(arguments: [
        "from=2026-13-01", "from=2026-02-01&to=2026-01-01", "level=province", "as_of=tomorrow",
        "agreement=x", "government=어디", "period=2026", "from=2026",
    ])
    func `what cannot be read is refused by its name`(query: String) async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.get("reciprocity?\(query.addingPercentEncoding)")
            #expect(answer.status == .badRequest)
            let name = query.split(separator: "&").last?.split(separator: "=").first ?? ""
            #expect(try answer.faults.first?.hasPrefix(name) == true)
        }
    }

    @Test func `the page brings the keys of its matrix, and none where nothing is drawn`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let drawn = try await web.page("/reciprocity", as: .auditor).text
            #expect(drawn.contains("class=\"matrix\"") && drawn.contains("/assets/matrix."))
            let before = "/reciprocity?from=2023-01-01&to=2023-01-02"
            let empty = try await web.page(before, as: .auditor).text
            #expect(!empty.contains("class=\"matrix\"") && !empty.contains("/assets/matrix."))
        }
    }

    @Test func `an agreement that is not there is not found`() async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.get(
                "reciprocity?agreement=01890000-0000-7000-8000-000000000001")
            #expect(answer.status == .notFound)
        }
    }
}

extension String {
    fileprivate var addingPercentEncoding: String {
        utf8.map { byte in
            byte < 0x80
                ? String(decoding: [byte], as: UTF8.self)
                : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
