import Hometown
import Ledger
import TestSupport
import Testing
import Transparency

@Suite struct ImportReversalTests {
    /// Takes a list of donations in.
    private func take(
        _ rows: [String], _ test: TestLedger, key: String = "list"
    ) async throws -> RecordedImport {
        let answer = try await test.ledger.importDonations(
            DonationImportTests.draft(rows), request: test.request(key))
        guard case .recorded(let receipt, _) = answer else { throw Unexpected(what: "\(answer)") }
        return try #require(try await test.ledger.imports(id: receipt.id, rowsMax: 1).first)
    }

    private func undo(
        _ found: RecordedImport, _ test: TestLedger, key: String = "undo"
    ) async throws -> ImportReversalAnswer {
        try await test.ledger.reverse(
            listImport: found.id, reason: "다른 해의 목록", request: test.request(key))
    }

    private func plan(
        _ found: RecordedImport, _ test: TestLedger
    ) async throws -> ImportReversalPlan {
        switch try await test.ledger.tryReversal(ofImport: found.id) {
        case .tried(let plan), .blocked(let plan): return plan
        case .answered, .unknown: throw Unexpected(what: "no plan")
        }
    }

    private struct Unexpected: Error { let what: String }

    @Test func `an import is undone as a whole, and its donors' years are free again`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(5000, donor: "kept", key: "kept")
            let found = try await take(
                (1...5).map { DonationImportTests.row("\($0)", "19,000,000") }, test)
            let plan = try await plan(found, test)
            #expect(plan.isPossible && plan.reversing == 5 && plan.amount == 95_000_000)
            #expect(try await test.count("correction") == 0)
            let over = try await test.ledger.importDonations(
                DonationImportTests.draft([DonationImportTests.row("1", "2,000,000")]),
                request: test.request("over"))
            guard case .rejected = over else { throw Unexpected(what: "\(over)") }
            guard case .answered(.recorded(let receipt)) = try await undo(found, test) else {
                throw Unexpected(what: "not recorded")
            }
            #expect(receipt.no.hasPrefix("IR-20") && found.reversal == nil)
            let undone = try await test.ledger.imports(id: found.id, rowsMax: 1).first?.reversal
            #expect(undone?.no == receipt.no && undone?.reason == "다른 해의 목록")
            let donations = try await test.ledger.donations(rowsMax: 10)
            #expect(donations.filter { $0.status == .reversed }.count == 5)
            #expect(donations.filter { $0.status == .standing }.map(\.amount) == [Won(5000)])
            _ = try await take([DonationImportTests.row("1", "2,000,000")], test, key: "now")
            let story = try await test.ledger.corrections(of: donations[0].id)
            #expect(story?.map(\.reason) == ["다른 해의 목록"])
            #expect(story?.map(\.action) == [.reverse])
            try await test.publish()
            let report = try await test.ledger.verify(
                Verification(keys: [TestLedger.signingKey().verifier], outside: []))
            #expect(report.fault == nil, "\(String(describing: report.fault))")
        }
    }

    @Test func `a list that was undone may come again, each time as often`() async throws {
        try await TestLedger.with { test in
            let rows = (1...3).map { DonationImportTests.row("\($0)") }
            for turn in 1...3 {
                let found = try await take(rows, test, key: "list \(turn)")
                #expect(found.counts.recorded == 3 && found.counts.known == 0)
                let again = try await test.ledger.importDonations(
                    DonationImportTests.draft(rows), request: test.request("again \(turn)"))
                guard case .repeated(let no) = again else { throw Unexpected(what: "\(again)") }
                #expect(no == found.no)
                _ = try await undo(found, test, key: "undo \(turn)")
            }
            #expect(try await test.count("donation") == 9)
            let tried = try await test.ledger.tryImport(DonationImportTests.draft(rows))
            guard case .tried(let report) = tried else { throw Unexpected(what: "\(tried)") }
            #expect(report.counts.recorded == 3 && report.earlier == nil)
            try await test.expectWhole()
        }
    }

    @Test func `a mended row of a list that was undone may come again, mended anew or not`()
        async throws
    {
        try await TestLedger.with { test in
            let header = DonationImportTests.header + ",행 식별자,오류"
            let id = "01890000-0000-7000-8000-00000000000a"
            func mended(_ won: String, _ remark: String = "금액") -> ImportDraft {
                DonationImportTests.draft(
                    [DonationImportTests.row("1", won) + ",\(id),\(remark)"], header: header)
            }
            func tried(_ draft: ImportDraft) async throws -> ImportReport {
                let answer = try await test.ledger.tryImport(draft)
                guard case .tried(let report) = answer else { throw Unexpected(what: "\(answer)") }
                return report
            }
            for (turn, won) in ["1000", "1000", "2000"].enumerated() {
                let answer = try await test.ledger.importDonations(
                    mended(won), request: test.request("list \(turn)"))
                guard case .recorded(let receipt, let report) = answer else {
                    throw Unexpected(what: "\(answer)")
                }
                #expect(report.counts.recorded == 1 && report.counts.known == 0)
                // While it is there it is recognised, and other content is no new row.
                #expect(try await tried(mended(won, "다시")).counts.known == 1)
                let other = try await tried(mended("9000"))
                #expect(other.problems.map(\.code) == ["row_differs"])
                let found = try #require(
                    try await test.ledger.imports(id: receipt.id, rowsMax: 1).first)
                _ = try await undo(found, test, key: "undo \(turn)")
            }
            let donations = try await test.ledger.donations(rowsMax: 9)
            #expect(donations.map(\.amount) == [Won(2000), Won(1000), Won(1000)])
            #expect(donations.last?.id == Identifier(id) && Set(donations.map(\.id)).count == 3)
            // Restored by itself it is there again.
            let corrections = try await test.ledger.corrections(of: donations[0].id)
            var restoring = CorrectionDraft(
                donation: donations[0].id, action: .restore, reason: "되살림")
            restoring.corrects = corrections?.first?.id
            _ = try await test.ledger.correct(
                restoring, version: nil, request: test.request("restore"))
            #expect(try await tried(mended("2000", "다시")).counts.known == 1)
            try await test.expectWhole()
        }
    }

    @Test func `nobody undoes alone what nobody corrects alone`() async throws {
        try await TestLedger.with { test in
            var ledger = test.ledger
            ledger.fourEyesFrom = Won(1_000_000)
            let rows = [
                DonationImportTests.row("1", "999,999"), DonationImportTests.row("2", "1,000,000"),
            ]
            let found = try await take(rows, test)
            guard case .tried(let plan) = try await ledger.tryReversal(ofImport: found.id) else {
                throw Unexpected(what: "no plan")
            }
            #expect(plan.obstacles.map(\.reason) == [.approvalRequired] && !plan.isPossible)
            let answer = try await ledger.reverse(
                listImport: found.id, reason: "혼자", request: test.request("alone"))
            guard case .blocked = answer else { throw Unexpected(what: "\(answer)") }
            #expect(try await test.count("correction") == 0)
            // Without a threshold money is no reason, but a closed period is.
            #expect(try await self.plan(found, test).isPossible)
            let donation = try #require(try await test.ledger.donations(rowsMax: 1).first)
            try await test.close(String(donation.donatedOn.date.description.prefix(7)))
            let closed = try await self.plan(found, test)
            #expect(closed.obstaclesCount == 2 && !closed.isPossible)
        }
    }

    @Test func `the same request is answered again, another is told of the first`() async throws {
        try await TestLedger.with { test in
            let found = try await take([DonationImportTests.row("1")], test)
            guard case .answered(.recorded(let receipt)) = try await undo(found, test),
                case .answered(.replayed(let again)) = try await undo(found, test)
            else { throw Unexpected(what: "not answered") }
            #expect(receipt.json == again.json)
            guard case .blocked(let plan) = try await undo(found, test, key: "other") else {
                throw Unexpected(what: "not blocked")
            }
            #expect(plan.earlier == receipt.no)
            #expect(try await test.count("correction") == 1)
        }
    }

    @Test func `what was amended since stands in the way, what was reversed does not`()
        async throws
    {
        try await TestLedger.with { test in
            let found = try await take(
                (1...3).map { DonationImportTests.row("\($0)") }, test)
            let donations = try await test.ledger.donations(rowsMax: 10)
            var amendment = CorrectionDraft(
                donation: donations[0].id, action: .amend, reason: "금액")
            amendment.changes[.amount] = "70000"
            _ = try await test.ledger.correct(
                amendment, version: nil, request: test.request("amend"))
            let reversal = CorrectionDraft(
                donation: donations[1].id, action: .reverse, reason: "착오")
            _ = try await test.ledger.correct(
                reversal, version: nil, request: test.request("reverse"))
            guard case .blocked(let plan) = try await undo(found, test) else {
                throw Unexpected(what: "not blocked")
            }
            #expect(plan.obstacles.map(\.no) == [donations[0].no])
            #expect(plan.obstacles.map(\.reason) == [.alreadySettled])
            #expect(plan.reversing == 1 && plan.reversedBefore == 1)
            #expect(try await test.count("import_reversal") == 0)
            let corrections = try await test.ledger.corrections(of: donations[0].id)
            var restoring = CorrectionDraft(
                donation: donations[0].id, action: .restore, reason: "되살림")
            restoring.corrects = corrections?.first?.id
            _ = try await test.ledger.correct(
                restoring, version: nil, request: test.request("restore"))
            guard case .answered(.recorded) = try await undo(found, test) else {
                throw Unexpected(what: "not recorded")
            }
            let standing = try await test.ledger.donations(rowsMax: 10)
                .filter { $0.status == .standing }
            #expect(standing.isEmpty)
        }
    }

    @Test func `nothing is undone that is not there`() async throws {
        try await TestLedger.with { test in
            let nobody = Identifier(high: 1, low: 1)
            guard case .unknown = try await test.ledger.tryReversal(ofImport: nobody),
                case .unknown = try await test.ledger.reverse(
                    listImport: nobody, reason: "없음", request: test.request("none"))
            else {
                Issue.record("undone")
                return
            }
        }
    }
}
