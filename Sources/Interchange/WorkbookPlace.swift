/// 자리. Where a text of a workbook stands that is no value of a cell.
package enum WorkbookPlace: Hashable, Sendable {
    case sheetName
    case definedName
    /// A note or a thread of comments, or who wrote it.
    case comment
    /// A text box, or what a picture is called and described as.
    case drawing
    case chart
    /// Printed above or below the sheet of that name.
    case pageEdge(sheet: String)
    /// On the sheet of that name: formulas, links, filters, rules for what may be entered.
    case sheet(String)
    case property
    /// What a pivot table keeps of the cells it was made from.
    case pivot
    /// A file beside this one, or a page, that something here leads to.
    case link
    /// A file within this one, such as a document that lies on a sheet.
    case embedded
    /// Among the texts that cells share, though maybe no cell has it any more.
    case sharedText
    /// The name of any other part of the file.
    case part(String)
}
