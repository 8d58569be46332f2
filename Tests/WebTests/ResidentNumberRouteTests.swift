import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// No resident number goes further than the reading of the body, wherever it stands.
@Suite struct ResidentNumberRouteTests {
    @Test(arguments: [
        ("donations", #"{"origin":"intake","donor":{"name":"홍 990101-1234567"}}"#, "donor.name"),
        ("donations", #"{"colour":"990101-1234567"}"#, "colour"),
        ("donations", #"{"amount":9901011234567}"#, "amount"),
        ("donations", #"{"claims":[{"quote":"990101 - 1234567"}]}"#, "claims[0].quote"),
        ("donations", #"{"990101-1234567":1}"#, "******-*******"),
        ("agreements", #"{"title_ko":"９９０１０１-1234567"}"#, "title_ko"),
        (
            "exchanges", #"{"legs":[{"donations":[{"donor_key":"9901011234567"}]}]}"#,
            "legs[0].donations[0].donor_key"
        ),
        ("people", #"{"name_ko":"990101-1234567"}"#, "name_ko"),
        ("sources", #"{"headline":"990101-1234567"}"#, "headline"),
        ("relays", #"{"name_ko":"990101-1234567"}"#, "name_ko"),
    ])
    func `a resident number in any text of any body is refused, named and not repeated`(
        path: String, body: String, field: String
    ) async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post(path, body)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code == "resident_number_present")
            #expect(try answer.faults == ["\(field) resident_number_present"])
            #expect(!answer.text.contains("1234567"))
        }
    }

    @Test func `however many there are and whatever holds them, the answer stays short`()
        async throws
    {
        let number = #""9001011234567""#
        let many = "[" + Array(repeating: number, count: 5_000).joined(separator: ",") + "]"
        let name = String(repeating: "a", count: 5_000)
        try await LedgerInterface.with { web in
            for body in [
                #"{"donor_key":\#(many)}"#, #"{"a":[\#(many),\#(many)],"b":{"c":\#(many)}}"#,
                #"{"\#(name)":\#(many)}"#,
            ] {
                let answer = try await web.post("donations", body)
                #expect(answer.status == .unprocessableContent)
                #expect(try answer.faults.count == FormFaults.foundMax)
                #expect(answer.text.utf8.count < 100_000)
            }
        }
    }

    @Test func `a run's reason holds none either`() async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post(
                "schedules/daily/runs", #"{"reason":"990101-1234567"}"#, as: .operator)
            #expect(try answer.code == "resident_number_present")
        }
    }

    @Test func `nothing leaves the ledger for a reason that holds one`() async throws {
        try await LedgerInterface.with { web in
            _ = try await web.add("donations", DonationRouteTests.body, key: "k")
            let reason = "reason=990101-1234567"
            for path in [
                "donations.csv?\(reason)", "donations.xlsx?\(reason)",
                "donations.ndjson?\(reason)",
                "audit/bundle.zip?from=2026-01-01&to=2026-12-31&\(reason)",
            ] {
                let answer = try await web.get(path, as: .manager)
                #expect(answer.status == .unprocessableContent, "\(path)")
                #expect(try answer.faults == ["reason resident_number_present"])
                #expect(!answer.text.contains("1234567"))
            }
            let cookie = try await web.signIn(.auditor)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
                let answer = try await browser.fill(
                    "/audit",
                    ["from": "2026-01-01", "to": "2026-12-31", "reason": "990101-1234567"],
                    sentTo: "/audit/bundle")
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("주민등록번호로 보이는 값이 있습니다."))
            }
            let taken = AuditFilter(deed: .access(.exportBegun))
            #expect(try await web.test.ledger.audit(taken, rowsMax: 9).records.isEmpty)
        }
    }

    @Test func `a hash that holds such digits is no resident number`() throws {
        let hash = "a9901011234567b" + String(repeating: "c", count: 49)
        #expect(ResidentNumber.isPresent(in: hash))
        _ = try FormBody(Array(#"{"sha256":"\#(hash)"}"#.utf8))
    }
}
