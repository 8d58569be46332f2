import HTTPTypes
import Hometown
import HummingbirdTesting
import Interchange
import Ledger
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite struct DonationExportRouteTests {
    private func filled(_ body: (LedgerInterface) async throws -> Void) async throws {
        try await LedgerInterface.with { web in
            for (number, recipient) in [(1, "36110"), (2, "26000")] {
                let text = DonationRouteTests.body {
                    $0.replace("d-1", with: "d-\(number)")
                    $0.replace(#""recipient":"36110""#, with: #""recipient":"\#(recipient)""#)
                }
                _ = try await web.add("donations", text, key: "k\(number)")
            }
            try await body(web)
        }
    }

    @Test func `a list comes as CSV and as lines, with filters, and only with a reason`()
        async throws
    {
        try await filled { web in
            let none = try await web.get("donations.csv", as: .manager)
            #expect(none.status == .badRequest)
            #expect(try none.faults == ["reason reason_required"])
            for role in [Role.coordinator, .auditor, .operator] {
                let answer = try await web.get("donations.csv?reason=audit", as: role)
                #expect(answer.status == .forbidden)
            }
            let csv = try await web.get("donations.csv?reason=audit", as: .clerk)
            #expect(csv.status == .ok)
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(csv.headers[.cacheControl] == "no-store")
            #expect(csv.text.split(separator: "\r\n").count == 3)
            #expect(csv.text.hasPrefix("\u{FEFF}행 식별자,번호"))
            let trailers = try #require(csv.trailerHeaders)
            #expect(
                trailers.map(\.name.rawName) == ["Pumasi-Rows", "Pumasi-Donations", "Pumasi-Sum"])
            #expect(trailers.map(\.value) == ["2", "2", "200000"])
            let lines = try await web.get(
                "donations.ndjson?reason=audit&recipient=26000", as: .clerk)
            let all = lines.text.split(separator: "\n")
            #expect(all.count == 1)
            #expect(all[0].contains(#""recipient":"26000""#))
            let named = try await web.get(
                "donations.ndjson?reason=audit&q=%ED%99%8D%EA%B8%B8", as: .clerk)
            #expect(named.text.split(separator: "\n").count == 2)
            let nobody = try await web.get(
                "donations.ndjson?reason=audit&q=%EC%95%84%EB%AC%B4%EA%B0%9C", as: .clerk)
            #expect(nobody.status == .ok && nobody.text.isEmpty)
        }
    }

    @Test func `a workbook that was exported is imported, and adds nothing`() async throws {
        try await filled { web in
            let answer = try await web.get("donations.xlsx?reason=audit", as: .manager)
            let book = Array(answer.body.readableBytesView)
            let draft = ImportDraft(source: MemoryBytes(book), format: .xlsx)
            let own = try await web.test.take(draft, key: "own")
            guard case .nothingNew(let report) = own else {
                Issue.record("\(own)")
                return
            }
            #expect(report.counts.known == 2)
        }
    }

    @Test func `the template's example is refused, and its rows are taken once it is gone`()
        async throws
    {
        try await LedgerInterface.with { web in
            let answer = try await web.get("imports/template.xlsx", as: .clerk)
            #expect(answer.status == .ok)
            let report = try await web.tried(workbook: answer)
            #expect(report.counts.rows == 1 && report.counts.refused == 1)
            #expect(report.problems.filter { !$0.isWarning }.map(\.field) == ["row_id"])
        }
    }
}
