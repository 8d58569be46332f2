import Hometown
import Ledger
import Postgres
import Synchronization
import TestSupport
import Testing
import Timetable
import Transparency

/// What schedules do beside the summary, over a real ledger and on a clock that the test sets.
@Suite struct JobTests {
    /// A desk that remembers the facts it was given.
    private final class Told: Sendable {
        private let facts = Mutex<[Facts]>([])

        var all: [Facts] { facts.withLock { $0 } }

        func desk(
            _ test: TestLedger, at now: String, home: String? = "36110"
        ) throws -> SummaryDesk {
            let now = try #require(Instant(now))
            var desk = SummaryDesk(
                author: test.author, daemon: Identifier(high: 1, low: 1), home: home,
                time: { _ in now }
            ) { facts in
                self.facts.withLock { $0.append(facts) }
                return RenderedSummary(
                    title: Bilingual("요약", "Summary"), rendererVersion: 1,
                    files: [
                        .init(
                            name: "facts.txt", mediaType: "text/plain",
                            bytes: Array("\(facts)".utf8))
                    ])
            }
            desk.verification = { Verification(keys: [try TestLedger.signingKey().verifier]) }
            return desk
        }
    }

    private func seal(_ test: TestLedger) async throws {
        while try await test.ledger.seal() > 0 {}
        while try await test.ledger.foldTakings() > 0 {}
    }

    /// Of all schedules only this one is on, and known since the beginning of 2026.
    private func only(_ name: String, _ test: TestLedger) async throws {
        try await test.run(
            "UPDATE schedule SET is_on = name = '\(name)', settled_through = NULL, "
                + "known_since = '2026-01-01T00:00:00Z'")
    }

    private func settle(_ test: TestLedger, _ desk: SummaryDesk) async throws {
        for _ in 0..<20 {
            let found = try await test.ledger.settleSchedules(desk)
            if let next = found.nextDue, next > found.now { return }
        }
    }

    private func history(_ test: TestLedger, _ name: String) async throws -> [String] {
        try await test.ledger.runs(of: name, rowsMax: 100).reversed().map {
            "\($0.period)/\($0.revision) \($0.cause ?? $0.state.rawValue)"
        }
    }

    private func figure(
        _ figure: FundFigure, _ won: Int64, _ test: TestLedger
    ) async throws {
        let draft = FundFigureDraft(
            year: 2025, figure: figure, amount: Won(won), document: "2025 결산서 3쪽")
        _ = try test.id(
            await test.ledger.record(draft, request: test.request("fund \(figure)")))
    }

    @Test func `the year is published in January as a draft and once closed for good`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(1_000_001, on: "2025-05-05", key: "1")
            _ = try await test.give(500_000, on: "2024-05-05", key: "2")
            try await figure(.collectionCost, 80_000, test)
            try await figure(.giftCost, 300_001, test)
            try await seal(test)
            try await only("publication", test)
            let told = Told()
            try await settle(test, try told.desk(test, at: "2026-01-14T23:59:59Z"))
            #expect(try await history(test, "publication") == [])
            let desk = try told.desk(test, at: "2026-01-15T00:00:00Z")
            try await settle(test, desk)
            try await settle(test, desk)
            #expect(try await history(test, "publication") == ["2025/0 filed"])
            try await test.close("2025")
            // What is not in the log yet has not happened.
            try await settle(test, desk)
            #expect(told.all.count == 1)
            try await seal(test)
            try await settle(test, desk)
            try await settle(test, desk)
            #expect(
                try await history(test, "publication") == ["2025/0 filed", "2025/1 filed"])
            #expect(told.all.map(\.heading.state) == [.provisional, .final])
            let published = try #require(told.all.last?.publication)
            #expect(published.collectionCostLimit == Won(75_000))
            #expect(published.giftCostLimit == Won(300_000))
            #expect(published.lines.map(\.figure) == [.collectionCost, .giftCost])
            #expect(told.all[0].heading.kind == .publication)
        }
    }

    @Test func `the first year of the scheme has no limit that is a share of nothing`()
        async throws
    {
        try await TestLedger.loaded { test in
            try await seal(test)
            let told = Told()
            _ = try await test.ledger.runNow(
                "publication", period: "2023", reason: "시험",
                try told.desk(test, at: "2026-01-15T00:00:00Z"))
            let publication = try #require(told.all.first?.publication)
            #expect(publication.collectionCostLimit == nil)
        }
    }

    @Test func `a publication is of one government and of what it took in itself`()
        async throws
    {
        try await TestLedger.with { test in
            for (key, won, recipient, day) in [
                ("1", Int64(1_000_000), "36110", "2025-05-05"),
                ("2", 300_000, "26000", "2025-05-05"),
                ("3", 200_000, "36110", "2024-05-05"), ("4", 500_000, "26000", "2024-05-05"),
            ] {
                _ = try await test.give(won, donor: key, to: recipient, on: day, key: key)
            }
            let heard = test.heard(nil, to: "36110", on: "2025-06")
            _ = try test.id(
                await test.ledger.record(
                    heard, content: heard.canonical.bytes, request: test.request("heard")))
            let back = try test.id(
                await test.give(100_000, donor: "5", to: "26000", on: "2025-07-01", key: "5"))
            try await test.corrected(back, .reverse)
            try await seal(test)
            let told = Told()
            let desk = try told.desk(test, at: "2026-01-20T00:00:00Z")
            let done = try await test.ledger.runNow(
                "publication", period: "2025", reason: "시험", desk)
            guard case .filed(let run) = done else { return #expect(Bool(false)) }
            let facts = try #require(told.all.last)
            #expect(facts.publication?.government?.code == "36110")
            #expect(facts.donations.added == Facts.Tally(count: 1, amount: Won(1_000_000)))
            #expect(facts.donations.previous?.tally.amount == Won(200_000))
            #expect(facts.donations.period.donors == Facts.Donors(count: 1, new: 1))
            #expect(facts.donations.recipients.map(\.party.code) == ["36110"])
            #expect(facts.donations.total.amount == Won(1_200_000))
            #expect(facts.publication?.collectionCostLimit == Won(30_000))
            #expect(facts.publication?.giftCostLimit == Won(300_000))
            #expect(facts.publication?.heard.count == 1)
            // Another setting changes the next edition, and none that was filed.
            let moved = try told.desk(test, at: "2026-01-21T00:00:00Z", home: "26000")
            #expect(try await test.ledger.recheck(run, moved).verdict == .identical)
        }
    }

    @Test func `nothing is published while nobody said whose receipts they are`() async throws {
        try await TestLedger.with { test in
            try await only("publication", test)
            let told = Told()
            let desk = try told.desk(test, at: "2026-01-20T00:00:00Z", home: nil)
            await #expect(throws: ScheduleProblem.homeMissing) {
                try await test.ledger.runNow("publication", period: "2025", reason: "시험", desk)
            }
            for minute in 0..<Retry.permanentAttemptsMax {
                try await settle(
                    test, told.desk(test, at: "2026-01-20T00:0\(minute):00Z", home: nil))
            }
            #expect(try await history(test, "publication") == ["2025/0 home_missing"])
            #expect(told.all.isEmpty)
        }
    }

    @Test func `a year that is opened again and closed once more is published once more`()
        async throws
    {
        try await TestLedger.with { test in
            try await only("publication", test)
            let closing = try await test.close("2025")
            try await seal(test)
            let told = Told()
            let desk = try told.desk(test, at: "2026-01-20T00:00:00Z")
            try await settle(test, desk)
            #expect(told.all.map(\.heading.state) == [.final])
            let asked = try test.id(
                await test.ledger.reopen(
                    ReopeningDraft(closing: closing, reason: "누락"),
                    request: test.request("reopen")))
            let boss = try await test.ledger.author(.account, name: "boss")
            _ = try test.id(await test.decide(asked, .approve, by: boss, key: "approve"))
            try await seal(test)
            try await settle(test, desk)
            #expect(told.all.count == 1)
            try await test.close("2025", key: "again")
            try await seal(test)
            try await settle(test, desk)
            #expect(
                try await history(test, "publication") == ["2025/0 filed", "2025/1 filed"])
        }
    }

    @Test func `months that are closed beside each other make a quarter final, and it stays so`()
        async throws
    {
        try await TestLedger.with { test in
            try await test.close("2026-01", key: "1")
            try await test.close("2026-02", key: "2")
            try await seal(test)
            let told = Told()
            let desk = try told.desk(test, at: "2026-05-01T00:00:00Z")
            let run = try await test.ledger.runNow(
                "quarterly", period: "2026-Q1", reason: "시험", desk)
            guard case .filed(let run) = run else { return #expect(Bool(false)) }
            try await test.close("2026-03", key: "3")
            try await seal(test)
            #expect(try await test.ledger.recheck(run, desk).verdict == .identical)
            _ = try await test.ledger.runNow(
                "quarterly", period: "2026-Q1", reason: "확정", revising: 0, desk)
            #expect(
                told.all.map(\.heading.state) == [.provisional, .provisional, .final])
        }
    }

    @Test
    func `the relay's state counts ages and names who has not passed on, to the office alone`()
        async throws
    {
        try await TestLedger.loaded { test in
            try await seal(test)
            let told = Told()
            _ = try await test.ledger.runNow(
                "relay-state", period: nil, reason: "시험",
                try told.desk(test, at: "2026-11-16T01:00:00Z"))
            let facts = try #require(told.all.first)
            let relay = try #require(facts.relays.first)
            #expect(relay.open.map(\.nominee.name.korean) == ["이명수"])
            #expect(relay.holderCount == Int64(relay.holders.count))
            #expect(relay.participations > relay.holderCount)
            #expect(facts.published.relays.allSatisfy { $0.holders.isEmpty })
            #expect(facts.published.relays.first?.holderCount == relay.holderCount)
        }
    }

    @Test func `a check that met an outage is made again, however often it did`() async throws {
        try await TestLedger.with { test in
            try await only("verify", test)
            let told = Told()
            for hour in 1...5 {
                var desk = try told.desk(test, at: "2026-11-16T0\(hour):00:00Z")
                desk.verification = { throw LedgerFailure.unavailable }
                _ = try await test.ledger.settleSchedules(desk)
            }
            #expect(try await history(test, "verify").allSatisfy { !$0.hasSuffix("unavailable") })
            try await settle(test, try told.desk(test, at: "2026-11-16T09:00:00Z"))
            #expect(try await history(test, "verify").last?.hasSuffix("filed") == true)
        }
    }

    @Test func `the nightly verification is filed, and what it finds wrong is somebody's concern`()
        async throws
    {
        try await TestLedger.loaded { test in
            try await test.publish()
            try await only("verify", test)
            let told = Told()
            let desk = try told.desk(test, at: "2026-11-16T01:00:00Z")
            let sound = try await test.ledger.runNow("verify", period: nil, reason: "시험", desk)
            guard case .filed(let run) = sound else { return #expect(Bool(false)) }
            #expect(run.state == .filed && run.revision == 0 && run.summary == nil)
            let finding = try #require(try await test.ledger.run(run.id)?.finding)
            #expect(finding.fault == nil && finding.figures["log_size"] == run.logSize)
            let good = try #require(try await test.ledger.lastVerification())
            #expect(good.scope?.hasPrefix("ok entries=") == true && good.reason == "시험")
            try await test.tamper(
                "UPDATE donation SET amount = 1 WHERE entry_id IN "
                    + "(SELECT min(entry_id) FROM donation)")
            let broken = try await test.ledger.runNow("verify", period: nil, reason: "시험", desk)
            guard case .filed(let wrong) = broken else { return #expect(Bool(false)) }
            #expect(wrong.state == .failed && wrong.revision == 1)
            #expect(wrong.cause == "row_differs")
            let record = try #require(try await test.ledger.run(wrong.id))
            #expect(record.finding?.fault == "row_differs")
            let bad = try #require(try await test.ledger.lastVerification())
            #expect(bad.scope?.hasPrefix("wrong row_differs entry=") == true)
            #expect(record.attempts.map(\.errorCode) == ["row_differs"])
            // A watcher outside hears of it by the status of `pumasi doctor`.
            let lines = await test.ledger.checkup(overdueAfterSeconds: 300)
            for code in ["timetable", "last_run"] {
                #expect(lines.first { $0.code == code }?.state == .failing, "\(code)")
            }
            let now = try #require(Instant("2026-11-16T01:00:00Z"))
            func overdue() async throws -> [String] {
                try await test.ledger.overduePeriods(afterSeconds: 864_000_000) { _ in now }
                    .map(\.period)
            }
            #expect(try await overdue() == ["2026-11-15"])
            await #expect(throws: ScheduleProblem.checksAsOfNow) {
                try await test.ledger.runNow(
                    "verify", period: nil, reason: "시험", revising: 1, desk)
            }
        }
    }

    @Test func `a roll-up that was changed is found, with the first figure that is wrong`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, on: "2026-02-02", key: "1")
            _ = try await test.give(200_000, on: "2026-03-03", key: "2")
            try await seal(test)
            try await only("roll-up", test)
            let told = Told()
            try await settle(test, try told.desk(test, at: "2026-11-16T01:00:00Z"))
            #expect(
                try await test.ledger.runs(of: "roll-up", rowsMax: 1).map(\.state) == [.filed])
            try await test.tamper(
                "UPDATE takings SET amounts[1] = amounts[1] + 1 WHERE span = 'month' "
                    + "AND starts_on = '2026-02-01' AND recipient_id = 0")
            let check = try await test.ledger.checkTakings()
            #expect(check.faults == 1)
            #expect(
                check.first?.text
                    == "month 2026-02-01 recipient 0 facet 0 member 0: 0 gifts, -1 won, "
                    + "0 undisclosed")
            try await settle(test, try told.desk(test, at: "2026-11-17T01:00:00Z"))
            let run = try #require(try await test.ledger.runs(of: "roll-up", rowsMax: 1).first)
            #expect(run.state == .failed && run.cause == "takings_differ")
            await #expect(throws: ScheduleProblem.checksAsOfNow) {
                try await test.ledger.backfill(
                    "roll-up", from: CivilDate(daysSinceEpoch: 20_000),
                    to: CivilDate(daysSinceEpoch: 20_001), reason: "x", isRehearsal: true,
                    try told.desk(test, at: "2026-11-17T01:00:00Z"))
            }
        }
    }

    @Test func `months of the access log that were kept long enough are told`() async throws {
        try await TestLedger.with { test in
            try await test.run(
                """
                CREATE TABLE IF NOT EXISTS access (at timestamptz NOT NULL)
                    PARTITION BY RANGE (at);
                CREATE TABLE access_2023_01 PARTITION OF access
                    FOR VALUES FROM ('2023-01-01 00:00:00+00') TO ('2023-02-01 00:00:00+00');
                CREATE TABLE access_2126_01 PARTITION OF access
                    FOR VALUES FROM ('2126-01-01 00:00:00+00') TO ('2126-02-01 00:00:00+00');
                """)
            let run = try await test.ledger.runNow(
                "access-retention", period: nil, reason: "시험",
                try Told().desk(test, at: "2026-11-16T01:00:00Z"))
            guard case .filed(let run) = run else { return #expect(Bool(false)) }
            let finding = try #require(try await test.ledger.run(run.id)?.finding)
            #expect(run.state == .filed && finding.fault == nil)
            #expect(finding.items == ["access_2023_01"])
            #expect(finding.figures["months_over"] == 1)
        }
    }

    @Test func `a schedule is made for a job, and what cannot be is refused`() async throws {
        try await TestLedger.with { test in
            var draft = ScheduleDraft()
            draft.job = .ledgerVerification
            let made = try await test.ledger.makeSchedule(
                "noon", draft, note: nil, author: test.author)
            #expect(made.job == .ledgerVerification)
            #expect(made.schedule.misfire == .latest && made.schedule.overlap == .skip)
            var monthly = ScheduleDraft()
            monthly.job = .publication
            monthly.rule = .monthly(day: .last)
            await #expect(throws: ScheduleProblem.publicationIsYearly) {
                try await test.ledger.makeSchedule(
                    "often", monthly, note: nil, author: test.author)
            }
        }
    }

    @Test func `closed days are covered by closings beside each other, and by no others`() throws {
        func closed(_ first: String, _ last: String) throws -> ClosedPeriod {
            ClosedPeriod(
                closing: Identifier(high: 1, low: 1), period: first,
                first: try #require(CivilDate(first)), last: try #require(CivilDate(last)))
        }
        let (first, last) = (
            try #require(CivilDate("2026-01-26")), try #require(CivilDate("2026-02-01"))
        )
        let january = try closed("2026-01-01", "2026-01-31")
        let february = try closed("2026-02-01", "2026-02-28")
        #expect(![january].cover(first...last))
        #expect([february, january].cover(first...last))
        #expect(![february, try closed("2026-01-01", "2026-01-30")].cover(first...last))
        #expect([try closed("2026-01-01", "2026-12-31")].cover(first...last))
        #expect(![ClosedPeriod]().cover(first...last))
    }
}
