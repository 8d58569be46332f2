import Hometown
import Ledger
import TestSupport
import Testing

/// R1 behind the mouths: what a command or a form let through is stopped by the ledger.
@Suite struct ResidentNumberTests {
    private static let number = "900101-1234567"

    @Test func `no entry, reason or name takes one`() async throws {
        try await TestLedger.with { test in
            let before = try await test.count("entry")
            let source = SourceDraft(outlet: "신문 \(Self.number)", language: .korean)
            let answer = try await test.ledger.record(source, request: test.request("source"))
            #expect(answer.reasons == ["outlet resident_number_present"], "\(answer)")
            var draft = DonationImportTests.draft([DonationImportTests.row("1")])
            draft.forcedBecause = Self.number
            let list = try await test.ledger.importDonations(draft, request: test.request("list"))
            guard case .unreadable(let problem) = list else {
                Issue.record("\(list)")
                return
            }
            #expect(problem.code == "resident_number_present")
            await #expect(throws: AccountProblem.residentNumber) {
                try await test.ledger.author(.account, name: Self.number)
            }
            await #expect(throws: AccountProblem.residentNumber) {
                try await test.ledger.addAccount(
                    login: "jimin", name: "지민 \(Self.number)", role: "clerk", by: test.author)
            }
            #expect(try await test.count("entry") == before)
        }
    }

    @Test func `none of many entries takes one`() async throws {
        try await TestLedger.with { test in
            let relay = try await test.relay()
            let before = try await test.count("entry")
            let day = try #require(CivilDate("2024-03-01"))
            let row = EdgeList.Row(
                number: 2, nominator: EdgeList.Who(name: "갑", office: "세종특별자치시장"),
                nominee: EdgeList.Who(name: "을 \(Self.number)", office: "대전광역시장"),
                date: EventDate(day, precision: .day), source: nil)
            let answer = try await test.ledger.importRelay(
                EdgeList(rows: [row]), into: relay, request: test.request("list"))
            guard case .answered(.refused(let refusals)) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(refusals.map(\.code.rawValue) == ["resident_number_present"])
            #expect(try await test.count("entry") == before)
        }
    }
}
