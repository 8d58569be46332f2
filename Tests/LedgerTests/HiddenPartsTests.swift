import Hometown
import Testing

@testable import Ledger

/// What is kept with an import of what its workbook did not show.
@Suite struct HiddenPartsTests {
    private func parts(
        rows: [Int] = [], columns: [HiddenParts.Column] = [], sheet: String? = nil
    ) -> HiddenParts {
        var parts = HiddenParts()
        parts.rows = HiddenRows(rows)
        parts.columns = columns
        parts.sheet = sheet
        return parts
    }

    @Test func `it comes back as it was, and says what can still be done`() throws {
        let column = HiddenParts.Column(letters: "AB", header: "금액 \"원\"\n(R1)")
        let all = [
            parts(rows: [3]), parts(rows: Array(2...300)), parts(columns: [column]),
            parts(sheet: "예전 목록"),
            parts(rows: [7, 1_048_576], columns: [column, column], sheet: "3월"),
        ]
        for one in all {
            let back = try HiddenParts(kept: try #require(one.kept))
            #expect(back.rows == one.rows && back.columns == one.columns)
            #expect(back.sheet == one.sheet)
            let (before, after) = (try #require(one.text), try #require(back.text))
            #expect(before.english.contains("and delete what does not belong"))
            #expect(!after.english.contains("clear the filter"))
            #expect(after.english.contains("undo this import"))
            #expect(after.korean.contains("되돌리고") && !before.korean.contains("되돌리고"))
        }
    }

    @Test func `where nothing is hidden nothing is kept, and nothing said`() {
        #expect(HiddenParts().kept == nil && HiddenParts().text == nil)
    }

    @Test func `no numbers of rows look like a resident number, which nobody keeps`() throws {
        let kept = try #require(parts(rows: [900_101, 1_000_000]).kept)
        #expect(ResidentNumber.isPresent(in: "900101,1000000"))
        #expect(!ResidentNumber.isPresent(in: kept), "\(kept)")
    }
}
