import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct DocumentRouteTests {
    private static let body = """
        {"kind":"exchange","parties":[{"government":"11000"},{"government":"36110"}],
        "signed_on":"2023-04-10","starts_on":"2023-04-10","ends_on":"2033-04-09",
        "place_ko":"세종시청","place_en":"Sejong City Hall",
        "places":[{"place_ko":"서울시청","place_en":"Seoul City Hall"}],
        "documents":[{"kind":"photo","title_ko":"사진","title_en":"Photo","credit":"시청"}],
        "status":{"state":"in_force","text_ko":"정기 교류","text_en":"regular exchange"}}
        """

    @Test func `places, term, documents and status are told as they were given`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("agreements", Self.body, key: "a")
            _ = try await web.add(
                "agreements/\(id)/documents",
                #"{"kind":"notice","title_ko":"보도자료","title_en":"Notice","link":"https://a.kr/1"}"#,
                key: "d")
            _ = try await web.add(
                "agreements/\(id)/statuses",
                #"{"state":"suspended","on":"2025-03"}"#, key: "s")
            let shown = try await web.get("agreements/\(id)", language: "en").value
            #expect(shown["places.1.place"] == "Seoul City Hall")
            #expect(shown["ends_on"] == "2033-04-09")
            #expect(shown["documents.0.credit"] == "시청")
            #expect(shown["documents.1.link"] == "https://a.kr/1")
            #expect(shown["statuses.0.text"] == "regular exchange")
            #expect(shown["statuses.1.on"] == "2025-03")
            #expect(shown["standing"] == "suspended")
        }
    }

    @Test func `the articles' agreements are found by government, field and year`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let tram = try await web.get("agreements?field=트램".inPercents).items
            #expect(tram.count == 1)
            #expect(tram[0]["parties.1.signatory_name"] == "이장우")
            #expect(tram[0]["parties.1.signatory_office"] == "대전시장")
            #expect(tram[0]["chain"]?.objects.count == 2)
            #expect(try await web.get("agreements?government=36110&year=2023").items.count == 1)
            #expect(try await web.get("agreements?kind=sports").items.count == 3)
            for wrong in ["year=0", "kind=x", "government=%EC%97%86", "field="] {
                #expect(try await web.get("agreements?\(wrong)").status == .badRequest)
            }
        }
    }

    @Test(arguments: [
        (#""ends_on":"2033-04-09""#, #""ends_on":"2023-04-09""#, "ends_on date_invalid"),
        (#""kind":"photo""#, #""kind":"film""#, "documents[0].kind value_invalid"),
        (#","title_en":"Photo""#, "", "documents[0].title_en value_missing"),
        (#""state":"in_force""#, #""state":"asleep""#, "status.state value_invalid"),
        (#""place_en":"Seoul City Hall""#, #""place_en":"""#, "places[0].place_en value_missing"),
        (#""starts_on":"2023-04-10""#, #""renewal":true"#, "predecessor field_missing"),
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
}

extension String {
    /// The text with every byte beyond ASCII as RFC 3986 writes it.
    fileprivate var inPercents: String {
        utf8.map { byte in
            byte < 0x80
                ? String(decoding: [byte], as: UTF8.self)
                : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
