import Hometown
import Ledger
import Postgres
import Synchronization
import TestSupport
import Testing
import Timetable

/// What a summary tells of platforms, of projects, of a relay, and of who is one human when.
@Suite struct TakingsContentTests {
    private static let now = "2027-01-10T01:00:00Z"

    private func record(_ draft: DonationDraft, _ key: String, _ test: TestLedger) async throws {
        _ = try test.id(
            await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request(key)))
    }

    @Test func `what came through private platforms is told by their names, folded or not`()
        async throws
    {
        try await TestLedger.with { test in
            for (place, name) in ["가나은행", "가나은행", "다라페이", nil].enumerated() {
                var draft = test.intake(100_000, donor: "\(place)", on: "2026-02-0\(place + 1)")
                draft.channel = .privatePlatform
                draft.channelName = name
                try await record(draft, "\(place)", test)
            }
            _ = try await test.give(1, donor: "bank", key: "bank")
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let facts = try await test.filed(
                    "yearly", "2026", at: Self.now, revising: folding ? 0 : nil
                ).facts
                let platforms = try #require(facts.donations[.platform])
                #expect(
                    platforms.shares.map { "\($0.name.korean) \($0.tally.count)" }
                        == ["가나은행 2", "다라페이 1", "이름 미상 1"])
                #expect(facts.donations.whole(of: .platform).count == 4)
                // Few of a channel are withheld with it, whatever they are called.
                let published = facts.published.donations
                #expect(published[.platform]?.shares.allSatisfy { $0.tally.cover != nil } == true)
            }
        }
    }

    @Test func `a project is told with what it raised so far, and its goal`() async throws {
        try await TestLedger.with { test in
            var numbers: [String] = []
            for (name, goal) in [("도서관", Int64(1_000_000)), ("공원", 0)] {
                let draft = ProjectDraft(
                    name: Bilingual(name, name), government: "36110", purpose: .community,
                    openFrom: try #require(CivilDate("2025-01-01")),
                    goal: goal > 0 ? Won(goal) : nil)
                let made = try await test.ledger.record(draft, request: test.request(name))
                numbers.append(try #require(made.receipt).no)
                let project = try test.id(made)
                for (place, day) in ["2025-05-05", "2026-03-02"].enumerated() where goal > 0 {
                    var gift = test.intake(
                        200_000 * Int64(place + 1), donor: "\(place)", on: day)
                    gift.project = project
                    try await record(gift, "\(name) \(place)", test)
                }
            }
            try await test.seal()
            let facts = try await test.filed("monthly", "2026-03", at: Self.now).facts
            let projects = facts.donations.projects
            #expect(projects.map(\.number) == numbers)
            #expect(projects[0].goal == Won(1_000_000) && projects[1].goal == nil)
            #expect(projects[0].period == Facts.Tally(count: 1, amount: Won(400_000)))
            #expect(projects[0].total == Facts.Tally(count: 2, amount: Won(600_000)))
            #expect(projects[1].total == Facts.Tally())
            #expect(projects.map(\.government.code) == ["36110", "36110"])
            // One gift before this period would follow from the two figures.
            #expect(facts.published.donations.projects[0].total.cover != nil)
        }
    }

    @Test func `a relay is told with its figures, as the log knew them`() async throws {
        try await TestLedger.loaded { test in
            try await test.seal()
            let facts = try await test.filed("relay-state", "2026-W52", at: Self.now).facts
            let figures = try #require(facts.relays.first?.figures)
            #expect(figures.participations == 3 && figures.nominations == 3)
            #expect(figures.count(.answered) == 2 && figures.count(.open) == 1)
            #expect(figures.depth == 1 && figures.longestChain == 2)
            #expect(figures.openAges.over90 + figures.openAges.undetermined == 1)
            #expect(figures.governments == 3)
        }
    }

    @Test func `donations are cut by their days, exchanges and runs by what the log knows`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try test.id(await test.give(10_000, donor: "1", on: "2026-01-10", key: "1"))
            _ = try test.id(await test.give(20_000, donor: "2", on: "2026-02-10", key: "2"))
            let later = try #require(EventDate("2026-02-10"))
            let exchange = ExchangeDraft(
                occasion: .other, happenedOn: later,
                legs: [
                    LegDraft(from: "11000", to: "36110", happenedOn: later, people: 1),
                    LegDraft(from: "36110", to: "11000"),
                ])
            _ = try test.id(await test.ledger.record(exchange, request: test.request("exchange")))
            let run = ParticipationDraft(
                relay: try await test.relay(), person: try await test.person("가나다"),
                happenedOn: EventDate("2026-01-20"))
            _ = try test.id(await test.ledger.record(run, request: test.request("run")))
            try await test.seal()
            let january = try await test.filed("monthly", "2026-01", at: Self.now).facts
            #expect(january.donations.total == Facts.Tally(count: 1, amount: Won(10_000)))
            #expect(january.exchanges.map(\.state) == [.oneSided])
            let told = try #require(january.relays.first)
            // It was in January and is recorded today.
            #expect(told.participations == 1 && told.addedParticipations == 0)
        }
    }

    @Test func `a disputed gift that was reversed counts only where it was filed so`()
        async throws
    {
        try await TestLedger.with { test in
            var ids: [Identifier] = []
            for key in ["1", "2"] {
                var draft = test.intake(100_000, donor: key, to: "11710")
                draft.origin = .reported
                ids.append(
                    try test.id(
                        await test.ledger.record(
                            draft, content: draft.canonical.bytes, request: test.request(key))))
            }
            try await test.seal()
            let before = try await test.filed("monthly", "2026-03", at: Self.now)
            #expect(before.facts.donations.disputed.count == 2)
            try await test.corrected(ids[0], .reverse)
            try await test.seal()
            let unmoved = try await test.ledger.recheck(before.run, test.desk(at: Self.now))
            #expect(unmoved.verdict == .identical)
            let renderers: [(version: Int, disputed: Int64, revising: Int32)] = [
                (8, 1, 0), (7, 2, 1),
            ]
            for renderer in renderers {
                let (facts, run) = try await test.filed(
                    "monthly", "2026-03", at: Self.now, revising: renderer.revising,
                    renderer: renderer.version)
                #expect(facts.donations.disputed.count == 1)
                let told = Mutex<Int64?>(nil)
                let desk = try test.desk(at: Self.now, renderer: renderer.version) { facts in
                    told.withLock { $0 = facts.donations.disputed.count }
                }
                _ = try await test.ledger.recheck(run, desk)
                let again = told.withLock { $0 }
                #expect(again == renderer.disputed)
            }
        }
    }

    @Test func `every exchange, relay and figure is told, however many pages they fill`()
        async throws
    {
        try await TestLedger.with { test in
            let day = try #require(EventDate("2025-01-10"))
            for number in 1...3 {
                let exchange = ExchangeDraft(
                    occasion: .other, happenedOn: day,
                    legs: [
                        LegDraft(from: "11000", to: "36110", happenedOn: day, people: 1),
                        LegDraft(from: "36110", to: "11000"),
                    ])
                let relay = RelayDraft(name: Bilingual("챌린지 \(number)", "Challenge \(number)"))
                var use = FundFigureDraft(
                    year: 2025, figure: .use, amount: Won(1_000), document: "결산서 \(number)쪽")
                use.purpose = .community
                _ = try test.id(
                    await test.ledger.record(exchange, request: test.request("e\(number)")))
                _ = try test.id(
                    await test.ledger.record(relay, request: test.request("r\(number)")))
                _ = try test.id(await test.ledger.record(use, request: test.request("u\(number)")))
            }
            try await test.seal()
            var ledger = test.ledger
            ledger.reportPageMax = 2
            let told = Mutex<Facts?>(nil)
            let desk = try test.desk(at: "2026-01-20T01:00:00Z") { facts in
                told.withLock { $0 = facts }
            }
            _ = try await ledger.runNow("publication", period: "2025", reason: "시험", desk)
            let facts = try #require(told.withLock { $0 })
            #expect(facts.exchanges.count == 3)
            #expect(
                facts.relays.map(\.name.korean) == ["챌린지 1", "챌린지 2", "챌린지 3"])
            #expect(
                facts.publication?.lines.map(\.document)
                    == ["결산서 1쪽", "결산서 2쪽", "결산서 3쪽"])
        }
    }

    private func donors(_ facts: Facts) -> [Int64] {
        let donors = facts.donations.period.donors
        return [donors.count, donors.new, donors.atCap].map(\.count)
    }

    /// A person who has 12 million and a donor who has 8, joined to the person; sealed.
    private func joined(_ test: TestLedger) async throws -> (
        person: Identifier, joining: Identifier
    ) {
        let person = try await test.person("가나다")
        var own = test.intake(12_000_000, to: "30000", on: "2026-01-10")
        own.donor = .person(person)
        try await record(own, "own", test)
        _ = try test.id(await test.give(8_000_000, donor: "same", on: "2026-02-03", key: "same"))
        let joining = try test.id(
            await test.ledger.record(
                DonorJoiningDraft(person: person, donor: test.ledger.secret.donor("same")),
                request: test.request("join")))
        return (person, joining)
    }

    @Test func `who is parted again counts as two from the parting on, and as one before it`()
        async throws
    {
        try await TestLedger.with { test in
            let (person, joining) = try await joined(test)
            try await test.seal()
            let one = try await test.filed("yearly", "2026", at: Self.now)
            #expect(donors(one.facts) == [1, 1, 1])
            _ = try test.id(
                await test.ledger.record(
                    DonorPartingDraft(person: person, joining: joining, reason: "다른 사람"),
                    request: test.request("part")))
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let two = try await test.filed(
                    "yearly", "2026", at: Self.now, revising: folding ? 1 : 0)
                #expect(donors(two.facts) == [2, 2, 0])
                #expect(
                    try await test.ledger.recheck(one.run, test.desk(at: Self.now)).verdict
                        == .identical)
            }
            // Joined to whom it belongs, the donor is one with that person.
            let other = try await test.person("라마바")
            var gift = test.intake(1, to: "30000", on: "2026-03-03")
            gift.donor = .person(other)
            try await record(gift, "other", test)
            _ = try test.id(
                await test.ledger.record(
                    DonorJoiningDraft(person: other, donor: test.ledger.secret.donor("same")),
                    request: test.request("again")))
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let moved = try await test.filed(
                    "yearly", "2026", at: Self.now, revising: folding ? 3 : 2)
                #expect(donors(moved.facts) == [2, 2, 0])
                #expect(
                    try await test.ledger.recheck(one.run, test.desk(at: Self.now)).verdict
                        == .identical)
            }
        }
    }

    @Test func `a parting from before reports knew of any changes none of theirs`() async throws {
        try await TestLedger.with { test in
            let (person, joining) = try await joined(test)
            _ = try test.id(
                await test.ledger.record(
                    DonorPartingDraft(person: person, joining: joining, reason: "다른 사람"),
                    request: test.request("part")))
            try await test.seal(folding: false)
            // As the migration found it.
            try await test.run(
                """
                ALTER TABLE donor_parting DISABLE TRIGGER donor_parting_append_only;
                UPDATE donor_parting SET counts_from = (SELECT size FROM tree_head)
                """)
            try await test.seal()
            let one = try await test.filed("yearly", "2026", at: Self.now)
            #expect(donors(one.facts) == [1, 1, 1])
            _ = try await test.give(1, donor: "third", key: "third")
            for folding in [false, true] {
                try await test.seal(folding: folding)
                let three = try await test.filed(
                    "yearly", "2026", at: Self.now, revising: folding ? 1 : 0)
                #expect(donors(three.facts) == [3, 3, 0])
                #expect(
                    try await test.ledger.recheck(one.run, test.desk(at: Self.now)).verdict
                        == .identical)
            }
        }
    }
}
