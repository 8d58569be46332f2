import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// Several daemons over one relay at the same moment.
@Suite struct RelayRaceTests {
    /// Runners of one relay, and as many daemons.
    private func withDaemons(
        _ count: Int, runners: Int,
        _ body: (_ daemons: [TestLedger], _ relay: Identifier, _ people: [Identifier], [Identifier])
            async throws -> Void
    ) async throws {
        try await TestLedger.with { test in
            let relay = try await test.relay()
            var people: [Identifier] = []
            var runs: [Identifier] = []
            for number in 0..<runners {
                people.append(try await test.person("주자 \(number)"))
                let draft = ParticipationDraft(
                    relay: relay, person: people[number], happenedOn: EventDate("2026-03-02"))
                runs.append(
                    try test.id(await test.ledger.record(draft, request: test.request("\(number)")))
                )
            }
            var daemons = [test]
            for _ in 1..<count { daemons.append(try await TestLedger(conninfo: test.conninfo)) }
            try await body(daemons, relay, people, runs)
            for daemon in daemons.dropFirst() { await daemon.pool.close() }
        }
    }

    /// Every ordered pair of runners is nominated and answered by both daemons at once. Whatever
    /// wins, nobody is named twice and no way leads back.
    @Test func `two daemons never close a loop and never draw an edge twice`() async throws {
        let runners = 6
        try await withDaemons(2, runners: runners) { daemons, relay, people, runs in
            let pairs = (0..<runners).flatMap { from in
                (0..<runners).filter { $0 != from }.map { (from, $0) }
            }
            let answers = try await withThrowingTaskGroup(of: [Answer].self) { group in
                for (place, daemon) in daemons.enumerated() {
                    // In opposite orders, so that they meet.
                    for (from, to) in place == 0 ? pairs : pairs.reversed() {
                        group.addTask {
                            let nomination = try await daemon.ledger.record(
                                NominationDraft(
                                    relay: relay, participation: runs[from], nominee: people[to]),
                                request: daemon.request("\(place) \(from) \(to)"))
                            guard let id = nomination.receipt?.id else { return [nomination] }
                            let reply = ReplyDraft(
                                relay: relay, nomination: id, kind: .answered,
                                participation: runs[to])
                            return [
                                nomination,
                                try await daemon.ledger.record(
                                    reply, request: daemon.request("reply \(place) \(from) \(to)")),
                            ]
                        }
                    }
                }
                return try await group.reduce(into: [Answer]()) { $0 += $1 }
            }
            for answer in answers where answer.receipt == nil {
                let isForeseen = answer.reasons.allSatisfy {
                    $0.hasSuffix("nomination_cycle") || $0.hasSuffix("nomination_duplicate")
                }
                #expect(isForeseen && !answer.reasons.isEmpty, "\(answer)")
            }
            let graph = try #require(try await daemons[1].ledger.relayGraph(relay)).graph
            // Each pair was named once; of two opposite ones one was answered at most.
            #expect(graph.nominations.count == pairs.count)
            #expect(Set(graph.nominations.map { [$0.nominator, $0.nominee] }).count == pairs.count)
            // An order without loops answers every pair in its direction.
            #expect(graph.nominations.count { $0.state == .answered } == pairs.count / 2)
            for run in runs { #expect(!graph.descendants(of: run).contains(run)) }
            #expect(graph.contradictions.isEmpty)
        }
    }

    /// One list, loaded by two daemons at once: recorded once.
    @Test func `the same list from two daemons at once is recorded once`() async throws {
        try await withDaemons(2, runners: 1) { daemons, relay, _, _ in
            let header = EdgeList.Column.allCases.map(\.rawValue)
            let rows = (0..<40).map { ["갑\($0 / 2)", "", "을\($0)", "", "2025-03", ""] }
            let list = try EdgeListReader(today: try #require(CivilDate("2026-03-02")))
                .read([header] + rows)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for daemon in daemons {
                    group.addTask {
                        for turn in 0..<3 {
                            _ = try await daemon.ledger.importRelay(
                                list, into: relay,
                                request: daemon.request("\(daemon.author.id) \(turn)"))
                        }
                    }
                }
                try await group.waitForAll()
            }
            let graph = try #require(try await daemons[0].ledger.relayGraph(relay)).graph
            #expect(graph.nominations.count == 40)
            #expect(graph.participations.count == 21)
            #expect(try await daemons[0].count("person") == 61)
        }
    }
}
