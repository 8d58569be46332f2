package import Hometown

/// 숨긴 행. Rows of a list that are recorded although its sheet does not show them. A filter is a
/// way of looking and no decision: they are read, and whoever brings the list is told.
package struct HiddenRows: Hashable, Sendable {
    /// More are counted and not named.
    package static let namedMax = 10

    package private(set) var count = 0
    /// The numbers of the first of them, as a spreadsheet counts.
    package private(set) var first: [Int] = []

    package init(_ rows: [Int] = []) {
        for row in rows { add(row) }
    }

    mutating func add(_ row: Int) {
        count += 1
        if first.count < HiddenRows.namedMax { first.append(row) }
    }

    /// - Parameter other: rows that stand behind these.
    mutating func add(_ other: HiddenRows) {
        count += other.count
        first += other.first.prefix(HiddenRows.namedMax - first.count)
    }

    /// What is said of them, and how to mend it; `nil` where there are none.
    package var text: Bilingual? {
        guard count > 0 else { return nil }
        let rows = first.map { "\($0)" }.joined(separator: ", ")
        let named = rows + (count > first.count ? " …" : "")
        let (rowsAre, word) = count == 1 ? ("row is", "row") : ("rows are", "rows")
        return Bilingual(
            "정상 행 \(count)개가 시트에서 숨겨져 있습니다(행 번호 \(named)). 거르거나 숨긴 행도 "
                + "모두 등록합니다. 필터를 지우고 모든 행을 표시해 확인하고, 뺄 행은 지우십시오.",
            "\(count) good \(rowsAre) hidden in the sheet (\(word) \(named)). What a filter or "
                + "somebody hides is recorded all the same: clear the filter, show all rows, and "
                + "delete those that do not belong.")
    }
}
