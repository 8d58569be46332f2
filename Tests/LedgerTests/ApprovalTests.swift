import Hometown
import Ledger
import TestSupport
import Testing

@Suite struct ApprovalTests {
    @Test func `a correction in a closed period waits for a second person`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, on: "2025-12-01", key: "d"))
            let closing = try await test.close("2025-12")
            let boss = try await test.ledger.author(.account, name: "boss")
            let asked = try await test.corrected(id, .amend) { $0.changes[.amount] = "90000" }
            #expect(asked.status == "pending")
            #expect(try await test.ledger.donation(id)?.status == .standing)
            #expect(try await test.total(2025) == 100_000)
            let waiting = try await test.ledger.approvals(state: .pending, rowsMax: 9)
            #expect(waiting.map(\.request) == [asked.id])
            #expect(waiting.first?.reason == "입력 착오" && waiting.first?.requester == "tester")
            #expect(waiting.first?.correction?.changes[.amount] == "90000")
            let own = try await test.decide(asked.id, .approve, key: "own")
            #expect(own.reasons == ["request second_person_required"])
            let done = try await test.decide(asked.id, .approve, by: boss, key: "yes")
            #expect(done.receipt?.kind == .approval, "\(done)")
            let before = try #require(try await test.ledger.donation(id))
            #expect(before.status == .reversed)
            let next = try #require(before.settlement.replacement)
            #expect(try await test.ledger.donation(next)?.amount == Won(90_000))
            #expect(try await test.total(2025) == 90_000)
            // The replacement is dated into the closed period: listed as late, with its approver.
            let late = try #require(try await test.ledger.lateEntries(of: closing, rowsMax: 9))
            #expect(late.map(\.donation) == [next])
            #expect(try await test.ledger.periods(id: closing, rowsMax: 1).first?.lateEntries == 1)
            #expect(late.first?.approver == "boss" && late.first?.author == "tester")
            #expect(late.first?.correction == asked.id)
            let told = try #require(try await test.ledger.corrections(of: id)?.first)
            #expect(told.state == .done && told.approver == "boss")
            // Decided, it still says what was asked, by whom and why.
            let decided = try await test.ledger.approvals(state: .approved, rowsMax: 9)
            #expect(decided.map(\.request) == [asked.id] && decided.first?.approver == "boss")
            #expect(decided.first?.correction == waiting.first?.correction)
            #expect(decided.first?.reason == "입력 착오" && decided.first?.requester == "tester")
            try await test.expectWhole()
        }
    }

    @Test func `from an amount on nobody corrects alone, and whoever refuses says why`()
        async throws
    {
        try await TestLedger.with { test in
            var ledger = test.ledger
            ledger.fourEyesFrom = Won(1_000_000)
            let id = try test.id(await test.give(999_999, on: "2026-03-01", key: "small"))
            let big = try test.id(await test.give(1_000_000, on: "2026-03-02", key: "big"))
            func reverse(_ id: Identifier, _ key: String) async throws -> Answer {
                let draft = CorrectionDraft(donation: id, action: .reverse, reason: "사유")
                let answer = try await ledger.correct(
                    draft, version: nil, request: test.request(key))
                guard case .answered(let answer) = answer else { throw LedgerFailure.bug }
                return answer
            }
            #expect(try await reverse(id, "1").receipt?.status == "standing")
            let asked = try #require(try await reverse(big, "2").receipt)
            #expect(asked.status == "pending")
            // The same request says the same.
            #expect(try await reverse(big, "2").receipt?.json == asked.json)
            let boss = try await test.ledger.author(.account, name: "boss")
            let silent = try await test.decide(asked.id, .reject, by: boss, key: "silent")
            #expect(silent.reasons == ["reason reason_required"])
            let no = try await test.decide(
                asked.id, .reject, by: boss, reason: "증빙 없음", key: "no")
            #expect(no.receipt != nil)
            #expect(try await test.ledger.donation(big)?.status == .standing)
            let told = try #require(try await test.ledger.corrections(of: big)?.first)
            #expect(told.state == .rejected)
            let decided = try await test.ledger.approvals(state: .rejected, rowsMax: 9)
            #expect(decided.first?.decisionReason == "증빙 없음")
            try await test.expectWhole()
        }
    }

    @Test func `what could not be done is refused when it is asked for`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, on: "2025-12-01", key: "d"))
            try await test.close("2025-12")
            let over = try await test.correct(id, .amend) { $0.changes[.amount] = "20000001" }
            #expect(over.reasons == ["amount over_annual_cap"])
            #expect(try await test.ledger.approvals(rowsMax: 9).isEmpty)
            #expect(try await test.total(2025) == 100_000)
            try await test.expectWhole()
        }
    }

    @Test func `it is judged again when it is approved`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, on: "2025-12-01", key: "d"))
            try await test.close("2025-12")
            let boss = try await test.ledger.author(.account, name: "boss")
            let first = try await test.corrected(id, .reverse, key: "1")
            let second = try await test.corrected(id, .reverse, key: "2")
            #expect(
                try await test.decide(first.id, .approve, by: boss, key: "a").receipt != nil)
            let late = try await test.decide(second.id, .approve, by: boss, key: "b")
            #expect(late.reasons == ["donation already_settled"])
            #expect(try await test.ledger.approvals(state: .pending, rowsMax: 9).count == 1)
        }
    }

    @Test func `a filed report is approved once, by somebody who did not have it made`()
        async throws
    {
        try await TestLedger.with { test in
            let desk = SummaryDesk(author: test.author, daemon: test.author.id) { facts in
                RenderedSummary(
                    title: Bilingual("요약", "Summary"), rendererVersion: 1,
                    files: [
                        .init(
                            name: "\(facts.heading.periodKey).ko.html", mediaType: "text/html",
                            bytes: Array("<p>".utf8))
                    ])
            }
            _ = try await test.ledger.runNow("daily", period: nil, reason: "시험", desk)
            let report = try #require(try await test.ledger.summaries(rowsMax: 1).first)
            // Nobody is asked to approve what a schedule files; it is listed once somebody did.
            #expect(try await test.ledger.approvals(rowsMax: 9).isEmpty)
            let asked = try #require(
                try await test.ledger.approvals(of: report.id, rowsMax: 1).first)
            #expect(asked.no == report.no && asked.state == .pending)
            let own = try await test.decide(report.id, .approve, key: "own")
            #expect(own.reasons == ["request second_person_required"])
            let boss = try await test.ledger.author(.account, name: "boss")
            let silent = try await test.decide(report.id, .reject, by: boss, key: "silent")
            #expect(silent.reasons == ["reason reason_required"])
            let done = try await test.decide(report.id, .approve, by: boss, key: "yes")
            #expect(done.receipt?.kind == .approval, "\(done)")
            let again = try await test.decide(
                report.id, .reject, by: boss, reason: "늦음", key: "no")
            #expect(again.reasons == ["request already_recorded"])
            let listed = try await test.ledger.approvals(state: .approved, rowsMax: 9)
            #expect(listed.map(\.request) == [report.id] && listed.first?.approver == "boss")
            try await test.expectWhole()
        }
    }

    @Test func `a return that says so takes the official receipt back`() async throws {
        try await TestLedger.with { test in
            var draft = test.intake(300_000, to: "11710")
            draft.receivedUnlawful = .resident
            draft.officialReceiptNo = "제7호"
            let id = try test.id(
                await test.ledger.record(
                    draft, content: draft.canonicalBytes, request: test.request("unlawful")))
            try await test.corrected(id, .return) {
                $0.ground = .resident
                $0.returnedOn = CivilDate("2026-03-05")
                $0.isReceiptRecalled = true
            }
            let receipts = try await test.ledger.officialReceipts(donation: id, rowsMax: 1)
            #expect(receipts.first?.recalledOn == CivilDate("2026-03-05"))
            try await test.expectWhole()
        }
    }
}
