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
}
