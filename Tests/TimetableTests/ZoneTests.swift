import Foundation
import Hometown
import Testing
import Timetable

/// `zone-days.tsv` is what Python's zoneinfo says (`Tests/oracle`): every change of an
/// offset in Seoul since 1908 and in zones with summer time, with the two days before and after.
@Suite struct ZoneTests {
    private struct Row {
        let zone: String
        let date: CivilDate
        let instants: [Instant]
    }

    private static func rows() throws -> [Row] {
        let recorded = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "oracle/zone-days.tsv")
        // A soak brings more days.
        let environment = ProcessInfo.processInfo.environment
        let url = environment["SOAK_ZONES"].map { URL(filePath: $0) } ?? recorded
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
            let cells = line.split(separator: "\t")
            let seconds = try cells.dropFirst(2).map { try #require(Int64($0)) }
            return Row(
                zone: String(cells[0]), date: try #require(CivilDate(String(cells[1]))),
                instants: seconds.map { Instant(microseconds: $0 * 1_000_000) })
        }
    }

    @Test func `Local times around every change are those of the tz database`() throws {
        let rows = try ZoneTests.rows()
        #expect(rows.count > 500)
        for row in rows {
            let zone = try #require(Zone(row.zone))
            let found = [(0, 0), (2, 30), (9, 0)].map {
                zone.instant(of: row.date, hour: $0, minute: $1)
            }
            #expect(found == row.instants, "\(row.zone) \(row.date)")
        }
    }

    @Test func `Days meet without a gap and every instant belongs to the day it bears`() throws {
        for row in try ZoneTests.rows() {
            let zone = try #require(Zone(row.zone))
            let bounds = zone.bounds(of: row.date)
            #expect(zone.bounds(of: row.date.adding(days: 1)).lowerBound == bounds.upperBound)
            // Apia had no 30 December 2011.
            guard !bounds.isEmpty else {
                #expect("\(row.zone) \(row.date)" == "Pacific/Apia 2011-12-30")
                continue
            }
            #expect(zone.date(at: bounds.lowerBound) == row.date)
            let last = Instant(microseconds: bounds.upperBound.microseconds - 1)
            #expect(zone.date(at: last) == row.date)
        }
    }

    /// A daily schedule comes due once for each of them: none is lost and none comes twice.
    @Test func `Every day around every change has its one due time`() throws {
        var (periods, lost, doubled) = (0, 0, 0)
        for row in try ZoneTests.rows() {
            for (index, minute) in [0, 150, 540].enumerated() {
                var schedule = try Schedule(
                    name: "daily", rule: .daily, at: TimeOfDay(minuteOfDay: minute),
                    zone: Zone(named: row.zone),
                    knownSince: Instant(
                        microseconds: row.instants[index].microseconds - 86_400_000_000 * 3))
                schedule.misfire = .all
                let eve = PeriodKey.day(row.date.adding(days: -1))
                guard !eve.bounds(in: schedule.zone).isEmpty else { continue }
                let end = Instant(microseconds: row.instants[index].microseconds + 1)
                let found = schedule.due(at: end).filter { $0.period == eve }
                periods += 1
                lost += found.first?.scheduledFor == row.instants[index] ? 0 : 1
                doubled += max(0, found.count - 1)
            }
        }
        #expect(lost == 0 && doubled == 0)
        guard let path = ProcessInfo.processInfo.environment["SOAK_RESULT"] else { return }
        let line =
            #"{"soak":"zones","periods":\#(periods),"lost":\#(lost),"doubled":\#(doubled)}"# + "\n"
        try Data(line.utf8).write(to: URL(filePath: path))
    }

    @Test func `Days have as many hours as the law gave them`() throws {
        let expected: [(String, String, Double)] = [
            ("Asia/Seoul", "1987-05-10", 23), ("Asia/Seoul", "1987-10-11", 25),
            ("Asia/Seoul", "1988-05-08", 23), ("Asia/Seoul", "1988-10-09", 25),
            ("Asia/Seoul", "2023-04-10", 24), ("America/New_York", "2026-03-08", 23),
            ("America/New_York", "2026-11-01", 25), ("Australia/Lord_Howe", "2026-10-04", 23.5),
            ("Australia/Lord_Howe", "2026-04-05", 24.5), ("Pacific/Apia", "2011-12-30", 0),
        ]
        for (name, date, hours) in expected {
            let zone = try #require(Zone(name))
            let bounds = zone.bounds(of: try #require(CivilDate(date)))
            let length = bounds.upperBound.microseconds - bounds.lowerBound.microseconds
            #expect(Double(length) / 3_600_000_000 == hours, "\(name) \(date)")
        }
    }

    @Test(arguments: ["", "Seoul", "Asia/Soul", "Etc/GMT-9", "GMT+0900", "+09:00", "KST"])
    func `A name that is no zone, or hides an offset, is none`(name: String) {
        #expect(Zone(name) == nil)
    }

    @Test func `Instants before 1970 have their day too`() throws {
        let seoul = try #require(Zone("Asia/Seoul"))
        // That night the clocks went back by half an hour, to 23:30 of the day before.
        let last = try #require(Instant("1954-03-20T15:29:59.999999Z"))
        #expect(seoul.date(at: last) == CivilDate("1954-03-20"))
        let first = try #require(Instant("1954-03-20T15:30:00Z"))
        #expect(seoul.date(at: first) == CivilDate("1954-03-21"))
    }
}
