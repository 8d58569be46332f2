import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct ExchangeRouteTests {
    private static let body = """
        {"occasion":"yearly","on":"2026-03","note":"해마다",
        "legs":[
        {"from":"46710","department":"민원과","to":"46820","on":"2026-03-05","people":1,
        "amount":"10만원","donations":[
        {"origin":"reported","donor":{"key":"d-1"},"recipient":"46820","amount":100000,
        "donated_on":"2026-03-05"}]},
        {"from":"46820","to":"46710"}]}
        """

    @Test func `an exchange is recorded with its legs and their donations`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("exchanges", Self.body, key: "e")
            let shown = try await web.get("exchanges/\(id)", as: .coordinator).value
            #expect(shown["on"] == "2026-03")
            #expect(shown["note"] == "해마다")
            #expect(shown["date_precision"] == "month")
            #expect(shown["state"] == "one_sided")
            #expect(shown["people_balance"] == "undetermined")
            #expect(shown["legs.0.from.name"] == "담양군")
            #expect(shown["legs.0.from.full_name"] == "전라남도 담양군")
            #expect(shown["legs.0.department"] == "민원과")
            #expect(shown["legs.0.amount"] == 100_000)
            #expect(shown["legs.1.on"] == .null)
            let donation = try #require(shown["legs.0.donation_ids.0"]?.string)
            let donated = try await web.get("donations/\(donation)", as: .clerk).value
            #expect(donated["exchange_id"]?.string == id)
            #expect(donated["leg_id"] == shown["legs.0.id"])
        }
    }

    @Test func `a guest reads of a few private givers no more than the public page says`()
        async throws
    {
        try await LedgerInterface.with { web in
            let id = try await web.add("exchanges", Self.body, key: "few")
            var shown = [try await web.get("exchanges/\(id)").value]
            shown += try await web.get("exchanges").items
            #expect(shown.count == 2)
            for exchange in shown {
                for hidden in [
                    "note", "people_reason", "amount_reason", "legs.0.department",
                    "legs.0.people", "legs.0.amount",
                ] {
                    #expect(exchange[hidden] == .null, "\(hidden)")
                }
                #expect(exchange["legs.0.donation_ids.0"] == nil)
                #expect(exchange["legs.0.from.name"] == "담양군")
                #expect(exchange["legs.0.on"] == "2026-03-05")
            }
        }
    }

    @Test func `a leg of many people is told to guests, too`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add(
                "exchanges", Self.body.replacing(#""people":1"#, with: #""people":25"#),
                key: "many")
            let shown = try await web.get("exchanges/\(id)").value
            #expect(shown["legs.0.people"] == 25)
            #expect(shown["legs.0.amount"] == 100_000)
            #expect(shown["legs.0.donation_ids.0"] == nil)
            #expect(shown["people_reason"] != .null)
        }
    }

    @Test(arguments: [
        (
            #""from":"46820","to":"46710""#, #""from":"46820","to":"46820""#,
            "legs[1].parties party_repeated"
        ),
        (#""people":1"#, #""people":0"#, "legs[0].people number_invalid"),
        (#""people":1"#, #""people":2147483648"#, "legs[0].people number_invalid"),
        (#""amount":100000"#, #""amount":-5"#, "legs[0].donations[0].amount amount_invalid"),
        (#""occasion":"yearly","#, "", "occasion value_missing"),
        (#""from":"46820","to":"46710""#, #""to":"46710""#, "legs[1].from value_missing"),
        (
            #"{"key":"d-1"}"#, #"{"key":"d-1","age":3}"#,
            "legs[0].donations[0].donor.age field_unknown"
        ),
        (
            #""donated_on":"2026-03-05""#, #""donated_on":"2999-03-05""#,
            "legs[0].donations[0].donated_on donated_on_in_future"
        ),
    ])
    func `what is wrong is said under its path and nothing is recorded`(
        text: String, replacement: String, fault: String
    ) async throws {
        try await LedgerInterface.with { web in
            var body = Self.body
            body.replace(text, with: replacement)
            let answer = try await web.post("exchanges", body)
            #expect(answer.status == .unprocessableContent)
            let faults = try answer.faults
            #expect(faults.contains(fault), "\(faults)")
            #expect(try await web.get("exchanges").items.isEmpty)
            #expect(try await web.get("donations", as: .clerk).items.isEmpty)
        }
    }

    @Test func `both exchanges of the sample are answered`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let items = try await web.get("exchanges").items
            #expect(items.count == 2)
            for exchange in items {
                #expect(exchange["on"] == "2023-04-10")
                #expect(exchange["state"] == "answered")
                #expect(exchange["people_balance"] == "balanced")
                #expect(exchange["amount_balance"] == "undetermined")
                #expect(exchange["agreement_id"]?.string != nil)
                for leg in exchange["legs"]?.objects ?? [] {
                    #expect(JSONValue.object(leg)["donation_ids.0"]?.string != nil)
                }
            }
            let codes = items.map { $0["legs.0.from.code"]?.string ?? "-" }
            #expect(codes.contains("11000"), "\(codes)")
        }
    }
}
