import Hometown
import Testing
import Timetable

@Suite struct DispositionTests {
    private func decide(_ schedule: Schedule, at now: String) throws -> [String] {
        let now = try #require(Instant(now))
        return schedule.dispositions(of: Array(schedule.due(at: now)), at: now).map {
            "\($0.occurrence.period.text) \($0.disposition)"
        }
    }

    @Test func `All missed periods are caught up, oldest first`() throws {
        #expect(
            try decide(daily(), at: "2023-04-13T00:00:00Z") == [
                "2023-04-10 run", "2023-04-11 run", "2023-04-12 run",
            ])
    }

    @Test func `Only the newest runs where only the newest matters`() throws {
        #expect(
            try decide(daily(misfire: .latest), at: "2023-04-13T00:00:00Z") == [
                "2023-04-10 skip(Timetable.SkipCause.superseded)",
                "2023-04-11 skip(Timetable.SkipCause.superseded)", "2023-04-12 run",
            ])
    }

    @Test func `Without catching up a minute late is on time and more is not`() throws {
        let schedule = try daily(misfire: .none)
        #expect(
            try decide(schedule, at: "2023-04-12T00:01:00Z") == [
                "2023-04-10 skip(Timetable.SkipCause.misfire)", "2023-04-11 run",
            ])
        #expect(
            try decide(schedule, at: "2023-04-11T00:01:00.000001Z") == [
                "2023-04-10 skip(Timetable.SkipCause.misfire)"
            ])
    }

    @Test func `What lies beyond the window is skipped and says so`() throws {
        #expect(
            try decide(daily(catchUpDays: 1), at: "2023-04-13T00:00:00Z") == [
                "2023-04-10 skip(Timetable.SkipCause.window)", "2023-04-11 run", "2023-04-12 run",
            ])
    }

    @Test func `A paused schedule decides nothing and knows what it missed`() throws {
        let schedule = try daily(pausedSince: "2023-04-11T12:00:00Z")
        #expect(try decide(schedule, at: "2023-04-13T00:00:00Z") == [])
        let now = try #require(Instant("2023-04-13T00:00:00Z"))
        #expect(
            schedule.missedByPause(until: now).map(\.period.text) == ["2023-04-11", "2023-04-12"])
        #expect(try daily().missedByPause(until: now) == [])
    }

    @Test func `Whatever happens, every due period is decided exactly once`() throws {
        for misfire in Schedule.Misfire.allCases {
            let schedule = try daily(misfire: misfire, catchUpDays: 3)
            let now = try #require(Instant("2024-04-13T07:00:00Z"))
            let due = Array(schedule.due(at: now))
            #expect(schedule.dispositions(of: due, at: now).map(\.occurrence) == due)
        }
    }

    /// A run of three days, in which three periods came due.
    private func decide(overlapping overlap: Schedule.Overlap) throws -> [String] {
        var schedule = try daily()
        schedule.overlap = overlap
        let begin = try #require(Instant("2023-04-11T00:00:05Z"))
        let end = try #require(Instant("2023-04-14T00:00:00Z"))
        let due = Array(schedule.due(at: end, after: begin))
        return schedule.dispositions(of: due, at: end, during: [begin..<end]).map {
            "\($0.occurrence.period.text) \($0.disposition)"
        }
    }

    @Test func `What comes due during a run is skipped, waits or runs, as the schedule says`()
        throws
    {
        let skipped = "skip(Timetable.SkipCause.overlap)"
        #expect(
            try decide(overlapping: .allow) == [
                "2023-04-11 run", "2023-04-12 run", "2023-04-13 run",
            ])
        #expect(
            try decide(overlapping: .bufferOne) == [
                "2023-04-11 \(skipped)", "2023-04-12 \(skipped)", "2023-04-13 run",
            ])
        #expect(
            try decide(overlapping: .skip) == [
                "2023-04-11 \(skipped)", "2023-04-12 \(skipped)", "2023-04-13 \(skipped)",
            ])
    }

    @Test func `The runs of one catching up are no overlap`() throws {
        var schedule = try daily()
        schedule.overlap = .skip
        let now = try #require(Instant("2023-04-13T00:00:00Z"))
        let later = try #require(Instant("2023-04-13T00:10:00Z"))
        let decided = schedule.dispositions(
            of: Array(schedule.due(at: now)), at: later, during: [now..<later])
        #expect(decided.map(\.disposition) == [.run, .run, .run])
    }
}
