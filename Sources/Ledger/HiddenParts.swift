package import Hometown
import Interchange

/// 숨긴 것. What is recorded of a list although its workbook does not show it. To hide is a way of
/// looking and no decision: it is read, and whoever brings the list is told.
package struct HiddenParts: Hashable, Sendable {
    /// 숨긴 열. A column that something is read from.
    package struct Column: Hashable, Sendable {
        /// As a spreadsheet counts: `C`.
        package let letters: String
        /// The word over it.
        package let header: String

        package init(letters: String, header: String) {
            self.letters = letters
            self.header = header
        }
    }

    /// More of a word helps nobody to find it.
    private static let wordMax = 40

    package var rows = HiddenRows()
    /// In their order.
    package var columns: [Column] = []
    /// 숨긴 시트. The name of the sheet that is read, if it is hidden.
    package var sheet: String?
    /// Whether it is in the book already.
    var isRecorded = false

    package init() {}

    /// - Parameter rows: read up to those that name the columns, at least.
    init(_ rows: any SheetReader, _ columns: DonationColumns) {
        self.columns = columns.usedIndices.filter { rows.isColumnHidden($0 + 1) }.map { index in
            Column(
                letters: CellReference.letters(of: index + 1),
                header: HiddenParts.plain(columns.header[index]))
        }
        sheet = rows.hiddenSheet.map(HiddenParts.plain)
    }

    /// Words come from the file: resident numbers are struck out of them.
    private static func plain(_ word: String) -> String {
        String(ResidentNumber.redacting(word).prefix(wordMax))
    }

    /// What is said of it, and how to mend it; `nil` where nothing is hidden.
    package var text: Bilingual? {
        let told = [sheetText, columnsText, rows.text].compactMap(\.self)
        guard !told.isEmpty else { return nil }
        let all = told + [isRecorded ? HiddenParts.remedy : HiddenParts.advice]
        return Bilingual(
            all.map(\.korean).joined(separator: " "), all.map(\.english).joined(separator: " "))
    }

    private static let advice = Bilingual(
        "거르거나 숨긴 것도 모두 등록합니다. 필터를 지우고 시트, 열, 행을 모두 표시해 확인하고, "
            + "뺄 것은 지우십시오.",
        "What a filter or somebody hides is recorded all the same: clear the filter, show all "
            + "sheets, columns and rows, and delete what does not belong.")

    /// What is to be done when it is too late for advice.
    private static let remedy = Bilingual(
        "거르거나 숨긴 것도 모두 등록했습니다. 뺄 것이 있으면 이 일괄 등록을 되돌리고, 목록에서 "
            + "지운 뒤 다시 등록하십시오.",
        "What a filter or somebody hides was recorded all the same: if some of it does not belong, "
            + "undo this import, delete it from the list and record that.")

    private var sheetText: Bilingual? {
        sheet.map { name in
            Bilingual(
                "숨긴 시트(\(name))에 있는 목록입니다.",
                "The list stands on a hidden sheet (\(name)).")
        }
    }

    private var columnsText: Bilingual? {
        guard !columns.isEmpty else { return nil }
        let korean = columns.map { "\($0.letters)열 \($0.header)" }.joined(separator: ", ")
        let english = columns.map { "\($0.letters) \($0.header)" }.joined(separator: ", ")
        let columnsAre = columns.count == 1 ? "column that is read is" : "columns that are read are"
        return Bilingual(
            "읽는 열 \(columns.count)개가 시트에서 숨겨져 있습니다(\(korean)).",
            "\(columns.count) \(columnsAre) hidden in the sheet (\(english)).")
    }
}

// MARK: - What is kept

extension HiddenParts {
    /// As it is kept with an import, beside what the file was called: its words may name people.
    /// `nil` where nothing is hidden.
    var kept: String? {
        let words = columns.map { column in
            CanonicalValue.array([.string(column.letters), .string(column.header)])
        }
        // After a letter no row's number goes on in the next one's, and looks like a resident
        // number.
        let numbers = rows.first.map { "R\($0)" }.joined()
        let members: [String: CanonicalValue?] = [
            "columns": words.isEmpty ? nil : .array(words),
            "rows": numbers.isEmpty ? nil : .string(numbers),
            "rows_count": rows.count == 0 ? nil : .integer(Int64(rows.count)),
            "sheet": .text(sheet),
        ]
        let value = CanonicalValue.members(members)
        guard value != .object([:]) else { return nil }
        return String(decoding: value.bytes, as: UTF8.self)
    }

    /// - Throws: `CanonicalError` for what no version of ours wrote.
    init(kept: String) throws {
        let value = try CanonicalValue(parsing: Array(kept.utf8))
        let numbers = value["rows"]?.text?.split(separator: "R").compactMap { Int($0) } ?? []
        rows = HiddenRows(count: Int(value["rows_count"]?.number ?? 0), first: numbers)
        columns = (value["columns"]?.elements ?? []).compactMap { column in
            let words = column.elements.compactMap(\.text)
            return words.count == 2 ? Column(letters: words[0], header: words[1]) : nil
        }
        sheet = value["sheet"]?.text
        isRecorded = true
    }
}
