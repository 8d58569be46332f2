import Hometown
package import HummingbirdCore

/// A part of a list and where the next part begins: `{"items":[…],"next":"…"}`.
package struct Page<Item: Sendable>: Sendable {
    package let items: [Item]
    /// `nil` on the last page.
    package let next: Cursor?

    package init(items: [Item], next: Cursor?) {
        self.items = items
        self.next = next
    }

    package func answer(_ write: (Item, inout JSONWriter) -> Void) -> Response {
        var writer = JSONWriter(capacity: 64 + items.count * 256)
        writer.object { writer in
            writer.array("items", items, write)
            writer.field("next", next?.text)
        }
        return .json(writer)
    }
}

/// How much of a list is asked for and from where: `?limit=50&cursor=…`.
package struct PageRequest: Sendable {
    package static let limitDefault = 50
    /// Keeps one answer well under a megabyte.
    package static let limitMax = 500

    package let limit: Int
    package let cursor: Cursor?

    /// - Throws: `Problem` 400 naming the parameter.
    package init(of request: Request) throws(Problem) {
        let query = try Query(of: request)
        cursor = try query.value("cursor") { Cursor($0) }
        limit =
            try query.value("limit") { text in
                Int(text).flatMap { (1...PageRequest.limitMax).contains($0) ? $0 : nil }
            } ?? PageRequest.limitDefault
    }
}
