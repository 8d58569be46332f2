import Hometown
import Interchange

/// What a table of ours is to a spreadsheet.
extension CellValue {
    /// A dash is nothing, and digits are a number.
    init(shown text: String) {
        if text == "-" {
            self = .empty
        } else if let number = Int64(text), String(number) == text {
            self = .number(number)
        } else {
            self = .text(text)
        }
    }

    /// Whole won; nothing where it is not disclosed.
    static func amount(_ won: Won?) -> CellValue {
        won.map { CellValue.number($0.amount) } ?? .empty
    }

    /// `2023-04-10`, `2023-04`, `2023`; that it was by then only words say.
    static func day(_ date: EventDate, in language: Language) -> CellValue {
        .text(date.precision == .onOrBefore ? Notation.date(date, in: language) : date.text)
    }
}
