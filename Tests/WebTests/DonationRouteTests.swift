import Foundation
import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite struct DonationRouteTests {
    static let body = """
        {"origin":"intake","donor":{"key":"d-1","name":"홍길동","kind":"person","own_name":true},
        "residence":{"code":"11710","basis":"document_submitted","checked_on":"2026-03-02"},
        "employer":"none","recipient":"36110","amount":100000,"donated_on":"2026-03-02",
        "channel":"bank_counter",
        "checks":{"all":"passed document_submitted 2026-03-02","pledge":"2026-117"}}
        """
    private static let flat = """
        {"origin":"intake","donor_key":"d-1","donor_name":"홍길동","donor_kind":"person",
        "own_name":"true","residence":"서울특별시 송파구","residence_basis":"document_submitted",
        "residence_checked_on":"2026. 3. 2.","employer":"없음","recipient":"세종특별자치시",
        "amount":"10만원","donated_on":"2026년 3월 2일","channel":"bank_counter",
        "checks":"passed document_submitted 2026. 3. 2.","pledge_no":"2026-117"}
        """

    static func body(_ change: (inout String) -> Void) -> String {
        var body = body
        change(&body)
        return body
    }

    @Test(arguments: [body, flat])
    func `a donation is recorded and shown as it was given`(body: String) async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post("donations", body, as: .clerk)
            #expect(answer.status == .created)
            let receipt = try answer.json
            let id = receipt["id"]?.string ?? ""
            #expect(answer.headers[.location] == "/api/v1/donations/\(id)")
            #expect(receipt["status"] == "standing")
            #expect(answer.headers[.idempotentReplayed] == nil)
            let shown = try await web.get("donations/\(id)", as: .clerk).value
            #expect(shown["no"] == receipt["no"])
            #expect(shown["donor.name"] == "홍길동")
            #expect(shown["recipient.code"] == "36110")
            #expect(shown["recipient.name"] == "세종특별자치시")
            #expect(shown["amount"] == 100_000)
            #expect(shown["donated_on"] == "2026-03-02")
            #expect(shown["date_precision"] == "day")
            #expect(shown["origin"] == "intake")
            #expect(shown["channel"] == "bank_counter")
            #expect(shown["log_index"] == .null)
            _ = try await web.test.ledger.seal()
            #expect(try await web.get("donations/\(id)", as: .clerk).value["log_index"] == 1)
        }
    }

    @Test func `the same request again has the same bytes, another under its key is refused`()
        async throws
    {
        try await LedgerInterface.with { web in
            let first = try await web.post("donations", Self.body)
            let second = try await web.post("donations", Self.body)
            #expect(second.status == .created)
            #expect(second.text == first.text)
            #expect(second.headers[.location] == first.headers[.location])
            #expect(second.headers[.idempotentReplayed] == "true")
            let other = Self.body { $0.replace("100000", with: "100001") }
            let third = try await web.post("donations", other)
            #expect(third.status == .unprocessableContent)
            #expect(try third.code == "idempotency-key-reused")
            #expect(try await web.get("donations", as: .clerk).items.count == 1)
        }
    }

    @Test func `a key belongs to whoever brings it`() async throws {
        try await LedgerInterface.with { web in
            let clerk = try await web.post("donations", Self.body, as: .clerk)
            let manager = try await web.post("donations", Self.body, as: .manager)
            #expect(manager.headers[.idempotentReplayed] == nil)
            #expect(clerk.text != manager.text)
        }
    }

    @Test func `a refusal has its code, its article and both languages`() async throws {
        try await LedgerInterface.with { web in
            let own = Self.body { $0.replace("36110", with: "11710") }
            let korean = try await web.post("donations", own)
            #expect(korean.status == .unprocessableContent)
            #expect(try korean.code == "donor_resides_in_recipient")
            #expect(try korean.faults == ["recipient donor_resides_in_recipient"])
            #expect(try korean.value["errors.0.article"] == "법 제4조제1항")
            let english = try await web.post("donations", own, language: "en")
            #expect(try english.value["errors.0.article"] == "Act 4(1)")
            let over = Self.body { $0.replace("100000", with: "20000001") }
            #expect(try await web.post("donations", over).code == "over_annual_cap")
            #expect(try await web.get("donations", as: .clerk).items.isEmpty)
        }
    }

    @Test(arguments: [
        (#""amount":100000"#, #""amount":-1"#, "amount amount_invalid"),
        (#""amount":100000"#, #""amount":10.5"#, "amount amount_invalid"),
        (#""amount":100000"#, #""amount":0"#, "amount amount_invalid"),
        (#""amount":100000"#, #""amount":[1]"#, "amount value_invalid"),
        (#""donated_on":"2026-03-02""#, #""donated_on":"2026-02-29""#, "donated_on date_invalid"),
        (
            #""donated_on":"2026-03-02""#, #""donated_on":"2999-01-01""#,
            "donated_on donated_on_in_future"
        ),
        (#""36110""#, #""세중시""#, "recipient government_unknown"),
        (#""36110""#, #""중구""#, "recipient government_name_ambiguous"),
        (#""intake""#, #""hearsay""#, "origin value_invalid"),
        (#""origin":"intake","#, "", "origin value_missing"),
        (
            #""employer":"none","#, #""employer":"none","donor_key":"d-2","#,
            "donor_key value_invalid"
        ),
        (#""employer""#, #""colour":"red","employer""#, "colour field_unknown"),
        (#""key":"d-1""#, #""keys":"d-1""#, "donor.keys field_unknown"),
        (
            #""channel":"bank_counter""#, #""channel":"bank_counter","claims":[{}]"#,
            "claims[0].source value_missing"
        ),
    ])
    func `what is wrong with a field is said under its name`(
        text: String, replacement: String, fault: String
    ) async throws {
        try await LedgerInterface.with { web in
            let body = Self.body { $0.replace(text, with: replacement) }
            let answer = try await web.post("donations", body)
            #expect(answer.status == .unprocessableContent)
            let faults = try answer.faults
            #expect(faults.contains(fault), "\(faults)")
            #expect(try await web.get("donations", as: .clerk).items.isEmpty)
        }
    }

    @Test func `a text that is too long is refused and not repeated`() async throws {
        try await LedgerInterface.with { web in
            let name = String(repeating: "가", count: 201)
            let body = Self.body { $0.replace("홍길동", with: name) }
            let answer = try await web.post("donations", body)
            #expect(try answer.faults == ["donor_name value_too_long"])
            #expect(!answer.text.contains("가가가"))
        }
    }

    @Test(arguments: Role.allCases)
    func `a private donor's name is for those who need it and masked for the rest`(
        role: Role
    ) async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", Self.body, key: "k")
            let answer = try await web.get("donations/\(id)", as: role)
            // Operators keep the machine: to them it is not there, as to a guest.
            guard role != .operator else { return #expect(answer.status == .notFound) }
            let shown = try answer.value
            let isPlain = role == .clerk || role == .manager
            #expect(shown["donor.name"] == (isPlain ? "홍길동" : "홍○동"))
        }
    }

    @Test func `nobody without a token learns of a private donation`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let id = try await web.add("donations", Self.body, key: "k")
            #expect(try await web.get("donations/\(id)").status == .notFound)
            let list = try await web.get("donations")
            #expect(try list.items.count == 7)
            #expect(!list.text.contains("홍"))
            #expect(try await web.get("donations", as: .auditor).items.count == 8)
            let known = try list.items.allSatisfy { $0["donor.person"]?.string != nil }
            #expect(known)
        }
    }

    @Test func `the list is read in pages, and filters choose`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            var cursor: String? = ""
            var seen: [String] = []
            while let place = cursor {
                let more = place.isEmpty ? "" : "&cursor=\(place)"
                let page = try await web.get("donations?limit=3\(more)")
                seen += try page.items.compactMap { $0["no"]?.string }
                cursor = try page.json["next"]?.string
                let link = cursor.map { "</api/v1/donations?limit=3&cursor=\($0)>; rel=\"next\"" }
                #expect(page.headers[.link] == link)
            }
            #expect(seen.count == 7)
            #expect(seen == Array(Set(seen)).sorted().reversed())
            #expect(try await web.get("donations?recipient=11000").items.count == 2)
            #expect(try await web.get("donations?recipient=%EC%84%9C%EC%9A%B8").items.count == 2)
            // What was asked comes back in the address of the next page as it may stand there.
            let first = try await web.get("donations?limit=1&recipient=%EC%84%9C%EC%9A%B8")
            let next = try #require(first.headers[.link]?.split(separator: ">").first)
            #expect(next.hasPrefix("</api/v1/donations?limit=1&recipient=%"))
            let path = String(next.dropFirst("</api/v1/".count))
            let (one, other) = (try first.items, try await web.get(path).items)
            #expect(other.count == 1 && one[0]["no"] != other[0]["no"])
            let none = try await web.get("donations?from=2023-04-11").items
            #expect(none.isEmpty)
            // As everywhere, days are read as people write them.
            #expect(try await web.get("donations?from=2023.4.11").items.isEmpty)
            #expect(try await web.get("donations?from=2023.4.10").items.count == 7)
            for wrong in [
                "recipient=x", "from=x", "from=2023-04", "cursor=x", "limit=0", "colour=red",
                "recipient=%00", "q=%EA%B9%80%00",
            ] {
                let answer = try await web.get("donations?\(wrong)")
                #expect(answer.status == .badRequest)
                #expect(try answer.code == "invalid-parameter")
            }
        }
    }

    @Test func `the search box and the filters are one language`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            func count(_ query: String) async throws -> Int {
                let path = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
                return try await web.get("donations?q=\(path ?? "")").items.count
            }
            for query in ["최민호", "ㅊㅁㅎ", "chlalsgh", "by:최민", "from:세종"] {
                #expect(try await count(query) == 4, "\(query)")
            }
            #expect(try await count("from:세종 to:서울") == 1)
            #expect(try await count("2023-04-10 -최민호") == 3)
            #expect(try await web.get("donations?giver=36110&recipient=11000").items.count == 1)
            #expect(try await web.get("donations?period=2023-W15&origin=reported").items.count == 7)
            let totals = try await web.get("donations?totals=true&limit=2").value
            #expect(totals["totals.rows"] == 7)
            #expect(totals["totals.undisclosed"] == 7)
            #expect(totals["totals.exact"] == true)
            let unknown = try await web.get("donations?q=%EC%84%B8%EC%A4%91").value
            #expect(unknown["unknown.0.word"] == "세중")
            #expect(unknown["unknown.0.did_you_mean"] == "세종특별자치시")
            let wrong = try await web.get("donations?q=stauts:%EC%A0%95%EC%A0%95", language: "en")
            #expect(wrong.status == .badRequest)
            #expect(try wrong.faults == ["q query_key_unknown"])
            #expect(wrong.text.contains("Did you mean 'status:'?"))
            _ = try await web.test.publish()
            #expect(try await web.get("donations?as_of=0").items.isEmpty)
            #expect(try await web.get("donations?as_of=2020-01-01").value["log_size"] == 0)
        }
    }

    @Test func `the sample's donations are shown as the articles tell them`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let items = try await web.get("donations", language: "en").items
            let told = items.map { item in
                [
                    item["donor.name"]?.string, item["recipient.name"]?.string,
                    item["donated_on"]?.string, item["date_precision"]?.string,
                ].map { $0 ?? "-" }.joined(separator: " ")
            }
            #expect(told.count { $0.hasPrefix("Choi Min-ho") } == 4)
            #expect(told.count { $0.hasPrefix("Oh Se-hoon") } == 2)
            #expect(told.count { $0.hasPrefix("Lee Jang-woo") } == 1)
            #expect(items.allSatisfy { $0["amount"] == .null && $0["origin"] == "reported" })
            #expect(told.contains("Choi Min-ho Seoul 2023-04-10 day"), "\(told)")
            let mayor = items.first { $0["donor.name"] == "Oh Se-hoon" }
            #expect(mayor?["donor.office"] == "Mayor of Seoul")
        }
    }
}
