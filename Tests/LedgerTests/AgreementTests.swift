import Hometown
import Ledger
import Testing
import TestSupport

@Suite struct AgreementTests {
    private static let draft = AgreementDraft(
        kind: .exchange, title: Bilingual("협약", "Agreement"),
        parties: [.init(government: "11000"), .init(government: "36110")],
        signedOn: EventDate(CivilDate(daysSinceEpoch: 20_000)),
        fields: [.init(name: Bilingual("분야", "Field"), note: "note")])

    @Test func `names of parties are those of the day of signing`() async throws {
        try await TestLedger.with { test in
            var draft = AgreementTests.draft
            draft.parties[1] = .init(government: "전라북도")
            draft.signedOn = try #require(EventDate("2010"))
            let id = try test.id(
                await test.ledger.record(draft, request: test.request("a")))
            let record = try #require(try await test.ledger.agreement(id))
            #expect(record.parties.map(\.name.korean) == ["서울특별시", "전라북도"])
            #expect(record.fields.map(\.note) == ["note"])
            #expect(record.agreement.no.hasPrefix("A-20"))
            #expect(try await test.ledger.agreement(Identifier(high: 1, low: 2)) == nil)
        }
    }

    @Test func `one party alone, one party twice and unknown ones are refused`() async throws {
        try await TestLedger.with { test in
            func reasons(_ parties: [String]) async throws -> [String] {
                var draft = AgreementTests.draft
                draft.parties = parties.map { AgreementDraft.Party(government: $0) }
                return try await test.ledger.record(draft, request: test.request("a")).reasons
            }
            #expect(try await reasons(["11000"]) == ["parties too_few"])
            #expect(try await reasons(["11000", "서울특별시"]) == ["parties party_repeated"])
            #expect(try await reasons(["11000", "99999"]) == ["parties government_unknown"])
            #expect(
                try await reasons(["11000", "중구"]) == ["parties government_name_ambiguous"])
            let kept = try await test.count("agreement")
            #expect(kept == 0)
        }
    }

    @Test func `what is too long for one entry is refused, and what just fits is recorded`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = AgreementTests.draft
            draft.fields = (1...10).map { number in
                AgreementDraft.Field(
                    name: Bilingual("분야 \(number)", "Field \(number)"),
                    note: String(repeating: "가", count: 2_000))
            }
            let refused = try await test.ledger.record(draft, request: test.request("a"))
            #expect(refused.reasons == ["entry entry_too_large"])
            #expect(try await test.count("agreement") == 0)
            draft.fields.removeLast()
            let id = try test.id(
                await test.ledger.record(draft, request: test.request("a")))
            #expect(try await test.ledger.agreement(id)?.fields.count == 9)
        }
    }

    @Test func `references that lead nowhere are refused by the field that names them`()
        async throws
    {
        try await TestLedger.with { test in
            let nothing = Identifier(high: 1, low: 2)
            var draft = AgreementTests.draft
            draft.predecessor = nothing
            #expect(
                try await test.ledger.record(draft, request: test.request("a")).reasons
                    == ["predecessor reference_unknown"])
            draft = AgreementTests.draft
            draft.parties[0].signatory = nothing
            #expect(
                try await test.ledger.record(draft, request: test.request("a")).reasons
                    == ["signatory reference_unknown"])
            draft = AgreementTests.draft
            draft.claims = [ClaimDraft(source: nothing)]
            #expect(
                try await test.ledger.record(draft, request: test.request("a")).reasons
                    == ["source reference_unknown"])
            let kept = try await test.count("agreement")
            #expect(kept == 0)
        }
    }
}
