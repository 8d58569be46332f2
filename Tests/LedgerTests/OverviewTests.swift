import Hometown
import Ledger
import Testing
import TestSupport

/// What the public page reads, on a real server.
@Suite struct OverviewTests {
    @Test func `the sample's overview has its gifts, both exchanges and the open nomination`()
        async throws
    {
        try await TestLedger.loaded { test in
            let overview = try await test.ledger.overview()
            #expect(overview.gifts.published == Facts.Tally(count: 7, undisclosed: 7))
            #expect(overview.gifts.personal == Facts.Tally())
            #expect(overview.gifts.disputed == 0)
            #expect(overview.donations.count == 7)
            #expect(overview.donations.compactMap(\.donorName).count == 7)
            #expect(overview.agreements.count == 7)
            #expect(overview.exchanges.map(\.reciprocity.state) == [.answered, .answered])
            #expect(overview.publishedDonations.count == 4)
            let open = overview.relays.flatMap(\.nominations).filter { $0.answeredBy == nil }
            #expect(open.count == 1)
            #expect(overview.summary == nil)
            // Gifts that are known to have been given by some day, or in some month, count, too.
            try await test.seal()
            #expect(try await test.ledger.overview().gifts == overview.gifts)
        }
    }

    @Test func `the next summary is a report, and none of the checks that run by night`()
        async throws
    {
        try await TestLedger.with { test in
            let due = try #require(try await test.ledger.overview().nextSummary)
            let ofDay = (due.microseconds + Instant.koreaOffset) % Instant.microsecondsPerDay
            #expect(ofDay == 9 * 3_600_000_000)
        }
    }

    @Test func `of private donors there are sums and nothing else`() async throws {
        try await TestLedger.with { test in
            for key in ["one", "two"] { _ = try await test.give(100_000, donor: key, key: key) }
            let overview = try await test.ledger.overview()
            #expect(overview.gifts.personal == Facts.Tally(count: 2, amount: Won(200_000)))
            #expect(overview.gifts.published == Facts.Tally())
            #expect(overview.donations.isEmpty)
        }
    }

    /// What is rolled up, what waits for it and what waits for the log are counted once each,
    /// whatever was said of a gift in between; every step is held against one plain aggregate.
    @Test func `the sums are the same folded or not, after reversals and restorations`()
        async throws
    {
        try await TestLedger.with { test in
            let mayor = try await test.mayor("서울", of: "11000")
            var gifts: [Identifier] = []
            for (key, won) in [("a", 100_000), ("b", 20_000), ("c", 3_000)] as [(String, Int64)] {
                gifts.append(try test.id(await test.give(won, donor: key, key: key)))
            }
            for (key, draft) in [
                ("heard", try test.reported(by: mayor, to: "36110", on: "2026-03-02", 700)),
                ("heard without amount", test.heard(nil, on: "2026-03-02")),
            ] {
                gifts.append(
                    try test.id(
                        await test.ledger.record(
                            draft, content: draft.canonical.bytes, request: test.request(key))))
            }
            try await expectPlainSums(test)
            try await test.seal()
            try await expectPlainSums(test)

            // Said of folded gifts, and not sealed yet; then sealed and not folded; then folded.
            for gift in gifts.dropFirst(2) {
                try await test.corrected(gift, .reverse, key: "reverse \(gift)")
            }
            let late = try test.id(await test.give(40_000, donor: "d", key: "d"))
            try await test.corrected(late, .reverse, key: "reverse late")
            _ = try await test.give(5_000, donor: "e", key: "e")
            try await expectPlainSums(test)
            try await test.seal(folding: false)
            try await expectPlainSums(test)
            try await test.seal()
            try await expectPlainSums(test)

            for gift in [gifts[2], gifts[3], late] {
                try await test.corrected(gift, .restore, key: "restore \(gift)")
            }
            try await test.corrected(gifts[0], .reverse, key: "reverse first")
            try await test.corrected(gifts[0], .restore, key: "restore first")
            try await expectPlainSums(test)
            let sums = try await test.ledger.overview().gifts
            #expect(sums.published == Facts.Tally(count: 1, amount: Won(700)))
            #expect(sums.personal == Facts.Tally(count: 5, amount: Won(168_000)))
        }
    }

    private func expectPlainSums(
        _ test: TestLedger, at place: SourceLocation = #_sourceLocation
    ) async throws {
        let plain = try await TestServer.shared.psql(
            test.conninfo, ["-qAt"],
            input: """
                SELECT count(*), coalesce(sum(amount), 0), count(*) FILTER (WHERE amount IS NULL)
                FROM donation
                WHERE disputed IS NULL AND unlawful_ground IS NULL
                    AND (SELECT count(*) FROM settlement
                        WHERE settlement.donation_id = donation.id) % 2 = 0;
                """)
        let sums = try await test.ledger.overview().gifts
        let told = [
            sums.published.count + sums.personal.count,
            sums.published.amount.amount + sums.personal.amount.amount,
            sums.published.undisclosed + sums.personal.undisclosed,
        ]
        #expect(
            told.map(String.init).joined(separator: "|") == plain.filter { !$0.isNewline },
            sourceLocation: place)
    }
}
