/// 문서 속성. What a workbook says of itself. Nothing here is read from a clock.
package struct WorkbookProperties: Hashable, Sendable {
    package var title: String
    package var creator: String
    /// In UTC: for a summary the scheduled instant, so that the same summary has the same bytes.
    package var created: SheetDate

    package init(title: String, creator: String, created: SheetDate) {
        self.title = title
        self.creator = creator
        self.created = created
    }
}
