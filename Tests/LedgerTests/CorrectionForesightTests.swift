import Hometown
import Ledger
import TestSupport
import Testing

@Suite struct CorrectionForesightTests {
    @Test func `a correction is foreseen by the same judgement, and nothing is written`()
        async throws
    {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            _ = try test.id(await test.give(300_000, on: "2026-04-01", key: "other"))
            let entries = try await test.count("entry")
            let seen = try await test.foresee(id, .amend) { $0.changes[.amount] = "90000" }
            #expect(seen.before.amount == Won(100_000) && seen.before.status == .standing)
            #expect(seen.after.amount == Won(90_000) && seen.after.replaces == id)
            #expect(seen.donations == 0 && seen.difference == Won(-10_000))
            let year = try #require(seen.years.first)
            #expect(year.before.recorded == Won(400_000) && year.after.recorded == Won(390_000))
            #expect(year.left == Won(19_610_000) && !year.isOfNewDonor)
            #expect(seen.fourEyes.isEmpty && seen.exchanges.isEmpty)
            #expect(try await test.count("entry") == entries)
            #expect(try await test.total() == 400_000)
            let reversed = try await test.foresee(id, .reverse)
            #expect(reversed.after.status == .reversed && reversed.donations == -1)
            // The real one brings what was foreseen.
            try await test.corrected(id, .amend) { $0.changes[.amount] = "90000" }
            #expect(try await test.total() == 390_000)
            // What takes the place of the mistake takes the mistake away.
            let restored = try await test.foresee(id, .restore)
            #expect(restored.before.status == .reversed && restored.after.status == .standing)
            #expect(restored.undone?.amount == Won(90_000))
            #expect(restored.donations == 0 && restored.difference == Won(10_000))
            #expect(restored.years.map(\.after.recorded) == [Won(400_000)])
            try await test.corrected(id, .restore, key: "restored")
            #expect(try await test.total() == 400_000)
        }
    }

    @Test func `what would be refused is refused the same way`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            var draft = CorrectionDraft(donation: id, action: .amend, reason: "사유")
            draft.changes[.amount] = "20000001"
            let answer = try await test.ledger.foresee(draft, version: nil, author: test.author)
            guard case .refused(let refusals) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(refusals.map(\.code) == [.overAnnualCap])
            draft.donation = Identifier(high: 7, low: 7)
            guard
                case .unknown = try await test.ledger.foresee(
                    draft, version: nil, author: test.author)
            else {
                Issue.record("there is no such donation")
                return
            }
        }
    }

    /// A home or an employer that stands against the gift is told beforehand as it would be then.
    @Test(arguments: [
        (DonationField.residence, "36110", Refusal.Code.donorResidesInRecipient),
        (.residence, "없는시", .governmentUnknown),
        (.employer, "세종특별자치시청", .donorEmployedByRecipient),
    ])
    func `another home or employer is judged beforehand as it will be`(
        field: DonationField, text: String, code: Refusal.Code
    ) async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, key: "d"))
            var draft = CorrectionDraft(donation: id, action: .amend, reason: "사유")
            draft.changes[field] = text
            draft.changes[.residenceBasis] = Residence.Basis.documentSubmitted.rawValue
            draft.changes[.residenceCheckedOn] = "2026-03-02"
            let foreseen = try await test.ledger.foresee(
                draft, version: nil, author: test.author)
            guard case .refused(let beforehand) = foreseen else {
                Issue.record("\(foreseen)")
                return
            }
            #expect(beforehand.map(\.code).contains(code))
            let acted = try await test.ledger.correct(
                draft, version: nil, request: test.request("c"))
            guard case .answered(.refused(let then)) = acted else {
                Issue.record("\(acted)")
                return
            }
            #expect(then == beforehand)
        }
    }

    @Test func `it says what the gift is judged by of home and employer, now and then`()
        async throws
    {
        try await TestLedger.with { test in
            let draft = test.heard(100_000, on: "2025-05-01")
            let answer = try await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request("d"))
            let id = try test.id(answer)
            let seen = try await test.foresee(id, .amend) { correction in
                correction.changes[.residence] = "11710"
                correction.changes[.employer] = "none"
            }
            #expect(seen.groundsBefore.residence == nil)
            #expect(seen.groundsBefore.answer(to: DonorGrounds.home) == .undetermined)
            #expect(seen.groundsBefore.answer(to: DonorGrounds.employer) == .undetermined)
            #expect(seen.groundsAfter.residence == "11710")
            #expect(seen.groundsAfter.answer(to: DonorGrounds.home) == .passed)
            #expect(seen.groundsAfter.answer(to: DonorGrounds.employer) == .passed)
            let disputed = try await test.foresee(id, .amend) { correction in
                correction.changes[.residence] = "36110"
            }
            #expect(disputed.after.status == .disputed && disputed.difference == Won(-100_000))
            #expect(disputed.groundsAfter.answer(to: DonorGrounds.home) == .refused)
            #expect(disputed.groundsAfter.answer(to: DonorGrounds.employer) == .undetermined)
        }
    }

    @Test func `it says why it would wait, and does so in a closed period too`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, on: "2025-12-01", key: "d"))
            try await test.close("2025-12")
            let seen = try await test.foresee(id, .amend) { $0.changes[.amount] = "90000" }
            #expect(seen.fourEyes == [.closedPeriod])
            #expect(seen.after.amount == Won(90_000))
            #expect(try await test.count("late_entry") == 0)
        }
    }

    @Test func `the exchange it goes along and the summaries that had it are named`() async throws {
        try await TestLedger.loaded { test in
            let exchange = try #require(try await test.ledger.exchanges(rowsMax: 1).first)
            let donation = try #require(exchange.legs.first?.donations.first)
            try await test.publish()
            let desk = SummaryDesk(
                author: test.author, daemon: Identifier(high: 7, low: 7),
                render: { _ in
                    RenderedSummary(
                        title: Bilingual("요약", "Summary"), rendererVersion: 1, files: [])
                })
            let first = try await test.foresee(donation, .reverse)
            #expect(first.summaries.isEmpty)
            let kept = try #require(first.exchanges.first)
            #expect(kept.before.reciprocity.people == .balanced)
            #expect(kept.after.legs.first?.donations.isEmpty == true)
            #expect(kept.after.exchange.id == exchange.exchange.id)
            // Its own month, long over: a summary of it by hand.
            let day = try #require(try await test.ledger.donation(donation)).donatedOn.date
            let month = String(day.description.prefix(7))
            _ = try await test.ledger.runNow("monthly", period: month, reason: "test", desk)
            let told = try await test.foresee(donation, .reverse)
            #expect(told.summaries.map(\.period) == [month])
            // The story of the donation names the same: it was given then, whenever recorded.
            let story = try #require(
                try await test.ledger.timeline(ofDonation: donation, rowsMax: 99))
            #expect(story.filter { $0.kind == .summary }.map(\.id) == told.summaries.map(\.id))
        }
    }
}

extension TestLedger {
    func foresee(
        _ donation: Identifier, _ action: CorrectionAction,
        _ change: (inout CorrectionDraft) -> Void = { _ in }
    ) async throws -> CorrectionForesight {
        var draft = CorrectionDraft(donation: donation, action: action, reason: "입력 착오")
        change(&draft)
        let answer = try await ledger.foresee(draft, version: nil, author: author)
        guard case .foreseen(let foresight) = answer else {
            Issue.record("\(answer)")
            throw LedgerFailure.bug
        }
        return foresight
    }
}
