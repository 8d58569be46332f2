import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// Official notation on every page over the sample.
@Suite struct PageNotationTests {
    @Test func `no Korean page breaks the notation`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            for name in ["publication", "relay-state", "unanswered", "verify", "roll-up"] {
                let filed = try await web.post(
                    "schedules/\(name)/runs", #"{"reason":"확인"}"#, as: .operator, key: name)
                #expect(filed.status == .created, "\(name): \(filed.text)")
            }
            let runs = try await web.test.ledger.runs(of: nil, rowsMax: 20).map { "/runs/\($0.id)" }
            let reports = try await web.test.ledger.summaries(rowsMax: 20).flatMap {
                ["/reports/\($0.id)", "/p/reports/\($0.id)"]
            }
            let schedules = try await web.test.ledger.schedules().map { "/schedules/\($0.name)" }
            let known = try await PageRolesTests.pages(web).map { path, roles in
                (path, roles.contains(.manager) ? Role.manager : .operator)
            }
            let others = try await PageRolesTests.open(web) + runs + reports + schedules
            for (path, role) in known + others.map({ ($0, Role.manager) }) {
                let isOpen = path == "/p" || path.hasPrefix("/p/")
                let page = try await web.page(path, as: isOpen ? nil : role)
                #expect(page.status == .ok, "\(path)")
                let faults = try NotationLint.faults(in: VisibleText(of: page.text).lines)
                // A name is written as its article has it.
                let ours = faults.filter { !$0.found.contains("폐기물․건물․신재생에너지") }
                #expect(ours == [], "\(path)")
            }
        }
    }
}
