import Hometown
import Testing

@Suite struct CivilDateTests {
    @Test func `Every day of the calendar follows the one before`() {
        var date = SampleRegistry.day("0001-01-01")
        let end = SampleRegistry.day("9999-12-31")
        var number = date.daysSinceEpoch
        // Walks all of 1996 to 2104 and one year in fifty of the rest.
        while date < end {
            number += 1
            let next = CivilDate(daysSinceEpoch: number)
            #expect(next == following(date))
            #expect(next.daysSinceEpoch == number)
            date = next
            let isSkipped = !(1996...2104).contains(date.year) && date.month == 12 && date.day == 31
            if isSkipped, date.year + 50 < 9_999, !(1946..<1996).contains(date.year) {
                date = SampleRegistry.day(padded(date.year + 49) + "-12-31")
                number = date.daysSinceEpoch
            }
        }
    }

    /// The next day by the calendar on the wall.
    private func following(_ date: CivilDate) -> CivilDate? {
        CivilDate(year: date.year, month: date.month, day: date.day + 1)
            ?? CivilDate(year: date.year, month: date.month + 1, day: 1)
            ?? CivilDate(year: date.year + 1, month: 1, day: 1)
    }

    private func padded(_ year: Int) -> String {
        String(repeating: "0", count: 4 - String(year).count) + String(year)
    }

    @Test func `Days are read back as they are written, from the year 1 to 9999`() {
        for number in stride(from: -719_162, through: 2_932_896, by: 487) {
            let date = CivilDate(daysSinceEpoch: number)
            #expect(date.description.utf8.count == 10)
            #expect(CivilDate(date.description) == date)
            #expect(date.daysSinceEpoch == number)
        }
        #expect(CivilDate(daysSinceEpoch: -719_162).description == "0001-01-01")
        #expect(CivilDate(daysSinceEpoch: 2_932_896).description == "9999-12-31")
        #expect(CivilDate(daysSinceEpoch: 0).description == "1970-01-01")
    }

    @Test(
        "What the calendar does not have is no date",
        arguments: [
            "2023-02-29", "1900-02-29", "2023-04-31", "2023-00-01", "2023-13-01", "2023-01-00",
            "0000-01-01", "2023-1-01", "2023/01/01", "2023-01-01 ", "+023-01-01", "２０２３-01-01", "",
        ])
    func noDate(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `The calendar ends where it ends`() throws {
        let (first, last) = (
            try #require(CivilDate("0001-01-01")), try #require(CivilDate("9999-12-31"))
        )
        #expect(last.adding(days: 1) == last && last.adding(days: .max) == last)
        #expect(first.adding(days: -1) == first && first.adding(days: .min) == first)
        #expect(first.adding(days: last.daysSinceEpoch - first.daysSinceEpoch) == last)
        // Everything that was ever given, as people ask for it.
        #expect(CalendarPart.parts(of: first...last).map(\.span) == [.year])
        #expect(CalendarPart.parts(of: last...last).count <= 1)
    }

    @Test func `Leap days exist where the calendar has them`() {
        #expect(CivilDate("2024-02-29") != nil)
        #expect(CivilDate("2000-02-29") != nil)
        #expect(CivilDate.days(inMonth: 2, of: 2100) == 28)
    }

    @Test func `Weekdays go round and agree with the founding day`() {
        #expect(SampleRegistry.day("2023-04-10").weekday == 1)
        #expect(SampleRegistry.day("2026-09-19").weekday == 6)
        #expect(SampleRegistry.day("0001-01-01").weekday == 1)
        let sunday = SampleRegistry.day("1969-12-28")
        #expect(sunday.weekday == 7)
        for days in 0..<21 {
            #expect(sunday.adding(days: days).weekday == (days + 6) % 7 + 1)
        }
    }

    @Test func `Dates are ordered as days are`() {
        let numbers = [-719_162, -1, 0, 19_457, 19_458, 2_932_896]
        let dates = numbers.map { CivilDate(daysSinceEpoch: $0) }
        #expect(dates == dates.sorted())
        #expect(dates == dates.map(\.description).sorted().compactMap { CivilDate($0) })
    }
}
