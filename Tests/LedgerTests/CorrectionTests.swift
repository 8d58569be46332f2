import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

@Suite struct CorrectionTests {
    @Test func `a reversal takes a donation out of the totals and frees the cap`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(20_000_000, key: "full"))
            #expect(try await test.give(1, key: "over").reasons == ["amount over_annual_cap"])
            let receipt = try await test.corrected(id, .reverse)
            #expect(receipt.kind == .correction)
            #expect(receipt.no.hasPrefix("C-"))
            let reversed = try #require(try await test.ledger.donation(id))
            #expect(reversed.status == .reversed)
            #expect(reversed.settlement.step == 1)
            #expect(try await test.give(20_000_000, key: "again").receipt != nil)
            let told = try #require(try await test.ledger.corrections(of: id))
            #expect(told.map(\.action) == [.reverse])
            #expect(told.first?.reason == "입력 착오")
            #expect(told.first?.author == "tester")
        }
    }

    @Test func `an amendment is a reversal and a replacement, linked, in one transaction`()
        async throws
    {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            try await test.corrected(id, .amend) { $0.changes[.amount] = "90000" }
            let before = try #require(try await test.ledger.donation(id))
            let replacement = try #require(before.settlement.replacement)
            let after = try #require(try await test.ledger.donation(replacement))
            #expect(before.status == .reversed)
            #expect(after.status == .standing)
            #expect(after.replaces == id)
            #expect(after.amount == Won(90_000))
            #expect(after.recipient?.code == "36110")
            #expect(after.donatedOn == before.donatedOn)
            #expect(try await test.total() == 90_000)
            // It can be amended again, and only where it stands.
            #expect(
                try await test.correct(id, .amend, key: "twice") { $0.changes[.amount] = "1" }
                    .reasons == ["donation already_settled"])
            try await test.corrected(replacement, .amend, key: "c2") {
                $0.changes[.donatedOn] = "2025-12-31"
                $0.changes[.datePrecision] = "day"
            }
            #expect(try await test.total() == 0)
            #expect(try await test.total(2025) == 90_000)
        }
    }

    @Test func `a name from before nobody looked at its characters is in no correction's way`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = test.intake(100_000, donor: "donor", to: "36110", on: "2026-03-02")
            draft.displayName = "홍\u{202E}길동"
            let id = try test.id(
                await test.ledger.record(
                    draft, content: draft.canonical.bytes, request: test.request("d")))
            try await test.corrected(id, .amend) { $0.changes[.amount] = "90000" }
            let before = try #require(try await test.ledger.donation(id))
            let replacement = try #require(before.settlement.replacement)
            let after = try #require(try await test.ledger.donation(replacement))
            #expect(after.amount == Won(90_000))
        }
    }

    @Test func `an amendment is judged like a new entry, by the caps of both years`() async throws {
        try await TestLedger.with { test in
            _ = try await test.give(4_950_000, on: "2024-05-01", key: "2024")
            let id = try test.id(await test.give(100_000, on: "2025-01-01", key: "2025"))
            let moved = try await test.correct(id, .amend) {
                $0.changes[.donatedOn] = "2024-12-31"
                $0.changes[.datePrecision] = "day"
            }
            #expect(moved.reasons == ["amount over_annual_cap"])
            let home = try await test.correct(id, .amend, key: "home") {
                $0.changes[.recipient] = "11710"
            }
            #expect(home.reasons == ["recipient donor_resides_in_recipient"])
            #expect(try await test.total(2025) == 100_000)
            #expect(try await test.ledger.donations(rowsMax: 10).count == 2)
            // The old amount leaves before the new one comes.
            let full = try test.id(await test.give(19_900_000, on: "2025-02-01", key: "full"))
            try await test.corrected(full, .amend, key: "within") {
                $0.changes[.amount] = "19899999"
            }
            #expect(try await test.total(2025) == 19_999_999)
        }
    }

    @Test func `a correction that was a mistake is undone, and nothing is edited`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            let first = try await test.corrected(id, .amend) { $0.changes[.amount] = "90000" }
            let replacement = try #require(
                try await test.ledger.donation(id)?.settlement.replacement)
            try await test.corrected(id, .restore, key: "undo") { $0.corrects = first.id }
            #expect(try await test.ledger.donation(id)?.status == .standing)
            #expect(try await test.ledger.donation(id)?.settlement.step == 2)
            #expect(try await test.ledger.donation(replacement)?.status == .reversed)
            #expect(try await test.total() == 100_000)
            // Undone once, it cannot be undone twice.
            let again = try await test.correct(id, .restore, key: "undo twice") {
                $0.corrects = first.id
            }
            #expect(again.reasons == ["corrects correction_not_last"])
            let told = try #require(try await test.ledger.corrections(of: id))
            #expect(told.map(\.action) == [.amend, .restore])
        }
    }

    @Test func `a restoration need not name the correction that it undoes`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            let nothing = try await test.correct(id, .restore, key: "nothing")
            #expect(nothing.reasons == ["corrects field_missing"])
            let amended = try await test.corrected(id, .amend) { $0.changes[.amount] = "90000" }
            let undone = try await test.corrected(id, .restore, key: "undo")
            #expect(try await test.ledger.donation(id)?.status == .standing)
            #expect(try await test.total() == 100_000)
            let told = try #require(try await test.ledger.corrections(of: id)?.last)
            #expect(told.id == undone.id && told.corrects == amended.id)
            // The same request again has the same answer, though nothing is settled any more.
            let again = try await test.corrected(id, .restore, key: "undo")
            #expect(again.no == undone.no)
            #expect(try await test.ledger.corrections(of: id)?.count == 2)
        }
    }

    @Test func `a wrong correction is corrected by another that takes its place`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            let reversal = try await test.corrected(id, .reverse)
            // It was no slip of the pen: the donor was a resident.
            try await test.corrected(id, .return, key: "c2") {
                $0.corrects = reversal.id
                $0.ground = .resident
                $0.returnedOn = CivilDate("2026-03-05")
                $0.isReceiptRecalled = true
            }
            let found = try #require(try await test.ledger.donation(id))
            #expect(found.status == .returned)
            #expect(found.settlement.step == 3)
            #expect(try await test.total() == 0)
            let told = try #require(try await test.ledger.corrections(of: id)?.last)
            #expect(told.corrects == reversal.id)
            #expect(told.amount == Won(100_000))
            #expect(told.ground == .resident)
            #expect(told.isReceiptRecalled == true)
        }
    }

    @Test func `what may no longer stand is not restored`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(15_000_000, key: "d"))
            let reversal = try await test.corrected(id, .reverse)
            _ = try await test.give(6_000_000, key: "other")
            let answer = try await test.correct(id, .restore, key: "undo") {
                $0.corrects = reversal.id
            }
            #expect(answer.reasons == ["amount over_annual_cap"])
            #expect(try await test.ledger.donation(id)?.status == .reversed)
        }
    }

    @Test func `a check that failed is kept as it was found`() async throws {
        try await TestLedger.with { test in
            var draft = test.intake(300_000)
            draft.checks?.resident?.result = .failed
            let refused = try await test.ledger.record(
                draft, content: draft.canonicalBytes, request: test.request("lawful"))
            #expect(refused.reasons == ["checks checks_incomplete"])
            draft.receivedUnlawful = .resident
            let answer = try await test.ledger.record(
                draft, content: draft.canonicalBytes, request: test.request("unlawful"))
            let receipt = try #require(answer.receipt)
            #expect(receipt.status == "return_due")
            let due = try #require(try await test.ledger.donation(receipt.id))
            #expect(due.receiving.checks?.resident?.result == .failed)
            #expect(due.receiving.checks?.person?.result == .passed)
        }
    }

    @Test func `what goes back is worked out once the gift has a value`() async throws {
        try await TestLedger.with { test in
            var draft = test.intake(100_000)
            draft.gift = ReturnGift(kind: .localProduct, value: nil, isWanted: true)
            let id = try test.id(
                await test.ledger.record(
                    draft, content: draft.canonicalBytes, request: test.request("gift")))
            func back(_ id: Identifier, _ key: String) async throws -> Answer {
                try await test.correct(id, .return, key: key) {
                    $0.ground = .resident
                    $0.returnedOn = CivilDate("2026-03-05")
                }
            }
            #expect(try await back(id, "early").reasons == ["amount return_amount_mismatch"])
            try await test.corrected(id, .amend) { $0.changes[.giftValue] = "30000" }
            let amended = try #require(
                try await test.ledger.donation(id)?.settlement.replacement)
            #expect(try await back(amended, "late").receipt != nil)
            let told = try #require(try await test.ledger.corrections(of: amended)?.first)
            #expect(told.amount == Won(70_000) && told.giftValue == Won(30_000))
        }
    }

    @Test func `money unlawfully taken is in no total and waits for its return`() async throws {
        try await TestLedger.with { test in
            var draft = test.intake(300_000, to: "11710")
            draft.receivedUnlawful = .resident
            let answer = try await test.ledger.record(
                draft, content: draft.canonicalBytes, request: test.request("unlawful"))
            let receipt = try #require(answer.receipt)
            #expect(receipt.status == "return_due")
            let due = try #require(try await test.ledger.donation(receipt.id))
            #expect(due.status == .returnDue)
            #expect(due.returnGround == .resident)
            #expect(try await test.total() == 0)
            let wrong = try await test.correct(receipt.id, .return) {
                $0.ground = .resident
                $0.returnedOn = CivilDate("2026-03-05")
                $0.amount = Won(299_999)
            }
            #expect(wrong.reasons == ["amount return_amount_mismatch"])
            try await test.corrected(receipt.id, .return) {
                $0.ground = .resident
                $0.returnedOn = CivilDate("2026-03-05")
                $0.amount = Won(300_000)
            }
            #expect(try await test.ledger.donation(receipt.id)?.status == .returned)
            // A replay tells the same, from the entry alone.
            let again = try await test.ledger.record(
                draft, content: draft.canonicalBytes, request: test.request("unlawful"))
            #expect(again.receipt?.json == receipt.json)
        }
    }

    @Test func `the second of two corrections at the same time is told what stands`() async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            let id = try first.id(await first.give(100_000, key: "d"))
            let outcomes = try await withThrowingTaskGroup(of: CorrectionAnswer.self) { group in
                for index in 0..<8 {
                    let daemon = index.isMultiple(of: 2) ? first : second
                    group.addTask {
                        try await daemon.ledger.correct(
                            CorrectionDraft(donation: id, action: .reverse, reason: "사유"),
                            version: 0, request: daemon.request("race \(index)"))
                    }
                }
                return try await group.reduce(into: [CorrectionAnswer]()) { $0.append($1) }
            }
            await second.pool.close()
            var recorded = 0
            for outcome in outcomes {
                switch outcome {
                case .answered(let answer): recorded += answer.receipt == nil ? 0 : 1
                case .stale(let versions):
                    #expect(versions.seen == 0)
                    #expect(versions.current.status == .reversed)
                    #expect(versions.corrections.map(\.action) == [.reverse])
                case .unknown: Issue.record("the donation is there")
                }
            }
            #expect(recorded == 1)
            #expect(try await first.total() == 0)
        }
    }

    @Test func `the same request corrects once, whatever happened since`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            let draft = CorrectionDraft(donation: id, action: .reverse, reason: "사유")
            let request = test.request("same")
            let first = try await test.ledger.correct(draft, version: 0, request: request)
            let second = try await test.ledger.correct(draft, version: 0, request: request)
            guard case .answered(.recorded(let one)) = first,
                case .answered(.replayed(let two)) = second
            else {
                Issue.record("not a replay")
                return
            }
            #expect(one.json == two.json)
            #expect(try await test.ledger.corrections(of: id)?.count == 1)
        }
    }

    @Test func `a leg and a run forget a donation that was reversed`() async throws {
        try await TestLedger.with { test in
            let loaded = try await test.ledger.loadSample(author: test.author)
            #expect(loaded.recorded > 0)
            let exchange = try #require(try await test.ledger.exchanges(rowsMax: 1).first)
            #expect(exchange.reciprocity.people == .balanced)
            let donation = try #require(exchange.legs.first?.donations.first)
            try await test.corrected(donation, .reverse)
            let after = try #require(try await test.ledger.exchange(exchange.exchange.id))
            #expect(after.legs.first?.donations.isEmpty == true)
        }
    }
}

extension TestLedger {
    func correct(
        _ donation: Identifier, _ action: CorrectionAction, key: String = "correction",
        _ change: (inout CorrectionDraft) -> Void = { _ in }
    ) async throws -> Answer {
        var draft = CorrectionDraft(donation: donation, action: action, reason: "입력 착오")
        change(&draft)
        switch try await ledger.correct(draft, version: nil, request: request(key)) {
        case .answered(let answer): return answer
        case .stale, .unknown: throw LedgerFailure.bug
        }
    }

    /// The receipt of a correction; the test fails on any other answer.
    @discardableResult
    func corrected(
        _ donation: Identifier, _ action: CorrectionAction, key: String = "corrected",
        _ change: (inout CorrectionDraft) -> Void = { _ in }
    ) async throws -> Receipt {
        let answer = try await correct(donation, action, key: key, change)
        return try #require(answer.receipt, "\(answer)")
    }

    /// What the donor's year holds, in won.
    func total(_ year: Int = 2026, donor: String = "donor") async throws -> Int64 {
        let text = try await TestServer.shared.psql(
            conninfo, ["-At"],
            input: """
                SELECT total FROM donor_year
                WHERE donor_id = '\(ledger.secret.donor(donor))' AND year = \(year)
                """)
        return Int64(text.split(separator: "\n").first ?? "") ?? 0
    }
}
