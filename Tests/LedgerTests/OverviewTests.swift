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
}
