package import Hometown

/// 숨긴 행. Rows of a list that are recorded although its sheet does not show them.
package struct HiddenRows: Hashable, Sendable {
    /// More are counted and not named.
    package static let namedMax = 10

    package private(set) var count = 0
    /// The numbers of the first of them, as a spreadsheet counts.
    package private(set) var first: [Int] = []

    package init(_ rows: [Int] = []) {
        for row in rows { add(row) }
    }

    init(count: Int, first: [Int]) {
        (self.count, self.first) = (count, first)
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

    /// What is said of them; `nil` where there are none.
    package var text: Bilingual? {
        guard count > 0 else { return nil }
        let rows = first.map { "\($0)" }.joined(separator: ", ")
        let named = rows + (count > first.count ? " …" : "")
        let (rowsAre, word) = count == 1 ? ("row is", "row") : ("rows are", "rows")
        return Bilingual(
            "정상 행 \(count)개가 시트에서 숨겨져 있습니다(행 번호 \(named)).",
            "\(count) good \(rowsAre) hidden in the sheet (\(word) \(named)).")
    }
}
