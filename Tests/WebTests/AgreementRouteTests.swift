import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct AgreementRouteTests {
    private static let body = """
        {"kind":"exchange","title_ko":"업무협약","title_en":"Agreement",
        "parties":[{"government":"11000"},{"government":{"code":"36110"}},{"code":"충남"}],
        "signed_on":"2023-04-10","signed_at":"2023-04-10T11:10:00+09:00",
        "fields":[{"no":1,"name_ko":"품앗이","name_en":"Sharing work","note":"함께"}]}
        """

    @Test func `an agreement is recorded with its parties and fields`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("agreements", Self.body, key: "a")
            let shown = try await web.get("agreements/\(id)", language: "en").value
            #expect(shown["title"] == "Agreement")
            #expect(shown["title_ko"] == "업무협약")
            #expect(shown["kind"] == "exchange")
            #expect(shown["signed_on"] == "2023-04-10")
            #expect(shown["signed_at"] == "2023-04-10T11:10:00+09:00")
            #expect(shown["parties.0.code"] == "11000")
            #expect(shown["parties.2.name"] == "Chungcheongnam-do")
            #expect(shown["fields.0.no"] == 1)
            #expect(shown["fields.0.name_ko"] == "품앗이")
            #expect(shown["predecessor"] == .null)
            let again = try await web.post("agreements", Self.body, key: "a")
            #expect(again.headers[.idempotentReplayed] == "true")
        }
    }

    @Test(arguments: [
        (#""kind":"exchange""#, #""kind":"treaty""#, "kind value_invalid"),
        (#",{"government":{"code":"36110"}},{"code":"충남"}"#, "", "parties too_few"),
        (#"{"code":"충남"}"#, #"{"code":"11000"}"#, "parties party_repeated"),
        (#"{"code":"충남"}"#, #"{"code":"아틀란티스"}"#, "parties government_unknown"),
        (#"{"code":"충남"}"#, "{}", "parties[2].government value_missing"),
        (#"{"code":"충남"}"#, "7", "parties[2] value_invalid"),
        (#""name_en":"Sharing work","#, "", "fields[0].name_en value_missing"),
        (#""signed_on":"2023-04-10","#, "", "signed_on value_missing"),
        (#""signed_on":"2023-04-10""#, #""signed_on":"2023-04-31""#, "signed_on date_invalid"),
        (#"T11:10:00+09:00"#, "", "signed_at value_invalid"),
        (
            #""signed_on""#,
            #""predecessor":"01890000-0000-7000-8000-000000000001","signed_on""#,
            "predecessor reference_unknown"
        ),
    ])
    func `what is wrong is said under its path`(
        text: String, replacement: String, fault: String
    ) async throws {
        try await LedgerInterface.with { web in
            var body = Self.body
            body.replace(text, with: replacement)
            let answer = try await web.post("agreements", body)
            #expect(answer.status == .unprocessableContent)
            let faults = try answer.faults
            #expect(faults.contains(fault), "\(faults)")
            #expect(try await web.get("agreements").items.isEmpty)
        }
    }

    @Test func `a government's agreements are found under every name it had or gets`()
        async throws
    {
        try await LedgerInterface.with { web in
            let body = Self.body.replacing("11000", with: "29000")
            let id = try await web.add("agreements", body, key: "a")
            // Gwangju and Jeonnam are one from 2026-07-01.
            for (code, isParty) in [("29000", true), ("12000", true), ("28000", false)] {
                let list = try await web.get("agreements?government=\(code)", as: .clerk)
                #expect(try list.items.isEmpty != isParty, "\(code)")
                let page = try await web.page("/agreements?government=\(code)", as: .clerk)
                #expect(page.text.contains("/agreements/\(id)") == isParty, "\(code)")
            }
        }
    }

    @Test func `the sample's agreements stand with their seven fields and predecessors`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let page = try await web.get("agreements?limit=1")
            let next = try #require(try page.json["next"]?.string)
            let link = "</api/v1/agreements?limit=1&cursor=\(next)>; rel=\"next\""
            #expect(page.headers[.link] == link)
            let items = try await web.get("agreements").items
            #expect(items.count == 7)
            let long = items.filter { $0["fields"]?.objects.count == 7 }
            #expect(long.count == 2)
            let ids = items.compactMap { $0["id"]?.string }
            for agreement in long {
                let predecessor = try #require(agreement["predecessor"]?.string)
                #expect(ids.contains(predecessor))
            }
            #expect(items.count { $0["kind"] == "sports" } == 3)
            // Words of sources are for whoever is known.
            let quotes = items.flatMap { $0["claims"]?.objects ?? [] }.map { $0["quote"] }
            #expect(!quotes.isEmpty && quotes.allSatisfy { $0 == .null })
            let known = try await web.get("agreements", as: .auditor).items
            #expect(known.contains { $0["claims.0.quote"]?.string != nil })
        }
    }
}
