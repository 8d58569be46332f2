import Hometown
import Ledger
import Postgres
import TestSupport
import Testing
import Transparency

/// One human may be forgotten, and has one cap.
@Suite struct ErasureTests {
    private func verify(_ test: TestLedger) async throws -> LedgerFault? {
        try await test.publish()
        return try await test.ledger.verify(
            Verification(keys: [TestLedger.signingKey().verifier], outside: [])
        ).fault
    }

    private func erase(
        _ subject: ErasureDraft.Subject, _ test: TestLedger, key: String = "erase"
    ) async throws -> Answer {
        try await test.ledger.record(
            ErasureDraft(subject, reason: "정보주체의 요구"), request: test.request(key))
    }

    @Test func `a donor's fields go from all the donor's gifts, and the book still holds`()
        async throws
    {
        try await TestLedger.with { test in
            let first = try test.id(await test.give(100_000, donor: "a", key: "1"))
            _ = try await test.give(200_000, donor: "a", key: "2")
            _ = try await test.give(300_000, donor: "b", key: "3")
            #expect(try await verify(test) == nil)
            let before = try await test.count("personal")
            let answer = try await erase(.donorOf(donation: first), test)
            #expect(answer.receipt?.kind == .erasure)
            #expect(try await test.count("personal") == before - 2)
            #expect(try await test.count("erased_entry") == 2)
            #expect(try await verify(test) == nil)
            // The total stays: who asks to be forgotten does not get a second cap.
            let more = try await test.give(20_000_000, donor: "a", key: "4")
            #expect(more.reasons == ["amount over_annual_cap"])
        }
    }

    @Test func `what was quoted of a gift later on goes with it`() async throws {
        try await TestLedger.with { test in
            let gift = try test.id(await test.give(100_000, donor: "a", key: "1"))
            let source = try test.id(
                await test.ledger.record(
                    SourceDraft(outlet: "신문", language: .korean), request: test.request("paper")))
            let claim = ClaimDraft(source: source, quote: "홍길동 씨가 십만원")
            _ = try test.id(
                await test.ledger.record(
                    ClaimsDraft(subject: gift, claims: [claim]), request: test.request("claim")))
            let before = try await test.count("personal")
            _ = try await erase(.donorOf(donation: gift), test)
            #expect(try await test.count("personal") == before - 2)
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `what was said of a correction and of its approval goes, and every proof stays`()
        async throws
    {
        try await TestLedger.with { test in
            var ledger = test.ledger
            ledger.fourEyesFrom = Won(1_000_000)
            let small = try test.id(await test.give(100_000, key: "1"))
            let big = try test.id(await test.give(1_000_000, key: "2"))
            let other = try test.id(await test.give(100_000, donor: "b", key: "3"))
            try await test.corrected(small, .amend, key: "c1") { $0.changes[.donorName] = "홍길순" }
            try await test.corrected(other, .reverse, key: "c2")
            let draft = CorrectionDraft(donation: big, action: .reverse, reason: "홍길동의 요구")
            guard
                case .answered(let asked) = try await ledger.correct(
                    draft, version: nil, request: test.request("c3"))
            else { throw LedgerFailure.bug }
            let boss = try await ledger.author(.account, name: "boss")
            _ = try test.id(
                await test.decide(
                    test.id(asked), .approve, by: boss, reason: "홍길동 확인", key: "yes"))
            #expect(try await verify(test) == nil)
            _ = try await erase(.donorOf(donation: small), test)
            for donation in [small, big] {
                let told = try #require(try await test.ledger.corrections(of: donation))
                #expect(told.count == 1 && told.allSatisfy { $0.reason == nil })
            }
            let kept = try #require(try await test.ledger.corrections(of: other))
            #expect(kept.map(\.reason) == ["입력 착오"])
            try await test.run(
                """
                DO $$ BEGIN
                    ASSERT NOT EXISTS (SELECT FROM personal WHERE fields::text LIKE '%홍길%');
                END $$
                """)
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `a correction that still waits cannot be approved without what it said`()
        async throws
    {
        try await TestLedger.with { test in
            var ledger = test.ledger
            ledger.fourEyesFrom = Won(1_000_000)
            let big = try test.id(await test.give(1_000_000, key: "1"))
            let draft = CorrectionDraft(donation: big, action: .reverse, reason: "사유")
            guard
                case .answered(let asked) = try await ledger.correct(
                    draft, version: nil, request: test.request("c"))
            else { throw LedgerFailure.bug }
            _ = try await erase(.donorOf(donation: big), test)
            let boss = try await ledger.author(.account, name: "boss")
            let answer = try await test.decide(test.id(asked), .approve, by: boss, key: "yes")
            #expect(answer.reasons == ["reason reason_required"])
            let no = try await test.decide(
                test.id(asked), .reject, by: boss, reason: "파기됨", key: "no")
            #expect(no.receipt != nil)
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `what is gone cannot be erased again, what never was cannot be erased`()
        async throws
    {
        try await TestLedger.with { test in
            let gift = try test.id(await test.give(100_000, key: "1"))
            _ = try await erase(.donorOf(donation: gift), test)
            let again = try await erase(.donorOf(donation: gift), test, key: "again")
            #expect(again.reasons == ["id already_recorded"])
            guard case .replayed = try await erase(.donorOf(donation: gift), test) else {
                Issue.record("the same request is answered as the first time")
                return
            }
            let nobody = try await erase(.person(Identifier(high: 9, low: 9)), test, key: "n")
            #expect(nobody.reasons == ["id reference_unknown"])
        }
    }

    @Test func `a person who is erased has no name left and keeps the offices`() async throws {
        try await TestLedger.with { test in
            let mayor = try await test.mayor("가나다", of: "36110")
            _ = try await test.ledger.record(
                test.reported(by: mayor, to: "30000", 100_000), content: [1],
                request: test.request("gift"))
            _ = try await erase(.person(mayor), test)
            let record = try #require(try await test.ledger.people(ids: [mayor]).first)
            #expect(record.person.name == nil && record.offices.count == 1)
            #expect(try await test.ledger.donations(rowsMax: 9).count == 1)
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `fields that somebody took away without a word are found`() async throws {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, key: "1")
            try await test.run("DELETE FROM personal")
            let fault = try await verify(test)
            #expect(fault?.cause == .rowDiffers(table: "personal"), "\(String(describing: fault))")
        }
    }

    @Test func `a public person and the donor under the same key are one human with one cap`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(15_000_000, donor: "same", to: "30000", key: "private")
            let draft = PersonDraft(
                name: Bilingual("가나다", "Ganada"), donor: test.ledger.secret.donor("same"),
                offices: [
                    OfficeDraft(
                        title: Bilingual("시장", "Mayor"), government: "36110",
                        heldFrom: CivilDate("2023-01-01"))
                ])
            let person = try test.id(
                await test.ledger.record(draft, request: test.request("person")))
            var gift = test.intake(6_000_000, to: "30000")
            gift.donor = .person(person)
            let over = try await test.ledger.record(
                gift, content: [1], request: test.request("over"))
            #expect(over.reasons == ["amount over_annual_cap"])
            // What the person gave in private is not published under the name.
            let published = try await test.ledger.donations(rowsMax: 9)
            #expect(published.map(\.person) == [nil])
            let twin = try await test.ledger.record(draft, request: test.request("twin"))
            #expect(twin.reasons == ["donor_key already_recorded"])
            #expect(try await verify(test) == nil)
        }
    }
}
