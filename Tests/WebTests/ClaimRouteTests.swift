import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct ClaimRouteTests {
    @Test func `a guest is told no value of a claim that may name somebody or count a few`()
        async throws
    {
        try await LedgerInterface.with { web in
            let source = try await web.add(
                "sources",
                """
                {"outlet":"신문","language":"ko","link":"https://example.org/1",
                "published_at":"2026-03-10T17:02:00+09:00"}
                """, key: "s")
            let person = try await web.add(
                "people", #"{"name_ko":"박정직","name_en":"Park Jeong-jik","offices":[]}"#,
                key: "p")
            let gift = try await web.add(
                "donations",
                """
                {"origin":"reported","donor":{"person":"\(person)"},"recipient":"36110",
                "amount":1000,"donated_on":"2026-03-02","claims":[
                {"source":"\(source)","attribute":"donor","value":"박정직"},
                {"source":"\(source)","attribute":"donated_on","value":"2026-03-02"}]}
                """, key: "g")
            for role in [Role?.none, .operator] {
                let told = try await web.get("donations/\(gift)", as: role)
                #expect(told.status == .ok)
                #expect(!told.text.contains("박정직"))
                let claims = try told.value["claims"]?.objects ?? []
                #expect(claims.count == 2)
                #expect(
                    claims.contains { $0["attribute"] == "donor" && $0["value"] == .null })
                #expect(claims.contains { $0["value"] == "2026-03-02" })
            }
            let known = try await web.get("donations/\(gift)", as: .coordinator).value
            let claims = known["claims"]?.objects ?? []
            #expect(claims.contains { $0["value"] == "박정직" })
        }
    }
}
