import Hometown
import Interchange

/// 빈 양식. A workbook to fill in: the columns an import reads, drop-downs where there is a choice,
/// and one row that shows how.
enum ImportTemplate {
    private static let columns: [(field: DonationField, example: String)] = [
        (.origin, "공표"), (.donatedOn, "2026-03-02"), (.donorKey, "(예) 2026-0001"),
        (.donorName, ""), (.residence, "서울 송파구"), (.recipient, "세종특별자치시"),
        (.amount, "100000"), (.channel, "고향사랑e음"), (.checks, ""), (.pledge, ""),
        (.officialReceipt, ""), (.exchange, ""), (.participation, ""),
    ]

    /// - Throws: nothing that occurs in memory.
    static func workbook(in language: Language) throws -> [UInt8] {
        let plan = SheetPlan(
            "기부",
            columns: columns.map { field, _ in
                SheetColumn(
                    DonationColumn.field(field).title.text(in: language), .text, width: 18,
                    choices: field == .residence ? [] : field.choices.compactMap(\.words.first),
                    takesOnlyChoices: field == .origin)
            }, hasFilter: false)
        // The same file for everybody, so that a second look at it is the same file.
        var workbook = try WorkbookWriter(
            [UInt8](), sheets: [plan],
            properties: WorkbookProperties(
                title: "기부 일괄 등록", creator: "Pumasi",
                created: SheetDate(year: 2023, month: 1, day: 1, secondOfDay: 0)))
        try workbook.beginSheet()
        try workbook.append(columns.map { $0.example.isEmpty ? .empty : .text($0.example) })
        try workbook.endSheet()
        return try workbook.finish()
    }
}
