import Hometown
import Testing

@Suite struct FactsTests {
    @Test func `Tallies add up part by part`() {
        let disclosed = Facts.Tally(count: 2, amount: Won(200_000), undisclosed: 0)
        let hidden = Facts.Tally(count: 3, undisclosed: 3)
        #expect(
            disclosed + hidden == Facts.Tally(count: 5, amount: Won(200_000), undisclosed: 3))
        #expect(Facts.Tally() + hidden == hidden)
    }

    @Test func `Ages are counted from the Korean day on which the summary is due`() throws {
        let period = try #require(CivilDate("2026-11-19"))
        let heading = Facts.Heading(
            schedule: "daily", periodKey: "2026-11-19", period: period...period,
            scheduledFor: try #require(Instant("2026-11-19T15:30:00Z")),
            nextScheduledFor: try #require(Instant("2026-11-20T15:30:00Z")))
        let facts = Facts(
            heading: heading, log: Facts.Log(size: 0, root: ""),
            donations: Facts.Donations(
                period: Facts.Standing(), total: Facts.Tally(), disputed: 0, flows: []),
            agreements: 0, exchanges: [], relays: [], corrections: [])
        #expect(facts.day == CivilDate("2026-11-20"))
    }

    @Test(arguments: [
        (1_000_000_000, 150_000_000), (1_000_000_001, 130_000_000),
        (10_000_000_001, 1_200_000_000), (20_000_000_001, 2_000_000_000), (0, 0),
    ])
    func `The limit of collection costs falls in steps`(_ row: (Int64, Int64)) {
        #expect(Facts.Publication.collectionCostLimit(before: Won(row.0)) == Won(row.1))
    }

    @Test func `Gifts have a limit since 2024, of the year's own receipts`() {
        let (now, before) = (Won(3), Won(100))
        let made = { (year: Int) in
            Facts.Publication(year: year, lines: [], returns: [], receipts: now, before: before)
        }
        #expect(made(2023).giftCostLimit == nil)
        #expect(made(2024).giftCostLimit == .zero)
        #expect(made(2025).collectionCostLimit == Won(15))
    }
}
