import Hometown
import Ledger
import Postgres
import Testing
import TestSupport

/// A relay with one runner on record, and what the ledger takes and refuses from there.
@Suite struct RelayTests {
    private struct Start {
        let relay: Identifier
        let runner: Identifier
        let run: Identifier
    }

    private func start(_ test: TestLedger) async throws -> Start {
        let relay = try await test.relay()
        let runner = try await test.person("갑")
        let run = try await test.ledger.record(
            ParticipationDraft(relay: relay, person: runner, happenedOn: EventDate("2026-03-02")),
            request: test.request("run"))
        return Start(relay: relay, runner: runner, run: try test.id(run))
    }

    private func nominate(
        _ nominee: Identifier, from run: Identifier, in relay: Identifier, _ test: TestLedger,
        key: String
    ) async throws -> Answer {
        try await test.ledger.record(
            NominationDraft(relay: relay, participation: run, nominee: nominee),
            request: test.request(key))
    }

    @Test func `a run answers several nominations, brings donations and names the next`()
        async throws
    {
        try await TestLedger.with { test in
            let start = try await start(test)
            let (next, last) = (try await test.person("을"), try await test.person("병"))
            let other = try test.id(
                await test.ledger.record(
                    ParticipationDraft(relay: start.relay, person: last, isImplied: true),
                    request: test.request("implied")))
            let edges = [
                try test.id(
                    await nominate(next, from: start.run, in: start.relay, test, key: "1")),
                try test.id(await nominate(next, from: other, in: start.relay, test, key: "2")),
            ]
            let draft = ParticipationDraft(
                relay: start.relay, person: next, happenedOn: EventDate("2026-03-05"),
                answers: edges, proof: .init(link: "https://example.org/1"), comment: "소감",
                nominees: [.init(person: try await test.person("정"))],
                donations: [try test.reported(by: next, to: "36110", 50_000)])
            let run = try test.id(
                await test.ledger.record(draft, request: test.request("answer")))
            let relay = try #require(try await test.ledger.relay(start.relay))
            let node = try #require(relay.participations.first { $0.id == run })
            #expect(node.comment == "소감")
            #expect(node.proofLink == "https://example.org/1")
            #expect(node.donations.count == 1)
            #expect(relay.nominations.count { $0.answeredBy == run } == 2)
            #expect(relay.nominations.count { $0.nomination.state == .open } == 1)
            #expect(relay.nominations.last?.happenedOn == EventDate("2026-03-05"))
            let donation = try #require(try await test.ledger.donation(node.donations[0]))
            #expect(donation.participation == run)
        }
    }

    @Test func `a relay that is kept at hand is read anew once anything was recorded or sealed`()
        async throws
    {
        try await TestLedger.with { test in
            let start = try await start(test)
            func kept() async throws -> FiguredRelay {
                try #require(try await test.ledger.figuredRelay(start.relay))
            }
            #expect(try await kept().record.participations.map(\.logIndex) == [nil])
            #expect(try await kept().figures.states[.open, default: 0] == 0)
            _ = try await nominate(
                try await test.person("을"), from: start.run, in: start.relay, test, key: "1")
            #expect(try await kept().figures.states[.open, default: 0] == 1)
            #expect(try await kept().record == (try await test.ledger.relay(start.relay)))
            try await test.publish()
            #expect(try await kept().record.participations.first?.logIndex != nil)
            #expect(try await test.ledger.figuredRelay(start.run) == nil)
        }
    }

    @Test func `nobody nominates himself, with the run or after it`() async throws {
        try await TestLedger.with { test in
            let start = try await start(test)
            #expect(
                try await nominate(start.runner, from: start.run, in: start.relay, test, key: "n")
                    .reasons == ["nominee nomination_to_self"])
            let next = try await test.person("을")
            let draft = ParticipationDraft(
                relay: start.relay, person: next, nominees: [.init(person: next)])
            #expect(
                try await test.ledger.record(draft, request: test.request("p")).reasons
                    == ["nominee nomination_to_self"])
        }
    }

    @Test func `one run names one person once, and the refusal says whom`() async throws {
        try await TestLedger.with { test in
            let start = try await start(test)
            let next = try await test.person("을")
            let first = try await nominate(
                next, from: start.run, in: start.relay, test, key: "1")
            #expect(first.receipt != nil)
            let second = try await nominate(
                next, from: start.run, in: start.relay, test, key: "2")
            #expect(second == .refused([.nominationDuplicate(nominee: "을")]))
        }
    }

    @Test func `nominations never form a loop`() async throws {
        try await TestLedger.with { test in
            let start = try await start(test)
            let next = try await test.person("을")
            let edge = try test.id(
                await nominate(next, from: start.run, in: start.relay, test, key: "1"))
            let run = try test.id(
                await test.ledger.record(
                    ParticipationDraft(
                        relay: start.relay, person: next, happenedOn: EventDate("2026-03-05"),
                        answers: [edge]), request: test.request("2")))
            let back = try test.id(
                await nominate(start.runner, from: run, in: start.relay, test, key: "3"))
            // No request can close a loop, for a run answers only what was there before it. The
            // database holds it all the same.
            let closing = try await #require(throws: PostgresError.self) {
                try await test.pool.withConnection {
                    try await $0.execute(
                        """
                        INSERT INTO nomination_answer (
                            nomination_id, relay_id, participation_id, entry_id)
                        VALUES ('\(back)', '\(start.relay)', '\(start.run)', 1)
                        """)
                }
            }
            #expect(closing.constraintName == "nomination_cycle")
            // Running again in another year is another node and no loop.
            let again = ParticipationDraft(
                relay: start.relay, person: start.runner, happenedOn: EventDate("2025-12-01"),
                answers: [back])
            #expect(
                try await test.ledger.record(again, request: test.request("4")).receipt != nil)
        }
    }

    @Test func `only the nominee answers, and a nomination is answered once`() async throws {
        try await TestLedger.with { test in
            let start = try await start(test)
            let (next, other) = (try await test.person("을"), try await test.person("병"))
            let edge = try test.id(
                await nominate(next, from: start.run, in: start.relay, test, key: "1"))
            func answer(_ person: Identifier, _ edge: Identifier, on day: String) async throws
                -> [String]
            {
                try await test.ledger.record(
                    ParticipationDraft(
                        relay: start.relay, person: person, happenedOn: EventDate(day),
                        answers: [edge]), request: test.request("answer \(day)")
                ).reasons
            }
            #expect(
                try await answer(other, edge, on: "2026-03-03") == ["answers reference_unknown"])
            #expect(
                try await answer(next, start.run, on: "2026-03-03")
                    == ["answers reference_unknown"])
            #expect(try await answer(next, edge, on: "2026-03-04").isEmpty)
            #expect(
                try await answer(next, edge, on: "2025-03-04") == ["answers nomination_answered"])
        }
    }

    @Test func `a person runs once a year, and never tomorrow`() async throws {
        try await TestLedger.with { test in
            let start = try await start(test)
            func run(_ date: EventDate?) async throws -> [String] {
                let draft = ParticipationDraft(
                    relay: start.relay, person: start.runner, happenedOn: date)
                return try await test.ledger.record(
                    draft, request: test.request("run \(date?.text ?? "-")")
                ).reasons
            }
            #expect(try await run(EventDate("2026-01")) == ["person participation_duplicate"])
            #expect(try await run(EventDate("2025-12-31")).isEmpty)
            #expect(try await run(nil).isEmpty)
            let tomorrow = try await test.ledger.now().koreanDate.adding(days: 1)
            #expect(
                try await run(EventDate(tomorrow)) == ["participated_on participation_in_future"])
            #expect(try await run(EventDate("0026")) == ["participated_on date_invalid"])
        }
    }

    @Test func `a refused donation refuses the run and names itself`() async throws {
        try await TestLedger.with { test in
            let start = try await start(test)
            let mayor = try await test.mayor("시장", of: "36110")
            let draft = ParticipationDraft(
                relay: start.relay, person: mayor,
                donations: [
                    try test.reported(by: mayor, to: "11000"),
                    try test.reported(by: mayor, to: "없는시"),
                ])
            #expect(
                try await test.ledger.record(draft, request: test.request("p")).reasons
                    == ["donations[1].recipient government_unknown"])
            #expect(try await test.count("participation") == 1)
            #expect(try await test.count("donation") == 0)
        }
    }

    @Test func `relays, runs and people that do not exist are refused by name`() async throws {
        try await TestLedger.with { test in
            let start = try await start(test)
            let nothing = Identifier(high: 1, low: 2)
            let noRelay = ParticipationDraft(relay: nothing, person: start.runner)
            let noPerson = ParticipationDraft(relay: start.relay, person: nothing)
            #expect(
                try await test.ledger.record(noRelay, request: test.request("1")).reasons
                    == ["relay reference_unknown"])
            #expect(
                try await test.ledger.record(noPerson, request: test.request("1")).reasons
                    == ["person reference_unknown"])
            #expect(
                try await nominate(nothing, from: start.run, in: start.relay, test, key: "1")
                    .reasons == ["nominee reference_unknown"])
            #expect(
                try await nominate(start.runner, from: nothing, in: start.relay, test, key: "1")
                    .reasons == ["participation_id reference_unknown"])
            let noStarter = RelayDraft(name: Bilingual("가", "A"), startedBy: nothing)
            #expect(
                try await test.ledger.record(noStarter, request: test.request("1")).reasons
                    == ["started_by reference_unknown"])
        }
    }
}
