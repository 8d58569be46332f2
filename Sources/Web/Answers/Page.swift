package import HTTPTypes
import Hometown
package import HummingbirdCore

/// A part of a list and where the next part begins: `{"items":[…],"next":"…"}`.
package struct Page<Item: Sendable>: Sendable {
    package let items: [Item]
    /// `nil` on the last page.
    package let next: Cursor?
    private let headers: HTTPFields

    /// - Parameter headers: as `PageRequest.headers(next:)` gives them.
    package init(items: [Item], next: Cursor?, headers: HTTPFields = [:]) {
        self.items = items
        self.next = next
        self.headers = headers
    }

    package func answer(_ write: (Item, inout JSONWriter) -> Void) -> Response {
        var writer = JSONWriter(capacity: 64 + items.count * 256)
        writer.object { writer in
            writer.array("items", items, write)
            writer.field("next", next?.text)
        }
        return .json(writer, headers: headers)
    }
}

/// How much of a list is asked for and from where: `?limit=50&cursor=…`.
package struct PageRequest: Sendable {
    package static let limitDefault = 50
    /// Keeps one answer well under a megabyte.
    package static let limitMax = 500

    package let limit: Int
    package let cursor: Cursor?
    private let path: String
    private let query: Query

    /// - Throws: `Problem` 400 naming the parameter.
    package init(of request: Request) throws(Problem) {
        path = request.uri.path
        query = try Query(of: request)
        cursor = try query.value("cursor") { Cursor($0) }
        limit =
            try query.value("limit") { text in
                Int(text).flatMap { (1...PageRequest.limitMax).contains($0) ? $0 : nil }
            } ?? PageRequest.limitDefault
    }

    /// The same question from where the next page begins, for callers that follow links and need
    /// not look into the body (RFC 8288).
    package func headers(next: Cursor?) -> HTTPFields {
        guard let next else { return [:] }
        let asked = query.all.filter { $0.name != "cursor" } + [(name: "cursor", value: next.text)]
        let text = asked.map { "\(PercentText.encode($0.name))=\(PercentText.encode($0.value))" }
        return [.link: "<\(path)?\(text.joined(separator: "&"))>; rel=\"next\""]
    }
}

extension HTTPField.Name {
    /// A literal that is a token of RFC 9110, so that the initialiser cannot fail.
    static let link = HTTPField.Name("Link")!
}
