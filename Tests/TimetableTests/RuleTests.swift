import Hometown
import Testing
import Timetable

@Suite struct RuleTests {
    private func schedule(
        _ rule: Schedule.Rule, at text: String = "09:00", zone: String = "Asia/Seoul",
        days off: [String]? = nil
    ) throws -> Schedule {
        var schedule = try Schedule(
            name: "n", rule: rule, at: #require(TimeOfDay(text)), zone: Zone(named: zone),
            knownSince: #require(Instant("2023-12-01T00:00:00Z")))
        schedule.workingDays = try off.map { dates in
            WorkingDays(holidays: Set(try dates.map { try #require(CivilDate($0)) }))
        }
        return schedule
    }

    /// The first days on which it comes due, with their periods.
    private func first(_ count: Int, of schedule: Schedule) -> [String] {
        schedule.occurrences(after: schedule.knownSince).prefix(count).map {
            "\($0.scheduledFor.koreanText.prefix(16)) \($0.period.text)"
        }
    }

    @Test func `Each cadence comes due after its period, on its day`() throws {
        #expect(
            try first(2, of: schedule(.weekly(weekday: 1))) == [
                "2023-12-04T09:00 2023-W48", "2023-12-11T09:00 2023-W49",
            ])
        #expect(
            try first(2, of: schedule(.weekly(weekday: 7))) == [
                "2023-12-03T09:00 2023-W47", "2023-12-10T09:00 2023-W48",
            ])
        #expect(
            try first(2, of: schedule(.monthly(day: .number(1)))) == [
                "2024-01-01T09:00 2023-12", "2024-02-01T09:00 2024-01",
            ])
        #expect(
            try first(2, of: schedule(.quarterly(month: 1, day: .number(15)))) == [
                "2024-01-15T09:00 2023-Q4", "2024-04-15T09:00 2024-Q1",
            ])
        #expect(
            try first(3, of: schedule(.yearly(month: 2, day: .last))) == [
                "2024-02-29T09:00 2023", "2025-02-28T09:00 2024", "2026-02-28T09:00 2025",
            ])
    }

    @Test func `A month too short for the day ends on its last`() throws {
        #expect(
            try first(4, of: schedule(.monthly(day: .number(31)))) == [
                "2023-12-31T09:00 2023-11", "2024-01-31T09:00 2023-12",
                "2024-02-29T09:00 2024-01", "2024-03-31T09:00 2024-02",
            ])
        #expect(
            try first(2, of: schedule(.yearly(month: 2, day: .number(29)))) == [
                "2024-02-29T09:00 2023", "2025-02-28T09:00 2024",
            ])
    }

    @Test func `A day off is moved to the next of work and the period stays`() throws {
        // 1 January 2024 was a Monday and a holiday; 9 to 12 February Seollal.
        let off = ["2024-01-01", "2024-02-09", "2024-02-12"]
        #expect(
            try first(2, of: schedule(.monthly(day: .number(1)), days: off)) == [
                "2024-01-02T09:00 2023-12", "2024-02-01T09:00 2024-01",
            ])
        let seollal = try schedule(.daily, days: off).occurrences(
            after: #require(Instant("2024-02-08T01:00:00Z"))
        ).prefix(6).map { "\($0.scheduledFor.koreanText.prefix(10)) \($0.period.text)" }
        #expect(
            seollal == [
                "2024-02-13 2024-02-08", "2024-02-13 2024-02-09", "2024-02-13 2024-02-10",
                "2024-02-13 2024-02-11", "2024-02-13 2024-02-12", "2024-02-14 2024-02-13",
            ])
    }

    @Test func `Days off in a row beyond a month are a mistake in the table`() throws {
        let first = try #require(CivilDate("2026-01-05"))
        let days = (0..<WorkingDays.breakDaysMax).map { first.adding(days: $0) }
        #expect(WorkingDays(holidays: Set(days)).endlessBreak == first)
        #expect(WorkingDays(holidays: Set(days.dropFirst(7))).endlessBreak == nil)
    }

    @Test func `A day that no one ever saw has no period`() throws {
        let apia = try schedule(.daily, zone: "Pacific/Apia")
        let found = apia.occurrences(after: try #require(Instant("2011-12-29T00:00:00Z")))
            .prefix(4).map(\.period.text)
        #expect(found == ["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"])
    }

    @Test(
        arguments: [
            (Schedule.Rule.yearly(month: 2, day: .number(31)), "day"),
            (.yearly(month: 4, day: .number(31)), "day"), (.yearly(month: 13, day: .last), "month"),
            (.monthly(day: .number(32)), "day"), (.monthly(day: .number(0)), "day"),
            (.quarterly(month: 4, day: .last), "month"), (.weekly(weekday: 8), "weekday"),
        ])
    func `A day that never comes is refused with its field and the mend`(
        rule: Schedule.Rule, field: String
    ) throws {
        let fault = try #require(throws: ScheduleFault.self) { try schedule(rule) }
        #expect(fault.field == field)
        #expect(!fault.text.korean.isEmpty && !fault.text.english.isEmpty)
        if case .day = fault { #expect(fault.text.english.contains("last")) }
    }

    @Test(
        arguments: [
            ("Asia/Soul", "Asia/Seoul"), ("Seoul", "Asia/Seoul"), ("America/NewYork", "New_York"),
            ("+09:00", "Asia/Seoul"), ("Etc/GMT-9", "Asia/Seoul"),
        ])
    func `An unknown zone is refused with the nearest name`(name: String, nearest: String) throws {
        let fault = try #require(throws: ScheduleFault.self) { try Zone(named: name) }
        #expect(fault.field == "zone")
        #expect(fault.text.english.contains(nearest))
    }

    @Test func `A time no clock shows, a bad name and a short window are refused`() throws {
        for text in ["24:00", "9:00", "09:60", "0900", "", "09:00:00", "０９:00"] {
            #expect(TimeOfDay(text) == nil, "\(text)")
        }
        let zone = try Zone(named: "Asia/Seoul")
        let since = Instant(microseconds: 0)
        let nine = TimeOfDay(hour: 9, minute: 0)
        for name in ["", "Daily", "1st", "일일", "a b", String(repeating: "a", count: 64)] {
            #expect(throws: ScheduleFault.name(name)) {
                try Schedule(name: name, rule: .daily, at: nine, zone: zone, knownSince: since)
            }
        }
        for seconds in [9, Schedule.catchUpSecondsMax + 1] {
            let fault = try #require(throws: ScheduleFault.self) {
                try Schedule(
                    name: "n", rule: .daily, at: nine, zone: zone, knownSince: since,
                    catchUpSeconds: seconds)
            }
            #expect(fault.field == "catch_up_seconds")
        }
        #expect(throws: ScheduleFault.time("24:00")) {
            try Schedule(
                name: "n", rule: .daily, at: TimeOfDay(hour: 24, minute: 0), zone: zone,
                knownSince: since)
        }
    }
}
