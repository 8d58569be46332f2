import Hometown
import Testing

@Suite struct EventDateTests {
    @Test func `A text says its precision by its length`() {
        #expect(EventDate("2023-04-10")?.precision == .day)
        #expect(EventDate("2023-04")?.precision == .month)
        #expect(EventDate("2023")?.precision == .year)
        #expect(EventDate("2023-04-10", precision: .onOrBefore)?.precision == .onOrBefore)
        #expect(EventDate("2023-04", precision: .onOrBefore) == nil)
        #expect(EventDate("2023-04-10", precision: .month) == nil)
        #expect(EventDate("2023", precision: .day) == nil)
        for text in ["", "20230", "2023-4", "2023-13", "abcd", "2023-02-30"] {
            #expect(EventDate(text) == nil, "\(text)")
        }
    }

    @Test func `Every date is read back as it is written, and only as much as is known is kept`() {
        for number in stride(from: -719_162, through: 2_932_896, by: 4_999) {
            let day = CivilDate(daysSinceEpoch: number)
            for precision in EventDate.Precision.allCases {
                let date = EventDate(day, precision: precision)
                #expect(EventDate(date.text, precision: precision) == date)
                #expect(date.latest >= day)
                #expect((date.earliest ?? day) <= day)
            }
        }
        #expect(
            EventDate(SampleRegistry.day("2023-04-10"), precision: .month)
                == EventDate(SampleRegistry.day("2023-04-30"), precision: .month))
    }

    @Test func `What is typed of a date is read back as the same date`() {
        let reader = DateReader(today: SampleRegistry.day("2026-05-27"))
        for precision in EventDate.Precision.allCases {
            let date = EventDate(SampleRegistry.day("2023-04-10"), precision: precision)
            for language in Language.allCases {
                let typed = date.typed(in: language)
                guard case .success(let reading) = reader.read(typed) else {
                    Issue.record("\(typed) is no date")
                    continue
                }
                #expect(reading.date == date, "\(typed)")
            }
        }
    }

    @Test func `The first and the last possible day bound it`() {
        let rows: [(String, EventDate.Precision, String?, String)] = [
            ("2023-04-10", .day, "2023-04-10", "2023-04-10"),
            ("2024-02", .month, "2024-02-01", "2024-02-29"),
            ("2023", .year, "2023-01-01", "2023-12-31"),
            ("2024", .year, "2024-01-01", "2024-12-31"),
            ("9999", .year, "9999-01-01", "9999-12-31"),
            ("2023-04-10", .onOrBefore, nil, "2023-04-10"),
        ]
        for (text, precision, earliest, latest) in rows {
            let date = EventDate(text, precision: precision)
            #expect(date?.earliest?.description == earliest)
            #expect(date?.latest.description == latest)
        }
    }

    @Test func `What happened lies neither ahead nor in a year that lacks a digit`() {
        let today = SampleRegistry.day("2023-04-20")
        let rows: [(String, EventDate.Precision, Bool)] = [
            ("2023-04-20", .day, true), ("2023-04-21", .day, false), ("2023-04", .month, true),
            ("2023-05", .month, false), ("2024", .year, false),
            ("2023-04-21", .onOrBefore, true), ("1900-01-01", .day, true),
            ("1899-12-31", .day, false), ("1899-12-31", .onOrBefore, false),
            ("0023", .year, false),
        ]
        for (text, precision, isPossible) in rows {
            let refusal = EventDate(text, precision: precision)?
                .refusal(today: today, field: "on")
            #expect((refusal == nil) == isPossible, "\(text)")
            #expect(refusal.map { $0.code == .dateInvalid && $0.field == "on" } ?? true)
        }
    }

    @Test func `A donation happened between the first day of the scheme and today`() {
        let today = SampleRegistry.day("2023-04-20")
        let rows: [(String, EventDate.Precision, String, String)] = [
            ("2023-04-10", .day, "2023-04-10", "2023-04-10"),
            ("2023-04-10", .onOrBefore, "2023-01-01", "2023-04-10"),
            ("2023-04", .month, "2023-04-01", "2023-04-20"),
            ("2023", .year, "2023-01-01", "2023-04-20"),
            ("2022", .year, "2022-01-01", "2022-12-31"),
            ("2022-12-31", .onOrBefore, "2022-12-31", "2022-12-31"),
            ("2023-05-01", .day, "2023-05-01", "2023-05-01"),
        ]
        for (text, precision, first, last) in rows {
            let days = EventDate(text, precision: precision)?.possibleDays(today: today)
            #expect(days?.lowerBound.description == first, "\(text)")
            #expect(days?.upperBound.description == last, "\(text)")
        }
        let spanning = EventDate("2024-04-10", precision: .onOrBefore)
        #expect(spanning?.capYears(today: SampleRegistry.day("2026-01-01")) == 2023...2024)
        #expect(Scheme.firstDay == SampleRegistry.day("2023-01-01"))
        #expect(Scheme.annualCap(in: 2022) == nil)
        #expect(Scheme.annualCap(in: 2100) == Won(20_000_000))
    }
}
