import Hometown
import Ledger
import Postgres
import TestSupport
import Testing
import Timetable

/// Schedules over a real ledger, on a clock that the test sets.
@Suite struct ScheduleTests {
    /// A desk whose files say what they were made from, at an instant of its own.
    private func desk(_ test: TestLedger, at now: String) throws -> SummaryDesk {
        let now = try #require(Instant(now))
        return SummaryDesk(
            author: test.author, daemon: Identifier(high: 1, low: 1), time: { _ in now }
        ) { facts in
            let text = "\(facts.heading.periodKey) \(facts.log.size) \(facts.donations.added)"
            return RenderedSummary(
                title: Bilingual("요약", "Summary"), rendererVersion: 1,
                files: [
                    .init(
                        name: "facts.txt", mediaType: "text/plain", bytes: Array(text.utf8))
                ])
        }
    }

    /// A desk that cannot make anything.
    private func brokenDesk(_ test: TestLedger, at now: String) throws -> SummaryDesk {
        struct Broken: Error {}
        let now = try #require(Instant(now))
        return SummaryDesk(
            author: test.author, daemon: Identifier(high: 2, low: 2), time: { _ in now }
        ) { _ in throw Broken() }
    }

    private static let friday = "2026-11-13T01:00:00Z"
    /// Monday at ten in Seoul.
    private static let monday = "2026-11-16T01:00:00Z"

    /// Every schedule of summaries is known since Friday at ten.
    private func knowing(
        _ body: (TestLedger) async throws -> Void, changing: String = ""
    ) async throws {
        try await TestLedger.with { test in
            try await test.run(
                "UPDATE schedule SET known_since = '\(Self.friday)', settled_through = NULL, "
                    + "is_on = job = 'summary' \(changing)")
            try await body(test)
        }
    }

    private func settle(_ test: TestLedger, _ desk: SummaryDesk) async throws {
        for _ in 0..<20 {
            let found = try await test.ledger.settleSchedules(desk)
            if let next = found.nextDue, next > found.now { return }
        }
    }

    private func history(_ test: TestLedger, _ name: String = "daily") async throws -> [String] {
        try await test.ledger.runs(of: name, rowsMax: 100).reversed().map {
            [$0.period, $0.cause ?? $0.state.rawValue, $0.origin.rawValue]
                .joined(separator: " ")
        }
    }

    @Test func `after a weekend away Monday at ten files what was missed, in order`() async throws {
        try await knowing { test in
            try await settle(test, try desk(test, at: Self.monday))
            #expect(
                try await history(test) == [
                    "2026-11-13 filed catch_up", "2026-11-14 filed catch_up",
                    "2026-11-15 filed catch_up",
                ])
            #expect(try await history(test, "weekly") == ["2026-W46 filed catch_up"])
            #expect(try await history(test, "monthly") == [])
            let reports = try await test.ledger.summaries(rowsMax: 10).reversed().map(\.period)
            #expect(reports == ["2026-11-13", "2026-11-14", "2026-11-15", "2026-W46"])
            #expect(try await test.ledger.runs(of: "daily", rowsMax: 1)[0].lagSeconds == 3600)
        }
    }

    @Test func `the newest alone is filed where only it is wanted, and nothing where nothing is`()
        async throws
    {
        try await knowing(
            { test in
                try await settle(test, try desk(test, at: Self.monday))
                #expect(
                    try await history(test) == [
                        "2026-11-13 superseded scheduled", "2026-11-14 superseded scheduled",
                        "2026-11-15 filed catch_up",
                    ])
            }, changing: ", misfire = 'latest'")
        try await knowing(
            { test in
                try await settle(test, try desk(test, at: Self.monday))
                #expect(
                    try await history(test) == [
                        "2026-11-13 misfire scheduled", "2026-11-14 misfire scheduled",
                        "2026-11-15 misfire scheduled",
                    ])
            }, changing: ", misfire = 'none'")
    }

    @Test func `what came due during a pause is skipped, and by hand filed after all`()
        async throws
    {
        try await knowing { test in
            try await test.run(
                "UPDATE schedule SET paused_at = '\(Self.friday)', pause_note = '점검'")
            let desk = try desk(test, at: Self.monday)
            try await settle(test, desk)
            #expect(try await history(test) == [])
            let resumed = try await test.ledger.resumeSchedule(
                "daily", catchingUp: false, note: nil, desk)
            #expect(resumed.schedule.pause == nil)
            let skipped = try await history(test)
            #expect(skipped.count == 3 && skipped.allSatisfy { $0.contains(" paused ") })
            let manual = try await test.ledger.runNow(
                "daily", period: "2026-11-14", reason: "필요", desk)
            guard case .filed(let run) = manual else { return #expect(Bool(false)) }
            #expect(run.formerCause == "paused" && run.state == .filed && run.cause == nil)
            await #expect(throws: ScheduleProblem.notPaused) {
                try await test.ledger.resumeSchedule(
                    "daily", catchingUp: false, note: nil, desk)
            }
        }
    }

    @Test func `a filed period made again after corrections is the same, byte for byte`()
        async throws
    {
        try await knowing { test in
            let desk = try desk(test, at: Self.monday)
            _ = try await test.give(100_000, key: "1")
            _ = try await test.ledger.seal()
            try await settle(test, desk)
            _ = try await test.give(50_000, donor: "two", key: "2")
            _ = try await test.ledger.seal()
            let again = try await test.ledger.runNow(
                "daily", period: "2026-11-15", reason: "확인", desk)
            guard case .rechecked(let recheck) = again else { return #expect(Bool(false)) }
            #expect(recheck.verdict == .identical)
            #expect(recheck.outputHash == recheck.run.outputHash)
            let revised = try await test.ledger.runNow(
                "daily", period: "2026-11-15", reason: "정정", revising: 0, desk)
            guard case .filed(let run) = revised else { return #expect(Bool(false)) }
            #expect(run.revision == 1 && run.outputHash != recheck.outputHash)
            await #expect(throws: ScheduleProblem.notNewest(revision: 1)) {
                try await test.ledger.runNow(
                    "daily", period: "2026-11-15", reason: "다시", revising: 0, desk)
            }
        }
    }

    @Test func `a run by hand is seen before, and nothing is filed, claimed or delivered`()
        async throws
    {
        let tables = [
            "entry", "unsealed", "run", "run_attempt", "run_request", "summary", "summary_file",
            "delivery", "kept_answer", "idempotency",
        ]
        try await knowing { test in
            let desk = try desk(test, at: Self.monday)
            let receiver = try Receiver(name: "share", kind: .directory, address: "/srv/share")
            _ = try await test.ledger.addReceiver(receiver, note: nil, author: test.author)
            _ = try await test.give(100_000, key: "1")
            _ = try await test.ledger.seal()
            func counts() async throws -> [Int64] {
                var counts: [Int64] = []
                for table in tables { counts.append(try await test.count(table)) }
                return counts
            }
            func foresee(_ revision: Int32? = nil) async throws -> RunForesight {
                try await test.ledger.foreseeRun(
                    "daily", period: "2026-11-15", revising: revision, desk)
            }
            let before = try await counts()
            guard case .files(let report) = try await foresee() else {
                return #expect(Bool(false), "it would be filed")
            }
            #expect(try await counts() == before)
            #expect(try await history(test) == [])
            #expect(report.period == "2026-11-15" && report.revision == 0)
            let head = try await test.ledger.treeHead()
            #expect(report.logSize == head.size)
            let manual = try await test.ledger.runNow(
                "daily", period: "2026-11-15", reason: "확인", desk)
            guard case .filed(let run) = manual else { return #expect(Bool(false)) }
            let summary = try #require(run.summary)
            let file = try await test.ledger.summaryFile("facts.txt", of: summary)
            #expect(file?.bytes == report.rendered.files.first?.bytes)
            #expect(try await test.count("delivery") == 1)
            _ = try await test.ledger.seal()
            let filed = try await counts()
            #expect(try await foresee() == .stands(run))
            guard case .files(let revised) = try await foresee(0) else {
                return #expect(Bool(false), "a revision would be filed")
            }
            #expect(revised.revision == 1 && revised.logSize > report.logSize)
            #expect(try await counts() == filed)
        }
    }

    @Test func `what cannot be run by hand cannot be seen before, and is refused alike`()
        async throws
    {
        try await knowing { test in
            let desk = try desk(test, at: Self.monday)
            func refused(_ revision: Int32?, _ period: String, _ problem: ScheduleProblem) async {
                await #expect(throws: problem) {
                    try await test.ledger.foreseeRun(
                        "daily", period: period, reason: "확인", revising: revision, desk)
                }
                await #expect(throws: problem) {
                    try await test.ledger.runNow(
                        "daily", period: period, reason: "확인", revising: revision, desk)
                }
            }
            await refused(0, "2026-11-15", .notNewest(revision: nil))
            await refused(
                nil, "2026-11-16", .unfinishedPeriod("2026-11-16", newest: "2026-11-15"))
            _ = try await test.ledger.runNow("daily", period: nil, reason: "먼저", desk)
            await refused(.max, "2026-11-15", .notNewest(revision: 0))
            await refused(7, "2026-11-15", .notNewest(revision: 0))
            await #expect(throws: ScheduleProblem.checksAsOfNow) {
                try await test.ledger.foreseeRun(
                    "roll-up", period: nil, reason: "확인", desk)
            }
            let broken = try brokenDesk(test, at: Self.monday)
            await #expect(throws: LedgerFailure.bug) {
                try await test.ledger.foreseeRun(
                    "daily", period: "2026-11-14", reason: "확인", broken)
            }
            #expect(try await history(test) == ["2026-11-15 filed manual"])
            #expect(try await test.count("run_attempt") == 1)
        }
    }

    @Test func `a backfill files what is missing, in order, and a million periods are refused`()
        async throws
    {
        try await knowing { test in
            let desk = try desk(test, at: Self.monday)
            let (first, last) = (
                try #require(CivilDate("2026-10-30")), try #require(CivilDate("2026-11-02"))
            )
            func fill(_ isRehearsal: Bool) async throws -> Backfill {
                try await test.ledger.backfill(
                    "daily", from: first, to: last, reason: "이관", isRehearsal: isRehearsal, desk)
            }
            let days = ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"]
            #expect(try await fill(true).periods.map(\.text) == days)
            #expect(try await history(test) == [])
            _ = try await fill(false)
            _ = try await test.ledger.settleRequests(of: "daily", desk)
            #expect(try await history(test) == days.map { "\($0) filed backfill" })
            let again = try await fill(false)
            #expect(again.periods == [] && again.filedCount == 4)
            let ever = try #require(CivilDate("0001-01-01"))
            await #expect(
                throws: ScheduleProblem.tooManyPeriods(max: Ledger.backfillPeriodsMax)
            ) {
                try await test.ledger.backfill(
                    "daily", from: ever, to: last, reason: "x", isRehearsal: true, desk)
            }
        }
    }

    @Test func `a run that cannot be made is tried thrice, given up, told, and taken up by hand`()
        async throws
    {
        try await knowing { test in
            for minute in ["00", "01", "02", "03"] {
                let broken = try brokenDesk(test, at: "2026-11-14T00:\(minute):00Z")
                _ = try await test.ledger.settleSchedules(broken)
            }
            #expect(try await history(test) == ["2026-11-13 Broken catch_up"])
            let run = try #require(try await test.ledger.runs(of: "daily", rowsMax: 1).first)
            let tries = try #require(try await test.ledger.run(run.id)).attempts
            #expect(tries.map(\.attempt) == [1, 2, 3])
            #expect(tries.allSatisfy { $0.outcome == .failed && $0.errorCode == "Broken" })
            let now = try #require(Instant("2026-11-14T00:10:00Z"))
            let overdue = try await test.ledger.overduePeriods(afterSeconds: 300) { _ in now }
            #expect(overdue.map(\.period) == ["2026-11-13"])
            let working = try desk(test, at: "2026-11-14T00:10:00Z")
            _ = try await test.ledger.runNow(
                "daily", period: "2026-11-13", reason: "고침", working)
            #expect(try await history(test) == ["2026-11-13 filed manual"])
            #expect(
                try await test.ledger.overduePeriods(afterSeconds: 300) { _ in now } == [])
        }
    }

    @Test func `a period that closed and that nothing ran is told, with no timekeeper at all`()
        async throws
    {
        try await knowing { test in
            // Due at nine on Saturday in Seoul; five minutes are nobody's concern.
            for (time, periods) in [
                ("2026-11-14T00:04:59Z", []), ("2026-11-14T00:05:00Z", ["2026-11-13"]),
                (Self.monday, ["2026-11-13", "2026-11-14", "2026-11-15", "2026-W46"]),
            ] {
                let now = try #require(Instant(time))
                let overdue = try await test.ledger.overduePeriods(afterSeconds: 300) { _ in now }
                #expect(overdue.map(\.period) == periods, "\(time)")
            }
            try await settle(test, try desk(test, at: Self.monday))
            let now = try #require(Instant(Self.monday))
            #expect(try await test.ledger.overduePeriods(afterSeconds: 300) { _ in now } == [])
        }
    }

    @Test func `a schedule is made, moved, switched off and on, and remembers who did`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = ScheduleDraft()
            draft.rule = .yearly(month: 2, day: .last)
            draft.onWorkingDays = true
            let made = try await test.ledger.makeSchedule(
                "february", draft, note: "제13조", author: test.author)
            #expect(made.schedule.rule == draft.rule && made.schedule.workingDays != nil)
            await #expect(throws: ScheduleProblem.nameTaken("february")) {
                try await test.ledger.makeSchedule(
                    "february", draft, note: nil, author: test.author)
            }
            var impossible = ScheduleDraft()
            impossible.rule = .yearly(month: 2, day: .number(31))
            await #expect(throws: ScheduleProblem.fault(.day(31, month: 2, max: 29))) {
                try await test.ledger.changeSchedule(
                    "february", impossible, note: nil, author: test.author)
            }
            var off = ScheduleDraft()
            off.isOn = false
            off.at = TimeOfDay(hour: 18, minute: 30)
            let changed = try await test.ledger.changeSchedule(
                "february", off, note: nil, author: test.author)
            #expect(!changed.isOn && changed.schedule.at.text == "18:30")
            let changes = try await test.ledger.changes(of: changed, rowsMax: 10)
            #expect(changes.map(\.action) == [.changed, .created])
            #expect(changes.map(\.author) == ["tester", "tester"])
        }
    }

    @Test func `holidays move what is due and a list without working days is refused`()
        async throws
    {
        try await TestLedger.with { test in
            let day = try #require(CivilDate("2027-01-01"))
            try await test.ledger.loadHolidays(
                [Holiday(on: day, name: "신정")], author: test.author)
            try await test.ledger.loadHolidays(
                [Holiday(on: day, name: "새해 첫날")], author: test.author)
            #expect(try await test.ledger.holidays().map(\.name) == ["새해 첫날"])
            let month = (0..<31).map { Holiday(on: day.adding(days: $0), name: "휴일") }
            await #expect(throws: ScheduleProblem.endlessBreak(day)) {
                try await test.ledger.loadHolidays(month, author: test.author)
            }
            #expect(try await test.ledger.holidays().count == 1)
        }
    }
}
