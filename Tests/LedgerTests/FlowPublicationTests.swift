import Hometown
import Ledger
import TestSupport
import Testing

/// What everybody is told of gifts between governments: a few that nobody's name is published with
/// are not counted beside those of mayors.
@Suite struct FlowPublicationTests {
    private static let now = "2027-01-10T01:00:00Z"

    /// Flows of a year or month as the office and as everybody reads them.
    private func flows(
        _ test: TestLedger, _ schedule: String, _ period: String, revising: Int32? = nil
    ) async throws -> (office: [String], everybody: [String], unnamed: [Int64]) {
        let facts = try await test.filed(schedule, period, at: Self.now, revising: revising).facts
        let told = { (facts: Facts) in
            facts.donations.flows.map { flow in
                let figures = [flow.added, flow.total].map { tally in
                    tally.cover?.rawValue ?? "\(tally.count)"
                }
                return "\(flow.giver.code)>\(flow.recipient.code) "
                    + figures.joined(separator: " ")
            }
        }
        return (
            told(facts), told(facts.published), facts.donations.flows.map(\.unnamedTotal)
        )
    }

    private func record(
        _ draft: DonationDraft, _ key: String, _ test: TestLedger
    ) async throws -> Identifier {
        try test.id(
            await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request(key)))
    }

    /// Private people of Sejong give to Busan along the leg of an exchange.
    private func giveAlong(
        _ exchange: Identifier, _ days: [String], _ test: TestLedger
    ) async throws {
        let leg = try #require(try await test.ledger.exchange(exchange)?.legs.first?.id)
        for day in days {
            let gift = try await record(
                test.intake(100_000, donor: day, to: "26000", on: day), day, test)
            _ = try test.id(
                await test.ledger.record(
                    LinkDraft(exchange: exchange, donation: gift, leg: leg),
                    request: test.request("link \(day)")))
        }
    }

    @Test func `gifts of private people along a leg are withheld while they are few`() async throws
    {
        try await TestLedger.with { test in
            let mayor = try await test.mayor("세종", of: "36110")
            for day in ["2026-02-03", "2026-03-05"] {
                _ = try await record(
                    test.reported(by: mayor, to: "26000", on: day, 100_000), "m \(day)", test)
            }
            _ = try await record(
                test.reported(by: mayor, to: "43000", on: "2026-03", 100_000), "month", test)
            _ = try await record(
                test.reported(by: mayor, to: "43000", on: "2026", 100_000), "year", test)
            try await test.seal()
            let first = try await flows(test, "yearly", "2026")
            #expect(first.office == ["36110>26000 2 2", "36110>43000 2 2"])
            #expect(first.everybody == first.office)
            #expect(first.unnamed == [0, 0])

            let day = try #require(EventDate("2026-03-05"))
            let legs = [
                LegDraft(from: "36110", to: "26000", happenedOn: day, people: 1),
                LegDraft(from: "26000", to: "36110"),
            ]
            let exchange = try test.id(
                await test.ledger.record(
                    ExchangeDraft(occasion: .other, happenedOn: day, legs: legs),
                    request: test.request("exchange")))
            try await giveAlong(exchange, ["2026-03-06", "2026-03-07"], test)
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let few = try await flows(test, "yearly", "2026", revising: folding ? 1 : 0)
                #expect(few.office == ["36110>26000 4 4", "36110>43000 2 2"])
                #expect(few.everybody == ["36110>26000 withheld withheld", "36110>43000 2 2"])
                #expect(few.unnamed == [2, 0])
            }

            try await giveAlong(
                exchange, ["2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04", "2026-04-05"],
                test)
            try await test.seal()
            let many = try await flows(test, "yearly", "2026", revising: 2)
            #expect(many.everybody == ["36110>26000 9 9", "36110>43000 2 2"])
            // Five of April are enough, and leave the two of March to be told by subtraction.
            let april = try await flows(test, "monthly", "2026-04")
            #expect(april.office == ["36110>26000 5 9", "36110>43000 0 1"])
            #expect(april.everybody == ["36110>26000 withheld withheld", "36110>43000 0 1"])
        }
    }

    @Test func `the gifts of the articles are all of public life`() async throws {
        try await TestLedger.loaded { test in
            try await test.seal()
            let articles = try await flows(test, "yearly", "2023")
            #expect(articles.unnamed.allSatisfy { $0 == 0 })
            #expect(articles.everybody == articles.office)
            #expect(articles.office.count == 7)
        }
    }
}
