package import Hometown

/// 번호. What names an entry: the id of the thing it brings, its number for people, or the plain
/// number of the entry.
package enum EntryName: Hashable, Sendable {
    case id(Identifier)
    /// `D-2026-000123`: the number of the entry, and the whole text to compare.
    case no(Int64, String)
    case number(Int64)

    /// `nil` for what is none of them.
    package init?(_ text: String) {
        if let id = Identifier(text) {
            self = .id(id)
        } else if let number = Int64(text), String(number) == text, number > 0 {
            self = .number(number)
        } else if text.utf8.count <= 32, let number = text.split(separator: "-").last,
            let number = Int64(number), number > 0
        {
            self = .no(number, text)
        } else {
            return nil
        }
    }
}
