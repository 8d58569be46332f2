import Hometown
import Ledger
import Postgres
import Testing
import TestSupport

/// What became of nominations, and claims that contradict what was recorded first.
@Suite struct RelayReplyTests {
    private struct Scene {
        let test: TestLedger
        let relay: Identifier
        let people: [Identifier]
        let runs: [Identifier]
        let source: Identifier

        func nominate(_ from: Int, _ nominee: Int) async throws -> Identifier {
            try test.id(
                await test.ledger.record(
                    NominationDraft(
                        relay: relay, participation: runs[from], nominee: people[nominee],
                        happenedOn: EventDate("2026-03-05")),
                    request: test.request("nominate \(from) \(nominee)")))
        }

        func reply(
            _ nomination: Identifier, _ kind: ReplyDraft.Kind, by run: Int? = nil,
            isSourced: Bool = true
        ) async throws -> Answer {
            try await test.ledger.record(
                ReplyDraft(
                    relay: relay, nomination: nomination, kind: kind,
                    participation: run.map { runs[$0] },
                    claims: isSourced ? [ClaimDraft(source: source)] : []),
                request: test.request("reply \(nomination) \(kind) \(run ?? -1) \(isSourced)"))
        }

        func graph() async throws -> RelayGraph {
            try #require(try await test.ledger.relayGraph(relay)).graph
        }

        func state(_ nomination: Identifier) async throws -> Nomination.State? {
            try await graph().nominations.first { $0.id == nomination }?.state
        }

        /// Adds a claim and follows it.
        func follow(
            _ subject: Identifier, _ attribute: String, _ value: String
        ) async throws -> Answer {
            let claims = try await test.ledger.record(
                ClaimsDraft(
                    subject: subject,
                    claims: [ClaimDraft(source: source, attribute: attribute, value: value)]),
                request: test.request("claim \(subject) \(attribute) \(value)"))
            let entry = try #require(claims.receipt).number
            return try await test.ledger.record(
                ChoiceDraft(
                    subject: subject, attribute: attribute,
                    claim: ChoiceDraft.ClaimPlace(entry: entry, position: 0), reason: "직접 확인"),
                request: test.request("follow \(subject) \(attribute) \(value)"))
        }
    }

    /// Four people, of whom the first three ran.
    private func withScene(_ body: (Scene) async throws -> Void) async throws {
        try await TestLedger.with { test in
            let relay = try await test.relay()
            var people: [Identifier] = []
            for name in ["갑", "을", "병", "정"] { people.append(try await test.person(name)) }
            var runs: [Identifier] = []
            for (place, person) in people.prefix(3).enumerated() {
                runs.append(
                    try test.id(
                        await test.ledger.record(
                            ParticipationDraft(
                                relay: relay, person: person,
                                happenedOn: EventDate("2026-03-0\(place + 1)")),
                            request: test.request("run \(place)"))))
            }
            try await body(
                Scene(
                    test: test, relay: relay, people: people, runs: runs,
                    source: try await test.source()))
        }
    }

    @Test func `a state is said with a source, and taken back by another entry`() async throws {
        try await withScene { scene in
            let nomination = try await scene.nominate(0, 3)
            #expect(
                try await scene.reply(nomination, .declined, isSourced: false).reasons
                    == ["claims field_missing"])
            for (kind, state) in [
                (ReplyDraft.Kind.accepted, Nomination.State.accepted), (.declined, .declined),
                (.lapsed, .lapsed), (.open, .open),
            ] {
                #expect(try await scene.reply(nomination, kind).receipt != nil)
                #expect(try await scene.state(nomination) == state)
            }
        }
    }

    @Test func `a run on record answers later, only whom it names and only once`() async throws {
        try await withScene { scene in
            let nomination = try await scene.nominate(0, 1)
            #expect(
                try await scene.reply(nomination, .answered, by: 2).reasons
                    == ["participation reference_unknown"])
            #expect(try await scene.reply(nomination, .answered, by: 1).receipt != nil)
            #expect(try await scene.state(nomination) == .answered)
            #expect(
                try await scene.reply(nomination, .answered, by: 1, isSourced: false).reasons
                    == ["answers nomination_answered"])
        }
    }

    @Test func `an answer that would close a loop is refused with its way`() async throws {
        try await withScene { scene in
            for (from, to) in [(0, 1), (1, 2)] {
                let nomination = try await scene.nominate(from, to)
                #expect(try await scene.reply(nomination, .answered, by: to).receipt != nil)
            }
            let back = try await scene.nominate(2, 0)
            #expect(
                try await scene.reply(back, .answered, by: 0)
                    == .refused([.nominationCycle(path: ["갑", "을", "병", "갑"])]))
        }
    }

    @Test func `two daemons at once close no loop and record no edge twice`() async throws {
        try await withScene { scene in
            let (there, back) = (
                try await scene.nominate(0, 1), try await scene.nominate(1, 0)
            )
            let other = try await TestLedger(conninfo: scene.test.conninfo)
            func answer(
                _ ledger: Ledger, _ nomination: Identifier, by run: Int, key: String
            ) async throws -> Answer {
                try await ledger.record(
                    ReplyDraft(
                        relay: scene.relay, nomination: nomination, kind: .answered,
                        participation: scene.runs[run]),
                    request: scene.test.request(key))
            }
            async let left = answer(scene.test.ledger, there, by: 1, key: "left")
            async let right = answer(other.ledger, back, by: 0, key: "right")
            let answers = try await [left, right]
            #expect(answers.count { $0.receipt != nil } == 1)
            #expect(answers.flatMap(\.reasons) == ["nominee nomination_cycle"])
            func nominate(_ ledger: Ledger, key: String) async throws -> Answer {
                try await ledger.record(
                    NominationDraft(
                        relay: scene.relay, participation: scene.runs[2],
                        nominee: scene.people[3]), request: scene.test.request(key))
            }
            async let one = nominate(scene.test.ledger, key: "one")
            async let two = nominate(other.ledger, key: "two")
            let named = try await [one, two]
            await other.pool.close()
            #expect(named.count { $0.receipt != nil } == 1)
            #expect(named.flatMap(\.reasons) == ["nominee nomination_duplicate"])
            #expect(try await scene.test.count("nomination_answer") == 1)
        }
    }

    @Test func `a contradicting claim is no edge until somebody follows it`() async throws {
        try await withScene { scene in
            let nomination = try await scene.nominate(0, 1)
            #expect(try await scene.reply(nomination, .answered, by: 1).receipt != nil)
            let claim = try await scene.test.ledger.record(
                ClaimsDraft(
                    subject: nomination,
                    claims: [
                        ClaimDraft(
                            source: scene.source, attribute: "nominee",
                            value: scene.people[3].description)
                    ]), request: scene.test.request("claim"))
            #expect(try await scene.graph().nominations[0].nominee == scene.people[1])
            let place = ChoiceDraft.ClaimPlace(
                entry: try #require(claim.receipt).number, position: 0)
            func choose(_ claim: ChoiceDraft.ClaimPlace?, key: String) async throws -> Answer {
                try await scene.test.ledger.record(
                    ChoiceDraft(
                        subject: nomination, attribute: "nominee", claim: claim, reason: "사진 확인"),
                    request: scene.test.request(key))
            }
            #expect(try await choose(place, key: "1").receipt != nil)
            let followed = try await scene.graph().nominations[0]
            #expect(followed.nominee == scene.people[3])
            #expect(followed.state == .open)
            let record = try #require(try await scene.test.ledger.relay(scene.relay))
            let kept = record.claims.first { $0.attribute == "nominee" }
            #expect(kept?.followed?.author == "tester")
            #expect(kept?.followed?.reason == "사진 확인")
            #expect(try await choose(nil, key: "2").receipt != nil)
            #expect(try await scene.state(nomination) == .answered)
        }
    }

    @Test func `a choice that no relay can hold is refused`() async throws {
        try await withScene { scene in
            let nomination = try await scene.nominate(0, 1)
            #expect(
                try await scene.follow(nomination, "nominee", scene.people[0].description)
                    .reasons == ["nominee nomination_to_self"])
            #expect(
                try await scene.follow(scene.runs[1], "person", scene.people[0].description)
                    .reasons.contains("person participation_duplicate"))
            #expect(
                try await scene.follow(nomination, "nominee", "갑").reasons
                    == ["value reference_unknown"])
            #expect(try await scene.graph().nominations[0].nominee == scene.people[1])
        }
    }

    @Test func `one human recorded twice is read as one, and apart again`() async throws {
        try await withScene { scene in
            let again = try await scene.test.person("정 도지사")
            let nomination = try await scene.nominate(0, 3)
            let run = try scene.test.id(
                await scene.test.ledger.record(
                    ParticipationDraft(
                        relay: scene.relay, person: again, happenedOn: EventDate("2026-04")),
                    request: scene.test.request("again")))
            #expect(
                try await scene.follow(again, "same_as", scene.people[3].description).receipt
                    != nil)
            #expect(try await scene.graph()[run]?.person == scene.people[3])
            let answer = try await scene.test.ledger.record(
                ReplyDraft(
                    relay: scene.relay, nomination: nomination, kind: .answered,
                    participation: run), request: scene.test.request("answer"))
            #expect(answer.receipt != nil, "\(answer)")
            #expect(try await scene.state(nomination) == .answered)
            let apart = try await scene.test.ledger.record(
                ChoiceDraft(
                    subject: again, attribute: "same_as", claim: nil, reason: "다른 사람임"),
                request: scene.test.request("apart"))
            #expect(apart.receipt != nil)
            #expect(try await scene.graph()[run]?.person == again)
            #expect(try await scene.state(nomination) == .open)
        }
    }

    @Test func `a report made again follows what was followed when it was made`() async throws {
        try await withScene { scene in
            let (test, now) = (scene.test, try #require(Instant("2026-11-23T01:00:00Z")))
            let named = try await scene.nominate(0, 1)
            let open = try await scene.nominate(1, 2)
            while try await test.ledger.seal() > 0 {}
            let desk = SummaryDesk(
                author: test.author, daemon: Identifier(high: 1, low: 1), time: { _ in now }
            ) { facts in
                RenderedSummary(
                    title: Bilingual("릴레이", "Relay"), rendererVersion: 1,
                    files: [
                        .init(
                            name: "facts.txt", mediaType: "text/plain",
                            bytes: Array("\(facts.relays.map { ($0.answered, $0.open) })".utf8))
                    ])
            }
            let first = try await test.ledger.runNow(
                "relay-state", period: nil, reason: "시험", desk)
            guard case .filed(let run) = first else { return #expect(Bool(false)) }
            #expect(
                try await scene.follow(named, "nominee", scene.people[3].description).receipt
                    != nil)
            #expect(try await scene.reply(open, .answered, by: 2).receipt != nil)
            while try await test.ledger.seal() > 0 {}
            let again = try await test.ledger.recheck(run, desk)
            #expect(again.verdict == .identical)
            let next = try await test.ledger.runNow(
                "relay-state", period: nil, reason: "정정", revising: 0, desk)
            guard case .filed(let revised) = next else { return #expect(Bool(false)) }
            #expect(
                try await test.ledger.recheck(revised, desk).outputHash != again.outputHash)
        }
    }
}
