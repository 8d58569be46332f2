import Hometown
import Testing

@Suite struct NotationTests {
    private func date(_ text: String, _ precision: EventDate.Precision? = nil) -> EventDate {
        guard let date = EventDate(text, precision: precision) else {
            preconditionFailure("no date: \(text)")
        }
        return date
    }

    @Test func `Dates say as much as is known`() {
        let rows: [(EventDate, Notation.Place, String, String)] = [
            (date("2023-04-10"), .text, "2023. 4. 10.(월)", "10 April 2023 (Mon)"),
            (date("2023-04-10"), .screen, "2023. 4. 10.", "10 April 2023"),
            (date("2025-01-06"), .text, "2025. 1. 6.(월)", "6 January 2025 (Mon)"),
            (date("2026-09-19"), .text, "2026. 9. 19.(토)", "19 September 2026 (Sat)"),
            (date("2026-11-16"), .text, "2026. 11. 16.(월)", "16 November 2026 (Mon)"),
            (date("2023-03"), .text, "2023. 3.", "March 2023"),
            (date("2023"), .text, "2023", "2023"),
            (
                date("2023-08-29", .onOrBefore), .text, "2023. 8. 29. 이전", "by 29 August 2023"
            ),
        ]
        for (date, place, korean, english) in rows {
            #expect(Notation.date(date, place, in: .korean) == korean)
            #expect(Notation.date(date, place, in: .english) == english)
        }
    }

    @Test func `Ranges say once what both ends share`() {
        let rows = [
            ("2026-11-09", "2026-11-15", "2026. 11. 9.∼11. 15.", "9-15 Nov 2026"),
            ("2026-10-28", "2026-11-03", "2026. 10. 28.∼11. 3.", "28 Oct-3 Nov 2026"),
            ("2026-12-28", "2027-01-03", "2026. 12. 28.∼2027. 1. 3.", "28 Dec 2026-3 Jan 2027"),
            ("2026-12-28", "2026-12-28", "2026. 12. 28.", "28 December 2026"),
        ]
        for (from, to, korean, english) in rows {
            let days = SampleRegistry.day(from)...SampleRegistry.day(to)
            #expect(Notation.range(days, in: .korean) == korean)
            #expect(Notation.range(days, in: .english) == english)
        }
        #expect(Notation.range(days9to15, in: .korean).unicodeScalars.contains("\u{223C}"))
    }

    private let days9to15 = SampleRegistry.day("2026-11-09")...SampleRegistry.day("2026-11-15")

    @Test func `Times are Korean and have two digits each`() throws {
        #expect(Notation.time(try #require(Instant("2023-04-10T02:10:00Z"))) == "11:10")
        #expect(Notation.time(try #require(Instant("2023-04-10T15:05:59Z"))) == "00:05")
    }

    @Test func `Amounts are grouped, undisclosed ones say so`() {
        #expect(Notation.amount(Won(100_000), in: .korean) == "100,000원")
        #expect(Notation.amount(Won(100_000), in: .english) == "KRW 100,000")
        #expect(Notation.amount(nil, in: .korean) == "미공개")
        #expect(Notation.amount(nil, in: .english) == "not disclosed")
        #expect(Notation.grouped(0) == "0")
        #expect(Notation.grouped(999) == "999")
        #expect(Notation.grouped(-1_000) == "-1,000")
        #expect(Notation.grouped(.min) == "-9,223,372,036,854,775,808")
        #expect(Notation.correction(Won(-1_000), in: .korean) == "△1,000")
        #expect(Notation.correction(Won(-1_000), in: .english) == "-1,000")
        #expect(Notation.correction(Won(1_000), in: .korean) == "1,000")
    }

    @Test func `Tiles are short and rounded half up`() {
        let rows: [(Int64, String, String)] = [
            (123_450_000, "1억 2,345만 원", "KRW 123.45M"),
            (100_000_000, "1억 원", "KRW 100.00M"), (100_000, "10만 원", "KRW 100,000"),
            (9_999, "9,999원", "KRW 9,999"), (1_005_000, "101만 원", "KRW 1.01M"),
            (99_999_999, "1억 원", "KRW 100.00M"), (0, "0원", "KRW 0"),
            (-123_450_000, "△1억 2,345만 원", "KRW -123.45M"), (-5_000, "△5,000원", "KRW -5,000"),
        ]
        for (amount, korean, english) in rows {
            #expect(Notation.tile(Won(amount), in: .korean) == korean)
            #expect(Notation.tile(Won(amount), in: .english) == english)
        }
    }

    @Test func `Committing amounts are spelled out with every 일`() {
        let rows: [(Int64, String)] = [
            (10, "금10원(금일십원)"), (100, "금100원(금일백원)"), (10_000, "금10,000원(금일만원)"),
            (100_000, "금100,000원(금일십만원)"), (1_010, "금1,010원(금일천일십원)"),
            (113_560, "금113,560원(금일십일만삼천오백육십원)"),
            (20_000_000, "금20,000,000원(금이천만원)"),
            (123_450_000, "금123,450,000원(금일억이천삼백사십오만원)"),
        ]
        for (amount, text) in rows { #expect(Notation.committing(Won(amount)) == text) }
    }

    @Test func `Names of private persons are masked`() {
        let rows = [
            ("홍길동", "홍○동"), ("홍길", "홍○"), ("남궁길동", "남○○동"), ("홍", "○"), ("", ""),
            ("John Doe", "J○○○ ○○e"),
        ]
        for (name, masked) in rows { #expect(Notation.masked(name) == masked) }
    }
}
