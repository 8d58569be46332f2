import Hometown
import Testing
import Timetable

@Suite struct PeriodKeyTests {
    @Test(
        arguments: [
            ("2026-11-20", "2026-11-20", "2026-11-20"), ("2026-W47", "2026-11-16", "2026-11-22"),
            // Week 1 begins in the year before; 2020 and 2026 have a week 53.
            ("2025-W01", "2024-12-30", "2025-01-05"), ("2020-W53", "2020-12-28", "2021-01-03"),
            ("2026-W53", "2026-12-28", "2027-01-03"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-Q4", "2026-10-01", "2026-12-31"), ("2026", "2026-01-01", "2026-12-31"),
        ])
    func `A key names its first and its last day`(text: String, first: String, last: String) throws
    {
        let key = try #require(PeriodKey(text))
        #expect(key.text == text)
        #expect(key.first.description == first)
        #expect(key.last.description == last)
        #expect(PeriodKey(key.cadence, containing: key.first) == key)
        #expect(PeriodKey(key.cadence, containing: key.last) == key)
    }

    @Test(
        arguments: [
            "", "26", "02026", "2026-", "2026-1", "2026-13", "2026-00", "2026-W00", "2026-W54",
            "2025-W53", "2026-w47", "2026-Q0", "2026-Q5", "2026-Q11", "2026-02-30", "2026-11-2",
            "2026-11-20-", "9999", "0000", "２０２６", "2026-W4７",
        ])
    func `What names no period is none`(text: String) {
        #expect(PeriodKey(text) == nil)
    }

    @Test(arguments: Cadence.allCases)
    func `Periods follow one another without a gap for centuries`(cadence: Cadence) throws {
        var key = PeriodKey(cadence, containing: try #require(CivilDate("1899-12-31")))
        let end = try #require(CivilDate("2101-01-01"))
        while key.first < end {
            #expect(key.next.first == key.last.adding(days: 1))
            #expect(key.next.previous == key)
            #expect(PeriodKey(key.text) == key)
            key = key.next
        }
    }
}
