import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// What somebody sees of a correction before it is recorded, and of what stands after it.
@Suite struct CorrectionEntryTests {
    private func with(
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, .clerk, web))
            }
        }
    }

    @Test func `a return shows its ground, its day and what goes back before it is recorded`()
        async throws
    {
        try await with { web, browser in
            let taken = try await browser.fill(
                "/donations/new",
                [
                    "key": "a", "origin": "intake", "donated_on": "2026-03-02",
                    "donor_key": "창구 7", "residence": "11710",
                    "residence_basis": "document_submitted", "checked": "true",
                    "pledge_no": "기탁서 7", "channel": "bank_counter", "own_name": "true",
                    "recipient": "36110", "amount": "100000", "employer": "none",
                    "gift_wanted": "true", "gift_kind": "local_product", "gift_value": "30000",
                ])
            let place = try #require(taken.headers[.location], "\(taken.text)")
            let id = place.replacing("/donations/new?after=", with: "")
            let preview = try await browser.fill(
                "/donations/\(id)/correct",
                [
                    "key": "b", "version": "0", "action": "return", "ground": "resident",
                    "returned_on": "2026-03-05", "receipt_recalled": "true", "reason": "주민임",
                ])
            #expect(preview.status == .ok, "\(preview.text)")
            for text in [
                "1. 주민이 기부", "2026. 3. 5.", "회수함", "돌려줄 금액", "70,000원",
                "답례품 가액 30,000원을 뺌", "△1건, △100,000원",
            ] {
                #expect(preview.text.contains(text), "\(text)")
            }
            let document = try await web.interface.ask(
                .post, "/api/v1/donations/\(id)/corrections?dry_run=1", as: .clerk,
                headers: [
                    .contentType: "application/json", .idempotencyKey: "c",
                    .ifMatch: VersionTag(0).text,
                ],
                body: #"{"action":"return","reason":"주민","ground":7,"returned_on":"2026-03-05"}"#)
            #expect(try document.value["amount"] == 100_000, "\(document.text)")
            #expect(try document.value["gift_value"] == 30_000)
        }
    }

    @Test func `what took another's place tells why`() async throws {
        try await with { web, browser in
            let given = try await web.test.give(300_000, key: "gift")
            let first = try #require(given.receipt)
            let done = try await browser.fill(
                "/donations/\(first.id)/correct",
                [
                    "key": "a", "version": "0", "action": "amend", "changes.amount": "500000",
                    "reason": "금액을 잘못 적음", "confirm": "1",
                ])
            let place = try #require(done.headers[.location], "\(done.text)")
            let page = try await browser.open(place).text
            for text in ["금액을 잘못 적음", ">\(first.no)<", "href=\"/donations/\(first.id)\""] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }
}
