import Hometown
import Ledger
import Testing
import TestSupport

@Suite struct ExchangeTests {
    private func draft(_ legs: [LegDraft]) throws -> ExchangeDraft {
        ExchangeDraft(
            occasion: .other, happenedOn: try #require(EventDate("2026-03-02")), legs: legs)
    }

    @Test func `legs and the donations along them are recorded together`() async throws {
        try await TestLedger.with { test in
            let day = try #require(EventDate("2026-03-02"))
            let seoul = try await test.mayor("서울", of: "11000")
            let there = LegDraft(
                from: "11000", to: "36110", happenedOn: day,
                donations: [try test.reported(by: seoul, to: "36110", 100_000)])
            let back = LegDraft(from: "36110", to: "11000", happenedOn: day, people: 1)
            let id = try test.id(
                await test.ledger.record(try draft([there, back]), request: test.request("e")))
            let record = try #require(try await test.ledger.exchange(id))
            #expect(record.reciprocity.state == .answered)
            #expect(record.reciprocity.people == .balanced)
            #expect(record.reciprocity.amount == .undetermined)
            let along = try #require(record.legs[0].donations.first)
            let donation = try #require(try await test.ledger.donation(along))
            #expect(donation.exchange == id)
            #expect(donation.leg == record.legs[0].id)
            #expect(donation.amount == Won(100_000))
        }
    }

    @Test func `an awaited leg leaves the exchange one-sided until a gift goes along it`()
        async throws
    {
        try await TestLedger.with { test in
            let day = try #require(EventDate("2026-03-02"))
            let sejong = try await test.mayor("세종", of: "36110")
            let legs = [
                LegDraft(from: "11000", to: "36110", happenedOn: day, people: 3),
                LegDraft(from: "36110", to: "11000"),
            ]
            let id = try test.id(
                await test.ledger.record(try draft(legs), request: test.request("e")))
            #expect(try await test.ledger.exchange(id)?.reciprocity.state == .oneSided)
            var answer = try test.reported(by: sejong, to: "11000", on: "2026-08-01")
            answer.exchange = id
            _ = try test.id(
                await test.ledger.record(
                    answer, content: answer.canonical.bytes, request: test.request("d")))
            let record = try #require(try await test.ledger.exchange(id))
            #expect(record.reciprocity.state == .answered)
            #expect(record.reciprocity.people == .unbalanced)
        }
    }

    @Test func `a refusal names the leg and the donation, and nothing is recorded`()
        async throws
    {
        try await TestLedger.with { test in
            let day = try #require(EventDate("2026-03-02"))
            let before = try await test.count("entry")
            var own = test.intake(10_000, to: "11710")
            own.donatedOn = day
            let legs = [
                LegDraft(
                    from: "11000", to: "36110", happenedOn: day,
                    donations: [test.intake(10_000)]),
                LegDraft(
                    from: "36110", to: "11710", happenedOn: day,
                    donations: [test.intake(10_000, donor: "b", to: "11000"), own]),
            ]
            let answer = try await test.ledger.record(
                try draft(legs), request: test.request("e"))
            guard case .refused(let refusals) = answer else {
                Issue.record("not refused")
                return
            }
            #expect(refusals.map(\.code) == [.recipientIsDonorsMetropolitan])
            #expect(refusals.map(\.field) == ["legs[1].donations[0].recipient"])
            #expect(refusals[0].text.korean.hasPrefix("한쪽 기부 2: 기부 1: "))
            #expect(refusals[0].text.english.hasPrefix("Leg 2: Donation 1: "))
            #expect(try await test.count("entry") == before)
            #expect(try await test.count("donation") == 0)
            #expect(try await test.count("donor_year") == 0)
            #expect(try await test.count("idempotency") == 0)
        }
    }

    @Test(
        "A leg that cannot be is refused by its place",
        arguments: [
            (LegDraft(from: "36110", to: "36110"), "legs[1].parties party_repeated"),
            (LegDraft(from: "36110", to: "없는시"), "legs[1].to government_unknown"),
            (LegDraft(from: "36110", to: "11000", people: 2), "legs[1].on field_missing"),
            (
                LegDraft(
                    from: "36110", to: "11000", happenedOn: EventDate("2026-03-02"), people: 0),
                "legs[1].people number_invalid"
            ),
            (
                LegDraft(
                    from: "36110", to: "11000", happenedOn: EventDate("2026-03-02"),
                    amount: Won(-1)), "legs[1].amount amount_invalid"
            ),
        ])
    func impossible(leg: LegDraft, reason: String) async throws {
        try await TestLedger.with { test in
            let first = LegDraft(from: "11000", to: "36110")
            let answer = try await test.ledger.record(
                try draft([first, leg]), request: test.request("e"))
            #expect(answer.reasons == [reason])
            #expect(try await test.count("exchange") == 0)
        }
    }

    @Test func `an exchange under no agreement on record, or of one leg, is refused`()
        async throws
    {
        try await TestLedger.with { test in
            let legs = [
                LegDraft(from: "11000", to: "36110"), LegDraft(from: "36110", to: "11000"),
            ]
            var unknown = try draft(legs)
            unknown.agreement = Identifier(high: 1, low: 2)
            #expect(
                try await test.ledger.record(unknown, request: test.request("e")).reasons
                    == ["agreement_id reference_unknown"])
            let single = try draft([legs[0]])
            #expect(
                try await test.ledger.record(single, request: test.request("e")).reasons
                    == ["legs too_few"])
        }
    }
}
