import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite struct CorrectionRouteTests {
    private static let reversal = #"{"action":"reverse","reason":"두 번 적음"}"#

    @Test func `a donation is reversed by whoever saw what stands`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            let seen = try await web.get("donations/\(id)", as: .clerk)
            #expect(seen.headers[.eTag] == "\"0\"")
            let answer = try await web.correct(id, Self.reversal, tag: "\"0\"")
            #expect(answer.status == .created, "\(answer.text)")
            #expect(try answer.json["kind"] == "correction")
            let shown = try await web.get("donations/\(id)", as: .clerk)
            #expect(shown.headers[.eTag] == "\"1\"")
            #expect(try shown.value["status"] == "reversed")
            #expect(try shown.value["version"] == 1)
            let list = try await web.get("donations/\(id)/corrections", as: .clerk).items
            #expect(list.count == 1)
            #expect(list.first?["reason"] == "두 번 적음")
            #expect(list.first?["state"] == "done")
            let other = try await web.get("donations/\(id)/corrections", as: .auditor).items
            #expect(other.first?["reason"] == .null)
        }
    }

    @Test func `a late correction gets both versions side by side`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            _ = try await web.correct(id, Self.reversal, tag: "\"0\"", key: "first")
            let late = try await web.correct(id, Self.reversal, tag: "\"0\"", key: "late")
            #expect(late.status == .preconditionFailed)
            #expect(try late.code == "precondition-failed")
            #expect(late.headers[.eTag] == "\"1\"")
            #expect(try late.value["versions.seen"] == 0)
            #expect(try late.value["versions.current.status"] == "reversed")
            #expect(try late.value["versions.corrections.0.action"] == "reverse")
            let again = try await web.correct(id, Self.reversal, tag: "\"0\"", key: "first")
            #expect(again.status == .created)
            #expect(again.headers[.idempotentReplayed] == "true")
        }
    }

    @Test(arguments: [
        (nil, HTTPResponse.Status.preconditionRequired), ("0", .badRequest),
        ("W/\"0\"", .badRequest), ("\"x\"", .badRequest), ("*", .created),
    ])
    func `the version must be named`(tag: String?, status: HTTPResponse.Status) async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            #expect(try await web.correct(id, Self.reversal, tag: tag).status == status)
        }
    }

    @Test func `an amendment takes the form's fields, flat and nested`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            let body = """
                {"action":"amend","reason":"금액을 잘못 적음",
                "changes":{"amount":"9만원","donor":{"name":"홍길순"}}}
                """
            let answer = try await web.correct(id, body)
            #expect(answer.status == .created, "\(answer.text)")
            let before = try await web.get("donations/\(id)", as: .clerk).value
            let next = before["replaced_by"]?.string ?? ""
            let after = try await web.get("donations/\(next)", as: .clerk).value
            #expect(after["amount"] == 90_000)
            #expect(after["donor.name"] == "홍길순")
            #expect(after["replaces"]?.string == id)
            let told = try await web.get("donations/\(id)/corrections", as: .clerk).items
            #expect(told.first?["changes.amount"] == "90000")
            #expect(told.first?["replacement"]?.string == next)
        }
    }

    @Test(arguments: [
        (#"{"action":"reverse"}"#, "reason reason_required"),
        (
            #"{"action":"amend","reason":"x","changes":{"purpose":"1"}}"#,
            "changes earmark_fixed"
        ),
        (#"{"action":"amend","reason":"x","changes":{}}"#, "changes field_missing"),
        (
            #"{"action":"amend","reason":"x","changes":{"amount":"많이"}}"#,
            "changes.amount amount_invalid"
        ),
        (
            #"{"action":"amend","reason":"x","changes":{"colour":1}}"#,
            "changes.colour field_unknown"
        ),
        (#"{"action":"amend","reason":"x","changes":[]}"#, "changes value_invalid"),
        (
            #"{"action":"amend","reason":"x","changes":{"amount":20000001}}"#,
            "amount over_annual_cap"
        ),
        (
            #"{"action":"return","reason":"x","returned_on":"2026-03-05"}"#,
            "ground return_ground_required"
        ),
        (
            #"{"action":"return","reason":"x","ground":8,"returned_on":"2026-03-05"}"#,
            "ground return_ground_required"
        ),
        (
            #"{"action":"return","reason":"x","ground":1,"returned_on":"2026-03-05","amount":1}"#,
            "amount return_amount_mismatch"
        ),
        (
            #"{"action":"return","reason":"x","ground":1,"returned_on":"2026-03-01"}"#,
            "returned_on date_invalid"
        ),
        (#"{"action":"restore","reason":"x"}"#, "corrects field_missing"),
        (#"{"action":"reverse","reason":"x","ground":1}"#, "ground field_unknown"),
        (#"{"action":"erase","reason":"x"}"#, "action value_invalid"),
    ])
    func `what is wrong is said under its name`(body: String, fault: String) async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            let answer = try await web.correct(id, body)
            #expect(answer.status == .unprocessableContent)
            let faults = try answer.faults
            #expect(faults.contains(fault), "\(faults)")
            #expect(try await web.get("donations/\(id)", as: .clerk).value["version"] == 0)
        }
    }

    @Test func `money unlawfully taken is recorded and returned`() async throws {
        try await LedgerInterface.with { web in
            let body = DonationRouteTests.body {
                $0.replace("36110", with: "11710")
                $0.replace("\"intake\"", with: "\"intake\",\"received_unlawful\":1")
            }
            let id = try await web.add("donations", body, key: "d")
            let due = try await web.get("donations/\(id)", as: .clerk).value
            #expect(due["status"] == "return_due")
            #expect(due["return_ground"] == 1)
            let answer = try await web.correct(
                id,
                """
                {"action":"return","reason":"주민의 기부","ground":"resident","amount":100000,
                "returned_on":"2026-03-05","receipt_recalled":true}
                """)
            #expect(answer.status == .created, "\(answer.text)")
            #expect(try await web.get("donations/\(id)", as: .clerk).value["status"] == "returned")
        }
    }

    @Test func `nobody corrects what is not there or without the right to`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            let nothing = "01890000-0000-7000-8000-000000000001"
            #expect(try await web.correct(nothing, Self.reversal).status == .notFound)
            #expect(
                try await web.get("donations/\(nothing)/corrections", as: .clerk).status
                    == .notFound)
            for role in [Role.auditor, .coordinator, .operator] {
                let answer = try await web.correct(id, Self.reversal, as: role)
                #expect(answer.status == .forbidden)
            }
        }
    }
}

extension LedgerInterface {
    func correct(
        _ donation: String, _ body: String, tag: String? = "*", as role: Role = .manager,
        key: String = "correction"
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json", .idempotencyKey: key]
        headers[.ifMatch] = tag
        return try await interface.ask(
            .post, "/api/v1/donations/\(donation)/corrections", as: role, headers: headers,
            body: body)
    }
}
