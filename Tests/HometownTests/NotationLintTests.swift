import Hometown
import TestSupport
import Testing

@Suite struct NotationLintTests {
    /// A rule, what passes and what does not.
    private static let examples: [(NotationLint.Rule, String, String)] = [
        (.dateNoSpace, "2025. 1. 6.", "2025.1.6."),
        (.dateZeroPad, "2025. 1. 6.", "2025. 01. 06."),
        (.dateTwoDigitYear, "2025. 1. 6.∼12. 31.", "25. 1. 6."),
        (.dateNoEndDot, "2025. 1. 6.", "2025. 1. 6"),
        (.dateHyphen, "D-2025-000106", "2025-01-06 등록"),
        (.timeHalfDay, "14:30", "오후 2시 30분"),
        (.timeColonSpace, "14:30", "14 : 30"),
        (.moneyThousands, "(단위: 천원)", "100천원"),
        (.moneySpace, "기금 1,000원", "금 1,000원"),
        (.moneyNoHangul, "금100,000원(금일십만원)", "금100,000원"),
        (.moneyHangulMismatch, "금113,560원(금일십일만삼천오백육십원)", "금113,560원(금십일만삼천오백육십원)"),
        (.weekdayMismatch, "2026. 11. 16.(월)", "2026. 11. 16.(화)"),
        (.tildeSpace, "11. 9.∼11. 15.", "11. 9. ∼ 11. 15."),
        (.rangeTwice, "11. 9.∼11. 15.", "11. 9.∼11. 15.까지"),
        (.colonSpace, "원장: 김갑동", "원장:김갑동"),
        (.foreignFirst, "업무협약(MOU)", "MOU(업무협약)"),
        (.attachmentColon, "붙임  1. 상세 내역 1부.  끝.", "붙임: 상세 내역"),
        (.endMark, "붙임  1. 상세 내역 1부.  끝.", "붙임  1. 상세 내역 1부. 끝"),
        (.unencodable, "1,000원·2,000원ㆍ△", "₩1,000"),
        (.staleWord, "내일 이번 방문", "명일"),
    ]

    @Test(arguments: NotationLint.Rule.allCases)
    func `each rule lets the right form pass and finds the wrong one`(
        rule: NotationLint.Rule
    ) throws {
        let rows = NotationLintTests.examples.filter { $0.0 == rule }
        #expect(!rows.isEmpty)
        for (_, right, wrong) in rows {
            #expect(try NotationLint.faults(in: [right]) == [])
            #expect(try NotationLint.faults(in: [wrong]).map(\.rule).contains(rule), "\(wrong)")
        }
    }

    @Test func `what the notation writes is never found wrong`() throws {
        for number in stride(from: Int64(19_358), to: 21_000, by: 37) {
            let day = CivilDate(daysSinceEpoch: Int(number))
            let lines = [
                Notation.date(day, in: .korean), Notation.date(day, .text, in: .korean),
                Notation.range(day...day.adding(days: 20), in: .korean),
                Notation.date(EventDate(day, precision: .month), in: .korean),
                Notation.date(EventDate(day, precision: .onOrBefore), in: .korean),
                Notation.committing(Won(number * 7_919)),
                Notation.amount(Won(number), in: .korean),
                Notation.tile(Won(number * 1_000_000), in: .korean),
            ]
            #expect(try NotationLint.faults(in: lines) == [])
        }
    }

    @Test func `a report without its end, or with two, is found`() throws {
        #expect(try NotationLint.faults(inReport: ["가", "끝."]) == [])
        #expect(try NotationLint.faults(inReport: ["가"]).map(\.rule) == [.endMark])
        #expect(try NotationLint.faults(inReport: ["끝.", "끝."]).map(\.rule) == [.endMark])
    }

    @Test func `text is what a reader sees, line by line`() {
        let text = VisibleText(
            of: "<p>2025.<b>1</b>.</p><style>a</style><p title=\"x\">A &amp; B<code>x</code></p>")
        #expect(text.lines == ["2025.1.", "A & B"])
    }
}
