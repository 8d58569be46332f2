import HTTPTypes
import Hometown
import HummingbirdTesting
import Testing

@testable import Web

/// What may be said of an exchange after it was recorded.
@Suite struct LinkRouteTests {
    private static let department = """
        {"occasion":"yearly","on":"2025-01-21","legs":[
        {"from":"담양군","department":"민원과","to":"해남군","on":"2025-01-21","people":25,
        "amount_each":"10만원"},
        {"from":"해남군","department":"민원토지과","to":"담양군"}]}
        """

    private func mayor(_ web: LedgerInterface, of code: String) async throws -> String {
        try await web.add(
            "people",
            #"{"name_ko":"가\#(code)","name_en":"Ga","offices":[{"title_ko":"군수","#
                + #""title_en":"Mayor","government":"\#(code)","held_from":"2023-01-01"}]}"#,
            key: code)
    }

    private func gift(
        _ web: LedgerInterface, by person: String, to code: String
    ) async throws -> String {
        try await web.add(
            "donations",
            #"{"origin":"reported","donor":{"person":"\#(person)"},"recipient":"\#(code)","#
                + #""donated_on":"2025-05-21"}"#, key: person + code)
    }

    @Test func `departments give twenty-five times the same and one side waits`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("exchanges", Self.department, key: "e")
            let shown = try await web.get("exchanges/\(id)", language: "en").value
            #expect(shown["legs.0.amount"] == 2_500_000)
            #expect(shown["state"] == "one_sided")
            #expect(shown["unanswered.0.from.name"] == "Damyang-gun")
            #expect(shown["unanswered.0.since"] == "2025-01-21")
            #expect(shown["unanswered.0.age_days.at_least"] != .null)
            #expect(shown["state_reason"]?.string?.hasPrefix("Haenam-gun has not") == true)
            #expect(shown["state_reason_ko"]?.string?.contains("답례가 아직 없습니다") == true)
            let leg = try await web.post(
                "exchanges/\(id)/legs",
                #"{"from":"해남군","department":"민원토지과","to":"담양군","on":"2025-08-01","#
                    + #""people":25,"amount":2500000,"amount_each":100000}"#, key: "l")
            #expect(leg.status == .created)
            let answered = try await web.get("exchanges/\(id)", language: "ko").value
            #expect(answered["state"] == "answered")
            #expect(answered["people_balance"] == "balanced")
            #expect(answered["amount_balance"] == "balanced")
            #expect(answered["amount_reason"] == "양쪽 금액이 2,500,000원으로 같습니다.")
            #expect(try await web.get("exchanges?state=one_sided").items.isEmpty)
            #expect(try await web.get("exchanges?state=answered&government=46710").items.count == 1)
            #expect(try await web.get("exchanges?government=11000").items.isEmpty)
        }
    }

    @Test func `a candidate is offered, linked by hand and taken back with a reason`()
        async throws
    {
        try await LedgerInterface.with { web in
            let person = try await mayor(web, of: "46820")
            let id = try await web.add("exchanges", Self.department, key: "e")
            let donation = try await gift(web, by: person, to: "46710")
            #expect(try await web.get("exchanges/candidates").status == .unauthorized)
            let offered = try await web.get("exchanges/candidates", as: .auditor).items
            #expect(offered.count == 1)
            #expect(offered[0]["gift.exchange_id"]?.string == id)
            #expect(offered[0]["answer.donation_id"]?.string == donation)
            #expect(offered[0]["days"] == 120)
            let near = try await web.get("exchanges/candidates?days=119", as: .auditor).items
            #expect(near.isEmpty)
            // A cursor is whatever the caller sends.
            for (place, count) in [("-9", 1), ("0", 1), ("1", 0), ("\(Int64.max)", 0)] {
                let cursor = Cursor(keys: [place]).text
                let rest = try await web.get(
                    "exchanges/candidates?cursor=\(cursor)", as: .auditor)
                #expect(rest.status == .ok, "\(place)")
                #expect(try rest.items.count == count, "\(place)")
            }
            #expect(
                try await web.get("exchanges/candidates?days=366", as: .auditor).status
                    == .badRequest)
            let link = #"{"donation_id":"\#(donation)"}"#
            #expect(
                try await web.post("exchanges/\(id)/links", link, as: .auditor).status == .forbidden
            )
            #expect(try await web.post("exchanges/\(id)/links", link, key: "l").status == .created)
            #expect(
                try await web.post("exchanges/\(id)/links", link, key: "m").faults
                    == ["donation_id donation_linked"])
            let shown = try await web.get("donations/\(donation)").value
            #expect(shown["exchange_id"]?.string == id)
            let back = #"{"donation_id":"\#(donation)","linked":false,"reason":"착오"}"#
            #expect(try await web.post("exchanges/\(id)/links", back, key: "b").status == .created)
            #expect(try await web.get("exchanges/\(id)").value["state"] == "one_sided")
        }
    }

    @Test(arguments: [
        ("legs", #"{"from":"46820","to":"46710","people":3}"#, "on field_missing"),
        (
            "legs", #"{"from":"46820","to":"46710","on":"2025-02-01","amount_each":5}"#,
            "people value_missing"
        ),
        (
            "legs",
            #"{"from":"46820","to":"46710","on":"2025-02-01","people":2,"amount":5,"#
                + #""amount_each":5}"#,
            "amount amount_mismatch"
        ),
        ("legs", #"{"from":"46820","to":"46820"}"#, "parties party_repeated"),
        ("links", "{}", "donation_id value_missing"),
        (
            "links", #"{"donation_id":"01890000-0000-7000-8000-000000000001"}"#,
            "donation_id reference_unknown"
        ),
        (
            "links", #"{"donation_id":"01890000-0000-7000-8000-000000000001","linked":false}"#,
            "reason field_missing"
        ),
    ])
    func `what is wrong with a later leg or link is said by its field`(
        path: String, body: String, fault: String
    ) async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("exchanges", Self.department, key: "e")
            let answer = try await web.post("exchanges/\(id)/\(path)", body, key: "x")
            #expect(answer.status == .unprocessableContent)
            let faults = try answer.faults
            #expect(faults.contains(fault), "\(faults)")
            let nowhere = "exchanges/01890000-0000-7000-8000-000000000009/\(path)"
            let missing = try await web.post(nowhere, body, key: "y")
            #expect([.notFound, .unprocessableContent].contains(missing.status))
        }
    }
}
