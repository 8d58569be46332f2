import Hometown
import Ledger
import Postgres
import TestSupport
import Testing
import Transparency

@Suite struct PeriodTests {
    @Test func `a closed period takes no donation, whichever daemon closed it`() async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            // Both remember that nothing is closed.
            _ = try first.id(await first.give(1_000, on: "2025-12-01", key: "1"))
            _ = try second.id(await second.give(1_000, on: "2025-12-01", key: "2"))
            try await first.close("2025-12")
            for (index, daemon) in [first, second].enumerated() {
                for day in ["2025-12-01", "2025-12-31"] {
                    let answer = try await daemon.give(1_000, on: day, key: "\(index) \(day)")
                    #expect(answer.reasons == ["donated_on period_closed"])
                }
                for day in ["2025-11-30", "2026-01-01"] {
                    let answer = try await daemon.give(1_000, on: day, key: "\(index) \(day)")
                    #expect(answer.receipt != nil, "\(answer)")
                }
            }
            let again = try await first.ledger.close(
                first.closing("2025-12"), request: first.request("again"))
            #expect(again.reasons == ["period already_recorded"])
            await second.pool.close()
        }
    }

    @Test func `a closing waits for donations on their way and those after it meet it`()
        async throws
    {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            _ = try second.id(await second.give(1_000, on: "2025-12-01", key: "first"))
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        try await second.give(
                            1_000, donor: "d\(index)", on: "2025-12-01", key: "k\(index)")
                    }
                    if index == 20 { try await first.close("2025-12") }
                }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            let recorded = try await first.ledger.donations(rowsMax: 100)
            let closing = try #require(try await first.ledger.periods(rowsMax: 1).first)
            #expect(answers.compactMap(\.receipt).count == recorded.count - 1)
            #expect(
                answers.allSatisfy {
                    $0.receipt != nil || $0.reasons == ["donated_on period_closed"]
                })
            // Those that began after it had ended.
            #expect(answers.count { $0.receipt == nil } >= 19)
            #expect(
                recorded.allSatisfy {
                    $0.number < closing.number || $0.recordedAt < closing.recordedAt
                })
            await second.pool.close()
        }
    }

    @Test func `a late entry needs the leave of somebody else, as many as were given`()
        async throws
    {
        try await TestLedger.with { test in
            let closing = try await test.close("2025-Q4")
            let boss = try await test.ledger.author(.account, name: "boss")
            let leave = LateApprovalDraft(closing: closing, entriesMax: 2, reason: "우편 지연")
            let receipt = try #require(
                try await test.ledger.approve(leave, request: Request(author: boss, key: "l"))
                    .receipt)
            #expect(receipt.no.hasPrefix("AL-"))
            func late(
                _ key: String, on day: String = "2025-12-01", by author: Author? = nil
            ) async throws -> Answer {
                var draft = test.intake(1_000, donor: key, on: day)
                draft.lateApproval = receipt.id
                return try await test.ledger.record(
                    draft, content: draft.canonicalBytes,
                    request: Request(author: author ?? test.author, key: key))
            }
            #expect(
                try await late("own", by: boss).reasons == ["late_approval second_person_required"])
            #expect(
                try await late("open", on: "2026-01-01").reasons
                    == ["late_approval late_approval_invalid"])
            let first = try test.id(await late("1"))
            _ = try test.id(await late("2"))
            #expect(try await late("3").reasons == ["late_approval late_approval_invalid"])
            let listed = try #require(try await test.ledger.lateEntries(of: closing, rowsMax: 9))
            #expect(listed.map(\.approver) == ["boss", "boss"])
            #expect(listed.last?.donation == first && listed.last?.author == "tester")
            #expect(try await test.ledger.periods(id: closing, rowsMax: 1).first?.lateEntries == 2)
            try await test.expectWhole()
        }
    }

    @Test func `two who use one leave at the same time use it once`() async throws {
        try await TestLedger.with { test in
            let second = try await TestLedger(conninfo: test.conninfo)
            let closing = try await test.close("2025-12")
            let boss = try await test.ledger.author(.account, name: "boss")
            let leave = LateApprovalDraft(closing: closing, entriesMax: 1, reason: "우편 지연")
            let id = try test.id(
                await test.ledger.approve(leave, request: Request(author: boss, key: "l")))
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for index in 0..<8 {
                    let daemon = index.isMultiple(of: 2) ? test : second
                    group.addTask {
                        var draft = daemon.intake(1_000, donor: "d\(index)", on: "2025-12-01")
                        draft.lateApproval = id
                        return try await daemon.ledger.record(
                            draft, content: draft.canonicalBytes,
                            request: daemon.request("k\(index)"))
                    }
                }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            #expect(answers.compactMap(\.receipt).count == 1)
            #expect(
                answers.allSatisfy {
                    $0.receipt != nil || $0.reasons == ["late_approval late_approval_invalid"]
                }, "\(answers)")
            await second.pool.close()
        }
    }

    @Test func `a period is opened again by two, and closed once more`() async throws {
        try await TestLedger.with { test in
            let closing = try await test.close("2025-12")
            let boss = try await test.ledger.author(.account, name: "boss")
            let asked = try #require(
                try await test.ledger.reopen(
                    ReopeningDraft(closing: closing, reason: "누락"), request: test.request("r")
                ).receipt)
            #expect(asked.status == "pending" && asked.no.hasPrefix("ZR-"))
            #expect(try await test.ledger.periods(rowsMax: 1).first?.state == .reopening)
            let own = try await test.decide(asked.id, .approve, key: "own")
            #expect(own.reasons == ["request second_person_required"])
            #expect(
                try await test.give(1, on: "2025-12-01", key: "1").reasons
                    == ["donated_on period_closed"])
            let approved = try await test.decide(asked.id, .approve, by: boss, key: "yes")
            #expect(approved.receipt?.no.hasPrefix("AP-") == true, "\(approved)")
            #expect(try await test.give(1, on: "2025-12-01", key: "2").receipt != nil)
            #expect(try await test.ledger.periods(rowsMax: 1).first?.state == .open)
            let twice = try await test.decide(asked.id, .approve, by: boss, key: "twice")
            #expect(twice.reasons == ["request already_recorded"])
            try await test.close("2025-12", key: "once more")
            #expect(
                try await test.give(1, on: "2025-12-01", key: "3").reasons
                    == ["donated_on period_closed"])
            try await test.expectWhole()
        }
    }

    @Test func `what goes on is not closed`() async throws {
        try await TestLedger.with { test in
            let today = try await test.ledger.now().koreanDate
            let draft = ClosingDraft(
                period: "\(today.year)", first: today, last: today, reason: "마감")
            let answer = try await test.ledger.close(draft, request: test.request("z"))
            #expect(answer.reasons == ["period date_invalid"])
        }
    }
}

extension TestLedger {
    func closing(_ period: String) throws -> ClosingDraft {
        let days = [
            "2025": ("2025-01-01", "2025-12-31"),
            "2025-12": ("2025-12-01", "2025-12-31"), "2025-Q4": ("2025-10-01", "2025-12-31"),
            "2026-01": ("2026-01-01", "2026-01-31"), "2026-02": ("2026-02-01", "2026-02-28"),
            "2026-03": ("2026-03-01", "2026-03-31"),
        ]
        let (first, last) = try #require(days[period])
        return ClosingDraft(
            period: period, first: try #require(CivilDate(first)),
            last: try #require(CivilDate(last)), reason: "결산")
    }

    @discardableResult
    func close(_ period: String, key: String = "close") async throws -> Identifier {
        try id(await ledger.close(closing(period), request: request(key)))
    }

    func decide(
        _ asked: Identifier, _ verdict: ApprovalDraft.Verdict, by author: Author? = nil,
        reason: String? = nil, key: String
    ) async throws -> Answer {
        try await ledger.decide(
            ApprovalDraft(request: asked, verdict: verdict, reason: reason),
            request: Request(author: author ?? self.author, key: key))
    }

    /// The tables are what the entries say.
    func expectWhole() async throws {
        try await publish()
        let report = try await ledger.verify(
            Verification(keys: [TestLedger.signingKey().verifier], outside: []))
        #expect(report.fault == nil, "\(String(describing: report.fault))")
    }
}
