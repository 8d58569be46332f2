package import Hometown
import Interchange

/// 서식. A workbook to be filled in and imported: the columns that a list needs, with drop-downs, and
/// a row that shows how it is done. That row names itself an example where a row's id stands, so
/// that whoever forgets to delete it is told and nothing is recorded.
package enum DonationTemplate {
    /// Columns by what they hold, with the example; further ones of `DonationColumn` may be added.
    private static let columns: [(column: DonationColumn, example: Bilingual)] = [
        (.field(.origin), Bilingual("접수", "intake")),
        (.field(.donorKey), Bilingual("2026-0001", "2026-0001")),
        (.field(.donorName), Bilingual("홍길동", "Hong Gil-dong")),
        (.field(.donorKind), Bilingual("개인", "person")),
        (.field(.ownName), Bilingual("예", "true")),
        (.field(.residence), Bilingual("서울특별시 송파구", "Songpa-gu, Seoul")),
        (.field(.recipient), Bilingual("세종특별자치시", "Sejong")),
        (.field(.amount), Bilingual("100,000", "100,000")),
        (.field(.donatedOn), Bilingual("2026-03-02", "2026-03-02")),
        (.field(.channel), Bilingual("지정 금융기관 창구", "bank_counter")),
        (.field(.channelName), Bilingual("", "")),
        (
            .field(.checks),
            Bilingual("적합 서류 2026-03-02", "passed document_submitted 2026-03-02")
        ),
        (.field(.pledge), Bilingual("2026-1", "2026-1")),
        (.rowID, Bilingual("예시: 이 행을 지우십시오", "Example: delete this row")),
    ]

    /// - Parameters:
    ///   - day: whose governments the drop-downs offer.
    /// - Returns: the workbook's bytes.
    package static func workbook(
        _ governments: GovernmentRegistry, on day: CivilDate, language: Language
    ) throws -> [UInt8] {
        let title = Bilingual("기부 목록", "Donations").text(in: language)
        let units = governments.inForce(on: day).map {
            governments.fullName(of: $0).text(in: language)
        }.sorted()
        let plan = SheetPlan(
            title,
            columns: columns.map { column, _ in
                sheetColumn(column, units, language)
            }, hasFilter: false)
        var workbook = try WorkbookWriter(
            [UInt8](), sheets: [plan],
            properties: WorkbookProperties(
                title: title, creator: "pumasi",
                created: SheetDate(year: day.year, month: day.month, day: day.day)))
        try workbook.beginSheet()
        try workbook.append(columns.map { .text($0.example.text(in: language)) })
        try workbook.endSheet()
        return try workbook.finish()
    }

    private static func sheetColumn(
        _ column: DonationColumn, _ units: [String], _ language: Language
    ) -> SheetColumn {
        let title = column.title.text(in: language)
        guard case .field(let field) = column else { return SheetColumn(title, width: 26) }
        switch field {
        case .recipient, .residence:
            // A list may hold a short name or a code as well.
            return SheetColumn(title, width: 22, choices: units, takesOnlyChoices: false)
        case .amount, .donatedOn: return SheetColumn(title, .general, width: 14)
        default:
            let choices = field.choices.compactMap { choice in
                language == .korean ? choice.words.first : choice.value
            }
            return SheetColumn(
                title, width: choices.isEmpty ? 18 : 20, choices: choices,
                takesOnlyChoices: false)
        }
    }
}
