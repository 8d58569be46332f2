package import Hometown

/// 항목 이름. What names an entry of the log: what names the thing it brings, or the plain number of
/// the entry.
package enum EntryName: Hashable, Sendable {
    case thing(Reference)
    case number(Int64)

    /// `nil` for what is neither.
    package init?(_ text: String) {
        if let reference = Reference(text) {
            self = .thing(reference)
        } else if let number = Int64(text), String(number) == text, number > 0 {
            self = .number(number)
        } else {
            return nil
        }
    }

    package static func id(_ id: Identifier) -> EntryName { .thing(.id(id)) }
}
