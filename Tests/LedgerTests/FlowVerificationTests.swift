import Hometown
import TestSupport
import Testing

@testable import Ledger

@Suite struct FlowVerificationTests {
    private func given(
        by person: Identifier, on day: String, _ test: TestLedger
    ) async throws -> Identifier {
        let draft = try test.reported(by: person, to: "36110", on: day, 1)
        return try test.id(
            await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request(day)))
    }

    private func reverse(_ donation: Identifier, _ test: TestLedger) async throws {
        let draft = CorrectionDraft(donation: donation, action: .reverse, reason: "오입력")
        _ = try await test.ledger.correct(
            draft, version: 0, request: test.request("reverse \(donation)"))
        while try await test.ledger.seal() > 0 {}
    }

    private func found(by question: String, _ test: TestLedger) async throws -> String {
        try await TestServer.shared.psql(test.conninfo, ["-qAt"], input: question + ";")
            .filter { !$0.isWhitespace }
    }

    @Test func `a donation that is gone from what waits hides no other that is folded wrongly`()
        async throws
    {
        try await TestLedger.with { test in
            let seoul = try await test.mayor("서울", of: "11000")
            let folded = try await given(by: seoul, on: "2026-03-01", test)
            let waiting = try await given(by: seoul, on: "2026-03-02", test)
            try await reverse(folded, test)
            while try await test.ledger.foldFlows() > 0 {}
            try await reverse(waiting, test)
            let question = try #require(FlowVerification.questions.last)
            #expect(try await found(by: question, test) == "")
            try await test.tamper(
                "DELETE FROM flow_mend; DELETE FROM donation WHERE id = '\(waiting)';")
            #expect(try await found(by: question, test) != "")
        }
    }
}
