import Hometown
import Ledger
import Postgres
import TestSupport
import Testing
import Timetable

/// What a summary is told, over a real ledger, folded and not.
@Suite struct TakingsTests {
    private func shares(_ facts: Facts, _ facet: Facts.Facet) -> [String] {
        (facts.donations[facet]?.shares ?? []).filter { $0.tally.count > 0 }
            .map { "\($0.key) \($0.tally.count) \($0.tally.amount.amount)" }
    }

    /// Two donors; one gives in January, both in February, one of them a year before.
    private func giveSome(_ test: TestLedger) async throws -> [Identifier] {
        var ids: [Identifier] = []
        for (key, donor, won, day, recipient) in [
            ("a", "kim", Int64(100_000), "2025-02-03", "36110"),
            ("b", "kim", 100_000, "2026-01-10", "36110"),
            ("c", "kim", 50_000, "2026-02-02", "26000"),
            ("d", "lee", 1_000_000, "2026-02-02", "36110"),
            ("e", "lee", 200_000, "2026-02-09", "36110"),
        ] {
            ids.append(
                try test.id(
                    await test.give(won, donor: donor, to: recipient, on: day, key: key)))
        }
        return ids
    }

    @Test func `a month is told with those it is compared with, folded or not`() async throws {
        var told: [Facts] = []
        for folding in [false, true] {
            try await TestLedger.with { test in
                _ = try await giveSome(test)
                try await test.seal(folding: folding)
                let facts = try await test.filed(
                    "monthly", "2026-02", at: "2026-03-01T01:00:00Z"
                ).facts
                let donations = facts.donations
                #expect(donations.added == Facts.Tally(count: 3, amount: Won(1_250_000)))
                #expect(donations.period.donors == Facts.Donors(count: 2, new: 1))
                #expect(donations.previous?.tally == Facts.Tally(count: 1, amount: Won(100_000)))
                #expect(donations.yearBefore?.donors == Facts.Donors(count: 1, new: 1))
                #expect(donations.yearToDate.amount == Won(1_350_000))
                #expect(donations.total == Facts.Tally(count: 5, amount: Won(1_450_000)))
                #expect(donations.months.map(\.count) == [1, 3])
                #expect(
                    shares(facts, .band) == [
                        "below 1 50000", "toTwoHundredThousand 1 200000",
                        "belowFiveMillion 1 1000000",
                    ])
                #expect(shares(facts, .channel) == ["bank_counter 3 1250000"])
                #expect(shares(facts, .residence) == ["11000 3 1250000"])
                #expect(shares(facts, .purpose) == ["none 3 1250000"])
                #expect(
                    donations.recipients.map {
                        "\($0.party.code) \($0.period.tally.count) \($0.period.donors.new.count)"
                    } == ["26000 1 1", "36110 2 1"])
                #expect(facts.heading.kind == .monthly)
                #expect(!facts.hasEarlierReport)
                told.append(facts)
            }
        }
        #expect(told[0].donations == told[1].donations)
    }

    @Test func `a gift of an unknown day is one of its month or its year, and of no day`()
        async throws
    {
        for folding in [false, true] {
            try await TestLedger.with { test in
                _ = try await test.give(1, donor: "day", on: "2026-01-01", key: "day")
                for (donor, won, date) in [
                    ("day", Int64(10), "2026-01"), ("month", 100, "2026-03"),
                    ("year", 1_000, "2026"), ("month", 10_000, "2026"),
                ] {
                    let draft = test.heard(won, donor: donor, on: date)
                    _ = try test.id(
                        await test.ledger.record(
                            draft, content: draft.canonical.bytes,
                            request: test.request("\(donor) \(won)")))
                }
                try await test.seal(folding: folding)
                let now = "2027-01-10T01:00:00Z"
                func told(_ schedule: String, _ period: String) async throws -> [Int64] {
                    let donations = try await test.filed(schedule, period, at: now)
                        .facts.donations
                    return [
                        donations.added.amount.amount, donations.period.donors.count.count,
                        donations.period.donors.new.count, donations.undated.count,
                        donations.yearToDate.amount.amount, donations.total.amount.amount,
                    ]
                }
                #expect(try await told("daily", "2026-01-01") == [1, 1, 1, 0, 1, 1])
                #expect(try await told("daily", "2026-03-01") == [0, 0, 0, 0, 11, 11])
                #expect(try await told("weekly", "2026-W01") == [1, 1, 1, 0, 1, 1])
                #expect(try await told("monthly", "2026-01") == [11, 1, 1, 1, 11, 11])
                #expect(try await told("monthly", "2026-03") == [100, 1, 0, 1, 111, 111])
                #expect(try await told("quarterly", "2026-Q1") == [111, 2, 1, 2, 111, 111])
                #expect(
                    try await told("yearly", "2026") == [11_111, 3, 3, 4, 11_111, 11_111])
            }
        }
    }

    @Test func `a residence counts under the province of the gift's day, erased or not`()
        async throws
    {
        try await TestLedger.with { test in
            for (key, code, day) in [
                ("old", "29140", "2026-06-30"), ("moved", "29140", "2026-08-03"),
                ("new", "12240", "2026-08-03"), ("split", "28110", "2026-08-03"),
            ] {
                var draft = test.intake(100_000, donor: key, on: day)
                draft.residence = Residence(
                    .government(code), basis: .documentSubmitted,
                    checkedOn: draft.donatedOn.date)
                _ = try test.id(
                    await test.ledger.record(
                        draft, content: draft.canonical.bytes, request: test.request(key)))
            }
            let expected = ["12000 2 200000", "28000 1 100000", "29000 1 100000"]
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let facts = try await test.filed(
                    "yearly", "2026", at: "2027-01-10T01:00:00Z",
                    revising: folding ? 0 : nil
                ).facts
                #expect(shares(facts, .residence) == expected)
            }
            try await test.run("DELETE FROM personal")
            #expect(try await test.ledger.checkTakings().faults == 0)
        }
    }

    @Test func `a log of an earlier size is told as it was, and the next period what changed`()
        async throws
    {
        try await TestLedger.with { test in
            let ids = try await giveSome(test)
            try await test.seal()
            let now = "2026-03-01T01:00:00Z"
            let first = try await test.filed("monthly", "2026-02", at: now)
            try await test.corrected(ids[3], .reverse)
            try await test.corrected(ids[1], .amend, key: "amend") {
                $0.changes[.amount] = "90000"
            }
            _ = try await test.give(30_000, donor: "park", on: "2026-01-20", key: "late")
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let again = try await test.ledger.recheck(
                    first.run, test.desk(at: now))
                #expect(again.verdict == .identical)
            }
            let march = try await test.filed("monthly", "2026-03", at: "2026-04-01T01:00:00Z")
                .facts
            #expect(march.hasEarlierReport)
            #expect(
                march.corrections.map {
                    "\($0.kind) \($0.donatedOn.text) \($0.change.count) "
                        + "\($0.change.amount.amount) \($0.donation == nil ? "-" : "named")"
                } == [
                    "late 2026-01 1 30000 -", "amended 2026-01-10 -1 -100000 named",
                    "amended 2026-01-10 1 90000 named",
                    "reversed 2026-02-02 -1 -1000000 named",
                ])
            #expect(march.donations.total == Facts.Tally(count: 5, amount: Won(470_000)))
            #expect(march.donations.previous?.donors == Facts.Donors(count: 2, new: 1))
        }
    }

    @Test func `gifts of the holders of offices go from government to government`() async throws {
        try await TestLedger.loaded { test in
            try await test.seal()
            let facts = try await test.filed("yearly", "2023", at: "2026-03-01T01:00:00Z").facts
            #expect(facts.donations.added == Facts.Tally(count: 7, undisclosed: 7))
            #expect(
                facts.donations.flows.map { "\($0.giver.code)>\($0.recipient.code)" } == [
                    "30000>11000", "36110>11000", "11000>30000", "36110>30000", "11000>36110",
                    "36110>43000", "36110>44000",
                ])
            #expect(facts.donations.previous == nil)
        }
    }

    @Test func `whose residence is erased leaves the province in the figures`() async throws {
        try await TestLedger.with { test in
            let ids = try await giveSome(test)
            try await test.seal()
            try await test.run(
                "DELETE FROM personal USING donation WHERE donation.entry_id = personal.entry_id")
            #expect(try await test.ledger.checkTakings().faults == 0)
            try await test.corrected(ids[4], .reverse)
            try await test.seal()
            let facts = try await test.filed(
                "monthly", "2026-02", at: "2026-03-01T01:00:00Z"
            ).facts
            #expect(shares(facts, .residence) == ["11000 2 1050000"])
        }
    }

    private func donors(_ facts: Facts) -> [Int64] {
        let period = facts.donations.period.donors
        let before = facts.donations.previous?.donors ?? Facts.Donors()
        return [period.count, period.new, period.atCap, before.count, before.new].map(\.count)
    }

    @Test func `donors who are joined are one from then on, and two in the log before it`()
        async throws
    {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            var own = test.intake(12_000_000, to: "30000", on: "2026-01-10")
            own.donor = .person(person)
            _ = try test.id(
                await test.ledger.record(
                    own, content: own.canonical.bytes, request: test.request("own")))
            for (key, donor, won, day) in [
                ("a", "same", Int64(8_000_000), "2026-02-03"), ("b", "same", 1, "2025-12-30"),
                ("c", "other", 1, "2026-02-04"),
            ] {
                _ = try test.id(await test.give(won, donor: donor, on: day, key: key))
            }
            try await test.seal()
            let now = "2027-01-02T01:00:00Z"
            let two = try await test.filed("yearly", "2026", at: now)
            #expect(donors(two.facts) == [3, 2, 0, 1, 1])
            _ = try test.id(
                await test.ledger.record(
                    DonorJoiningDraft(
                        person: person, donor: test.ledger.secret.donor("same")),
                    request: test.request("join")))
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let revision: Int32 = folding ? 1 : 0
                let one = try await test.filed(
                    "yearly", "2026", at: now, revising: revision)
                #expect(donors(one.facts) == [2, 1, 1, 1, 1])
                let again = try await test.ledger.recheck(
                    two.run, test.desk(at: now))
                #expect(again.verdict == .identical)
            }
            // What one of them takes back was the human's.
            let gifts = try await test.ledger.donations(rowsMax: 9)
            let first = try #require(gifts.first { $0.donatedOn.text == "2025-12-30" })
            try await test.corrected(first.id, .reverse)
            try await test.seal()
            let last = try await test.filed("yearly", "2026", at: now, revising: 2)
            #expect(donors(last.facts) == [2, 2, 1, 0, 0])
        }
    }
}
