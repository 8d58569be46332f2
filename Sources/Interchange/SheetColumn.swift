/// 열. A column of a written sheet.
package struct SheetColumn: Hashable, Sendable {
    /// How its cells are shown; what they hold is the business of each cell.
    package enum Kind: Hashable, Sendable {
        /// Text, ids and codes among it: a spreadsheet keeps leading zeros.
        case text
        /// Whole won or counts, with commas: `#,##0`.
        case amount
        /// Percents as they are said: 10.7 is shown as 10.7%, `0.0"%"`.
        case percent
        /// `yyyy-mm-dd`
        case date
        /// `yyyy-mm-dd hh:mm:ss`
        case dateTime
        /// As the spreadsheet likes.
        case general
    }

    package var title: String
    package var kind: Kind
    /// In digits of the ordinary font; a Hangul syllable takes two.
    package var width: Double
    /// What a drop-down offers below the header.
    package var choices: [String]
    /// Whether the spreadsheet refuses what the drop-down does not offer, or only warns.
    package var takesOnlyChoices: Bool

    package init(
        _ title: String, _ kind: Kind = .text, width: Double = 14, choices: [String] = [],
        takesOnlyChoices: Bool = true
    ) {
        self.title = title
        self.kind = kind
        self.width = width
        self.choices = choices
        self.takesOnlyChoices = takesOnlyChoices
    }
}
