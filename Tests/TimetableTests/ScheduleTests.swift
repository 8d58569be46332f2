import Hometown
import Testing
import Timetable

/// The daily summary at 09:00 Korean time, known since the morning of 10 April 2023.
func daily(
    hour: Int = 9, minute: Int = 0, zone: String = Schedule.zoneNameDefault,
    knownSince: String = "2023-04-10T00:30:00Z", misfire: Schedule.Misfire = .all,
    catchUpDays: Int = Schedule.catchUpDaysDefault, pausedSince: String? = nil
) throws -> Schedule {
    let pause = try pausedSince.map {
        Schedule.Pause(since: try #require(Instant($0)), note: "점검")
    }
    let zone = try #require(Zone(zone))
    let knownSince = try #require(Instant(knownSince))
    return try #require(
        Schedule(
            name: "daily", rule: .daily(hour: hour, minute: minute), zone: zone,
            knownSince: knownSince, misfire: misfire,
            catchUpSeconds: Int64(catchUpDays) * 86_400, pause: pause))
}

@Suite struct ScheduleTests {
    private func due(_ schedule: Schedule, at now: String) throws -> [String] {
        let now = try #require(Instant(now))
        return schedule.due(at: now).map(\.period.text)
    }

    @Test func `A period is due when its time has come and not before`() throws {
        let schedule = try daily()
        #expect(try due(schedule, at: "2023-04-10T23:59:59.999999Z") == [])
        #expect(try due(schedule, at: "2023-04-11T00:00:00Z") == ["2023-04-10"])
        #expect(try due(schedule, at: "2023-04-11T23:59:59Z") == ["2023-04-10"])
        #expect(try due(schedule, at: "2023-04-12T00:00:00Z") == ["2023-04-10", "2023-04-11"])
    }

    @Test func `Nothing at or before the known-since instant was ever due`() throws {
        let schedule = try daily(knownSince: "2023-04-11T00:00:00Z")
        #expect(try due(schedule, at: "2023-04-11T00:00:00Z") == [])
        #expect(try due(schedule, at: "2023-04-12T00:00:00Z") == ["2023-04-11"])
        #expect(try due(schedule, at: "2020-01-01T00:00:00Z") == [])
    }

    @Test func `Years of periods come in order, once each, and only as they are read`() throws {
        let schedule = try daily()
        let now = try #require(Instant("2026-11-20T00:00:00Z"))
        let all = Array(schedule.due(at: now))
        #expect(all.count == 1320)
        #expect(Set(all.map(\.period)).count == all.count)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.scheduledFor < $1.scheduledFor })
        #expect(all.last?.period.text == "2026-11-19")
        let far = try #require(Instant("9000-01-01T00:00:00Z"))
        #expect(schedule.due(at: far).prefix(2).map(\.period.text) == ["2023-04-10", "2023-04-11"])
        let known = try #require(Instant("2026-11-18T00:00:00Z"))
        #expect(
            schedule.due(at: now, after: known).map(\.period.text) == ["2026-11-18", "2026-11-19"])
    }

    @Test func `The next time follows from the calendar`() throws {
        let schedule = try daily()
        let next = schedule.next(after: try #require(Instant("2026-11-20T00:00:00Z")))
        #expect(next.period.text == "2026-11-20")
        #expect(next.scheduledFor.text == "2026-11-21T00:00:00.000000Z")
        // A timer that fires early asks again and gets the same answer.
        let early = try #require(Instant("2026-11-20T23:59:59.800000Z"))
        #expect(schedule.next(after: early) == next)
        let before = try #require(Instant("2020-01-01T00:00:00Z"))
        #expect(schedule.next(after: before).period.text == "2023-04-10")
    }

    @Test(
        arguments: [
            (2, "2026-03-08", "2026-03-08T07:00:00.000000Z"),
            (1, "2026-11-01", "2026-11-01T05:30:00.000000Z"),
        ])
    func `A time in a gap is due right after it and a doubled time the first time`(
        hour: Int, date: String, due: String
    ) throws {
        let schedule = try daily(
            hour: hour, minute: 30, zone: "America/New_York", knownSince: "2026-03-01T00:00:00Z")
        let eve = PeriodKey.day(try #require(CivilDate(date)).adding(days: -1))
        #expect(schedule.occurrence(for: eve).scheduledFor.text == due)
        let all = try self.due(schedule, at: "2026-12-01T12:00:00Z")
        #expect(Set(all).count == all.count)
        #expect(all.count == 276)
    }

    @Test func `A summary of Seoul is filed at nine by Seoul's clock in summer time too`() throws {
        let schedule = try daily(knownSince: "1987-05-01T00:00:00Z")
        let period = try #require(PeriodKey("1987-05-10"))
        #expect(
            schedule.occurrence(for: period).scheduledFor.text == "1987-05-10T23:00:00.000000Z")
        let bounds = period.bounds(in: schedule.zone)
        #expect(bounds.lowerBound.text == "1987-05-09T15:00:00.000000Z")
        #expect(bounds.upperBound.text == "1987-05-10T14:00:00.000000Z")
    }

    @Test func `A schedule that makes no sense cannot be made`() throws {
        let zone = try #require(Zone(Schedule.zoneNameDefault))
        let since = Instant(microseconds: 0)
        for (hour, minute) in [(24, 0), (-1, 0), (9, 60), (9, -1)] {
            let rule = Schedule.Rule.daily(hour: hour, minute: minute)
            #expect(Schedule(name: "n", rule: rule, zone: zone, knownSince: since) == nil)
        }
        let rule = Schedule.Rule.daily(hour: 9, minute: 0)
        #expect(Schedule(name: "", rule: rule, zone: zone, knownSince: since) == nil)
        #expect(
            Schedule(name: "n", rule: rule, zone: zone, knownSince: since, catchUpSeconds: 9) == nil
        )
        #expect(PeriodKey("2026-W47") == nil)
        #expect(PeriodKey("2026-02-30") == nil)
    }
}

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
}
