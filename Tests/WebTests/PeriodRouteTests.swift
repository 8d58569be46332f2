import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

@Suite struct PeriodRouteTests {
    static let closing = #"{"period":"2026-03","reason":"결산"}"#

    @Test func `a period is closed by a manager and takes donations by leave alone`() async throws {
        try await LedgerInterface.with { web in
            #expect(try await web.post("periods", Self.closing, as: .clerk).status == .forbidden)
            try await web.test.closeMarch()
            let list = try await web.get("periods", as: .auditor).items
            #expect(list.first?["state"] == "closed" && list.first?["period"] == "2026-03")
            let id = try #require(list.first?["id"]?.string)
            let late = try await web.post(
                "donations", DonationRouteTests.body, as: .clerk, key: "1")
            #expect(late.status == .unprocessableContent)
            #expect(try late.code == "period_closed")
            #expect(late.text.contains("2026-03"))
            let leave = try await web.post(
                "periods/\(id)/late-approvals", #"{"reason":"우편 지연"}"#, key: "l")
            #expect(leave.status == .created, "\(leave.text)")
            let approval = try leave.json["id"]?.string ?? ""
            let body = DonationRouteTests.body {
                $0.replace(#""amount""#, with: #""late_approval":"\#(approval)","amount""#)
            }
            let own = try await web.post("donations", body, as: .manager, key: "own")
            #expect(try own.faults == ["late_approval second_person_required"])
            let good = try await web.post("donations", body, as: .clerk, key: "2")
            #expect(good.status == .created, "\(good.text)")
            let entries = try await web.get("periods/\(id)/late-entries", as: .clerk).items
            #expect(entries.count == 1 && entries.first?["approver"] == "manager")
            #expect(entries.first?["late_approval"] == .string(approval))
        }
    }

    @Test func `a correction in it is taken down with 202 and decided by another`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            try await web.test.closeMarch()
            let body = #"{"action":"reverse","reason":"두 번 적음"}"#
            let asked = try await web.correct(id, body, as: .clerk)
            #expect(asked.status == .accepted, "\(asked.text)")
            #expect(try asked.json["status"] == "pending")
            let waiting = try await web.get("approvals?state=pending", as: .manager).items
            #expect(waiting.count == 1 && waiting.first?["action"] == "reverse")
            let request = try #require(waiting.first?["id"]?.string)
            #expect(
                try await web.get("approvals/\(request)", as: .auditor).value["reason"] == .null)
            // Nobody approves blind: what it would bring is told before, and is gone afterwards.
            let foresight = "approvals/\(request)/foresight"
            let foreseen = try await web.get(foresight, as: .auditor).value
            #expect(foreseen["before"]?["id"]?.string == id)
            #expect(foreseen["after"]?["status"] == "reversed")
            #expect(foreseen["difference"]?["donations"] == -1)
            #expect(try await web.get("donations/\(id)", as: .clerk).value["status"] == "standing")
            let verdict = #"{"request":"\#(request)","verdict":"approve"}"#
            #expect(try await web.post("approvals", verdict, as: .clerk).status == .forbidden)
            let done = try await web.post("approvals", verdict, key: "yes")
            #expect(done.status == .created, "\(done.text)")
            #expect(try await web.get(foresight, as: .auditor).status == .notFound)
            #expect(try await web.get("donations/\(id)", as: .clerk).value["status"] == "reversed")
            let told = try await web.get("donations/\(id)/corrections", as: .clerk).items
            #expect(told.first?["approver"] == "manager" && told.first?["state"] == "done")
        }
    }

    @Test func `what was asked is told the same before and after it was decided`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            try await web.test.closeMarch()
            let body = """
                {"action":"amend","reason":"금액","changes":{"amount":90000,"donor_name":"다른 이름"}}
                """
            #expect(try await web.correct(id, body, as: .clerk).status == .accepted)
            let waiting = try await web.get("approvals", as: .manager).items
            let request = try #require(waiting.first?["id"]?.string)
            let asked = try #require(waiting.first?["asked"])
            #expect(asked["changes.amount"] == "90000" && asked["ground"] == .null)
            #expect(asked["changes.donor_name"] == "다른 이름")
            let verdict = #"{"request":"\#(request)","verdict":"reject","reason":"증빙 없음"}"#
            #expect(try await web.post("approvals", verdict, key: "no").status == .created)
            let decided = try await web.get("approvals/\(request)", as: .clerk).value
            #expect(decided["asked"] == asked && decided["reason"] == "금액")
            #expect(decided["state"] == "rejected" && decided["author"] == "clerk")
            #expect(decided["approver"] == "manager" && decided["decision_reason"] == "증빙 없음")
            // Who sees no donors sees what was to become of the money.
            let seen = try await web.get("approvals/\(request)", as: .auditor).value
            #expect(seen["asked.changes.amount"] == "90000")
            #expect(seen["asked.changes.donor_name"] == nil && seen["decision_reason"] == .null)
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"],
                let schema = schemas["Approval"]
            else { return #expect(Bool(false), "the document has schemas") }
            #expect(SchemaCheck(schemas: schemas).faults(decided, schema) == [])
        }
    }

    @Test func `a reopening waits, and whoever asked cannot approve`() async throws {
        try await LedgerInterface.with { web in
            try await web.test.closeMarch()
            let id = try #require(
                try await web.get("periods", as: .clerk).items.first?["id"]?.string)
            let asked = try await web.post("periods/\(id)/reopenings", #"{"reason":"누락"}"#)
            #expect(asked.status == .accepted, "\(asked.text)")
            let request = try asked.json["id"]?.string ?? ""
            let verdict = #"{"request":"\#(request)","verdict":"approve"}"#
            let own = try await web.post("approvals", verdict, key: "own")
            #expect(try own.faults == ["request second_person_required"])
            #expect(try await web.get("periods/\(id)", as: .clerk).value["state"] == "reopening")
            let nothing = "01890000-0000-7000-8000-000000000001"
            let unknown = try await web.post(
                "periods/\(nothing)/reopenings", #"{"reason":"누락"}"#, key: "u")
            #expect(try unknown.faults == ["closing reference_unknown"])
        }
    }

    @Test func `a correction is tried without recording it`() async throws {
        try await LedgerInterface.with { web in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            let path = "/api/v1/donations/\(id)/corrections?dry_run=1"
            let headers: HTTPFields = [
                .contentType: "application/json", .idempotencyKey: "c", .ifMatch: "*",
            ]
            let answer = try await web.interface.ask(
                .post, path, as: .clerk, headers: headers,
                body: #"{"action":"amend","reason":"금액","changes":{"amount":90000}}"#)
            #expect(answer.status == .ok, "\(answer.text)")
            // What only looks like a trial is no trial, and nothing is recorded either.
            let meant = try await web.interface.ask(
                .post, path.replacing("=1", with: "=yes"), as: .clerk, headers: headers,
                body: #"{"action":"reverse","reason":"두 번"}"#)
            #expect(meant.status == .badRequest, "\(meant.text)")
            #expect(meant.text.contains("true(또는 1)나 false(또는 0)로 쓰십시오."))
            let spelt = try await web.interface.ask(
                .post, path.replacing("=1", with: "=true"), as: .clerk, headers: headers,
                body: #"{"action":"reverse","reason":"두 번"}"#)
            #expect(try spelt.value["dry_run"] == true, "\(spelt.text)")
            let told = try answer.value
            #expect(told["dry_run"] == true && told["after.amount"] == 90_000)
            #expect(told["difference.won"] == -10_000 && told["years.0.left"] == 19_910_000)
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"],
                let schema = schemas["CorrectionForesight"]
            else { return #expect(Bool(false), "the document has schemas") }
            #expect(SchemaCheck(schemas: schemas).faults(told, schema) == [])
            #expect(try await web.get("donations/\(id)", as: .clerk).value["version"] == 0)
        }
    }

    @Test(arguments: [
        (#""2026-03""#, #""2026-03-01""#, "period value_invalid"),
        (#""2026-03""#, #""2026-W10""#, "period value_invalid"),
        (#","reason":"결산""#, "", "reason value_missing"),
    ])
    func `what is wrong is said at its field`(
        text: String, other: String, fault: String
    ) async throws {
        try await LedgerInterface.with { web in
            let answer = try await web.post("periods", Self.closing.replacing(text, with: other))
            #expect(try answer.faults == [fault])
        }
    }
}

extension TestLedger {
    /// As somebody who is none of the interface's roles.
    func closeMarch() async throws {
        let draft = ClosingDraft(
            period: "2026-03", first: try #require(CivilDate("2026-03-01")),
            last: try #require(CivilDate("2026-03-31")), reason: "결산")
        _ = try #require(
            try await ledger.close(draft, request: Request(author: author, key: "march")).receipt)
    }
}
