import Hometown
import Testing

@Suite struct CalendarPartTests {
    private func parts(_ from: String, _ to: String) -> [String] {
        CalendarPart.parts(of: SampleRegistry.day(from)...SampleRegistry.day(to)).map {
            "\($0.span.rawValue) \($0.first) \($0.last)"
        }
    }

    @Test func `a period is cut into the fewest days, months and years`() {
        #expect(parts("2025-01-01", "2025-12-31") == ["year 2025-01-01 2025-01-01"])
        #expect(parts("2023-01-01", "2026-12-31") == ["year 2023-01-01 2026-01-01"])
        #expect(parts("2024-02-01", "2024-02-29") == ["month 2024-02-01 2024-02-01"])
        #expect(parts("2024-02-01", "2024-02-28") == ["day 2024-02-01 2024-02-28"])
        #expect(parts("2024-03-05", "2024-03-05") == ["day 2024-03-05 2024-03-05"])
        #expect(
            parts("2023-11-29", "2026-02-03") == [
                "day 2023-11-29 2023-11-30", "month 2023-12-01 2023-12-01",
                "year 2024-01-01 2025-01-01", "month 2026-01-01 2026-01-01",
                "day 2026-02-01 2026-02-03",
            ])
    }

    @Test func `every day of a period lies in exactly one part`() {
        let start = SampleRegistry.day("2023-01-01")
        for offset in stride(from: 0, to: 900, by: 13) {
            for length in [0, 1, 27, 31, 60, 364, 365, 366, 800] {
                let first = start.adding(days: offset)
                let last = first.adding(days: length)
                var next = first
                for part in CalendarPart.parts(of: first...last) {
                    #expect(part.first == next)
                    next = CalendarPartTests.end(of: part)
                }
                #expect(next == last.adding(days: 1))
            }
        }
    }

    /// The day after the part, worked out without the code under test.
    private static func end(of part: CalendarPart) -> CivilDate {
        let day = part.last
        let next: (year: Int, month: Int, day: Int)?
        switch part.span {
        case .day: next = nil
        case .month:
            next = day.month == 12 ? (day.year + 1, 1, 1) : (day.year, day.month + 1, 1)
        case .year: next = (day.year + 1, 1, 1)
        }
        guard let next, let end = CivilDate(year: next.year, month: next.month, day: next.day)
        else { return day.adding(days: 1) }
        return end
    }
}
