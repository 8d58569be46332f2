package import Hometown

/// 이어 볼 곳. Where a list of records goes on: each of the two books has its own place.
package struct AuditPlace: Hashable, Sendable {
    package struct Access: Hashable, Sendable {
        package let at: Instant
        package let id: Identifier
    }

    /// The number of the entry before which it goes on; `nil` from the newest.
    package let entry: Int64?
    package let access: Access?

    package init(entry: Int64?, access: Access?) {
        self.entry = entry
        self.access = access
    }

    /// Where a book is at its end.
    static let end: Int64 = 0
    static let accessEnd = Access(
        at: Instant(microseconds: 0), id: Identifier(high: 0, low: 0))

    /// As a cursor holds it.
    package var keys: [String] {
        [
            entry.map(String.init) ?? "", access.map { String($0.at.microseconds) } ?? "",
            access?.id.description ?? "",
        ]
    }

    package init?(keys: [String]) {
        guard keys.count == 3 else { return nil }
        let (entry, at, id) = (Int64(keys[0]), Int64(keys[1]), Identifier(keys[2]))
        guard (entry == nil) == keys[0].isEmpty, (at == nil) == keys[1].isEmpty,
            (at == nil) == (id == nil), entry ?? 0 >= 0
        else { return nil }
        self.entry = entry
        if let at, let id {
            access = Access(at: Instant(microseconds: at), id: id)
        } else {
            access = nil
        }
    }
}
