import Hometown
import Testing
import Timetable

/// The daily summary at 09:00 Korean time, known since the morning of 10 April 2023.
func daily(
    hour: Int = 9, minute: Int = 0, zone: String = Schedule.zoneNameDefault,
    knownSince: String = "2023-04-10T00:30:00Z", misfire: Schedule.Misfire = .all,
    catchUpDays: Int = Schedule.catchUpDaysDefault, pausedSince: String? = nil
) throws -> Schedule {
    var schedule = try Schedule(
        name: "daily", rule: .daily, at: TimeOfDay(hour: hour, minute: minute),
        zone: Zone(named: zone), knownSince: #require(Instant(knownSince)),
        catchUpSeconds: Int64(catchUpDays) * 86_400)
    schedule.misfire = misfire
    schedule.pause = try pausedSince.map {
        Schedule.Pause(since: try #require(Instant($0)), note: "점검")
    }
    return schedule
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
}
