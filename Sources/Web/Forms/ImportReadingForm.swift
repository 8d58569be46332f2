import Hometown
import Interchange
import Ledger

/// 읽는 방법 양식. What the second step of an import says of how the list is to be read.
struct ImportReadingForm {
    static let sheetField = "sheet"
    static let encodingField = "encoding"
    static let delimiterField = "delimiter"
    static let headerRowField = "header_row"

    let form: PostedForm
    /// The list as the page showed it.
    let shown: ImportSurvey

    /// Another sheet has rows of its own: what was said of the header is said of the sheet before.
    func isOtherSheet(_ draft: ImportDraft) -> Bool {
        guard let sheet = form[Self.sheetField] else { return false }
        return sheet != draft.sheet ?? shown.sheets.first
    }

    /// - Parameter before: how it was to be read so far.
    func draft(_ before: ImportDraft, _ problems: inout EntryProblems) -> ImportDraft {
        var draft = before
        if isOtherSheet(before) { draft.headerRow = nil }
        draft.sheet = form[Self.sheetField] ?? before.sheet
        draft.encoding =
            form[Self.encodingField].flatMap { TextEncoding(rawValue: $0) } ?? before.encoding
        let delimiter = form[Self.delimiterField].flatMap { UInt8($0) }
        if let delimiter, CSVDelimiter.all.contains(delimiter) { draft.delimiter = delimiter }
        if let origin = form[DonationField.origin.rawValue] {
            draft.defaults[.origin] = origin.isEmpty ? nil : origin
        }
        guard let row = form[Self.headerRowField]?.tidied, row != "\(shown.headerRow)" else {
            return draft
        }
        draft.headerRow = Int(row)
        let isRow = draft.headerRow.map { ImportDraft.headerRows.contains($0) } ?? row.isEmpty
        guard !isRow else { return draft }
        let most = Notation.grouped(Int64(ImportDraft.headerRows.upperBound))
        problems.add(
            Self.headerRowField,
            problems.say(
                "1에서 \(most)까지의 행 번호를 쓰십시오. 비우면 알아냅니다.",
                "Write the number of a row, from 1 to \(most), or nothing to have it found out."))
        return draft
    }

    /// What the columns are said to hold, where it is not what their words are taken for.
    func mapping(of header: [String]) -> [String: DonationColumn?] {
        var mapping: [String: DonationColumn?] = [:]
        for (index, word) in header.enumerated() where !word.isEmpty {
            guard let name = form[ImportColumnsPage.field(index)] else { continue }
            let column = DonationColumn.allCases.first { $0.name == name }
            guard column != DonationColumn.named(word) else { continue }
            mapping.updateValue(column, forKey: word)
        }
        return mapping
    }
}
