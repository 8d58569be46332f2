import HTTPTypes
import Hometown
import HummingbirdCore

/// 목록 조회. A list that is ordered by the numbers of entries: which part of it, and what filters.
struct ListRequest: Sendable {
    let query: Query
    private let asked: PageRequest
    /// Of the last entry that was given.
    let number: Int64?

    /// - Parameter filters: the parameters beside `limit` and `cursor` that the list knows.
    /// - Parameter refusing: parameters that are refused by law whatever they say.
    /// - Throws: `Problem` 400 naming the parameter, 422 for one that the law forbids.
    init(
        of request: Request, filters: Set<String> = [], refusing: Set<String> = []
    ) throws(Problem) {
        query = try Query(of: request)
        if let name = query.first(of: refusing) { throw StaffListing.refusal(name) }
        try query.allow(filters.union(["limit", "cursor"]))
        asked = try PageRequest(of: request)
        number = try query.value("cursor") { text in
            guard let keys = Cursor(text)?.keys, keys.count == 1 else { return nil }
            return Int64(keys[0])
        }
    }

    var limit: Int { asked.limit }

    /// One more than asked for shows whether there is a next page.
    var rowsMax: Int { limit + 1 }

    /// - Parameter rows: at most `rowsMax`, in the order of the list.
    func page<Item: Sendable>(_ rows: [Item], number: (Item) -> Int64) -> Page<Item> {
        let items = Array(rows.prefix(limit))
        guard rows.count > limit, let last = items.last else {
            return Page(items: items, next: nil)
        }
        let next = Cursor(keys: [String(number(last))])
        return Page(items: items, next: next, headers: headers(next: next))
    }

    func headers(next: Cursor?) -> HTTPFields { asked.headers(next: next) }
}

extension RouteDocument {
    /// Of a list that is read in pages.
    static func list(
        _ operation: String, _ summary: Bilingual, of schema: String, filters: [Parameter] = []
    ) -> RouteDocument {
        RouteDocument(
            operation, summary, parameters: filters + [limit, cursor],
            responses: [(200, .json("\(schema)List"))])
    }

    /// Of one thing.
    static func one(
        _ operation: String, _ summary: Bilingual, _ schema: String
    ) -> RouteDocument {
        RouteDocument(operation, summary, responses: [(200, .json(schema))])
    }

    /// Of a request that records a thing and is answered with its receipt.
    static func creation(
        _ operation: String, _ summary: Bilingual, of schema: String
    ) -> RouteDocument {
        RouteDocument(
            operation, summary, request: schema, responses: [(201, .json("Receipt"))])
    }

    private static let limit = Parameter(
        "limit",
        [
            "type": "integer", "minimum": 1, "maximum": .integer(Int64(PageRequest.limitMax)),
            "default": .integer(Int64(PageRequest.limitDefault)),
        ], Bilingual("한 번에 받을 건수", "How many at once"))
    private static let cursor = Parameter(
        "cursor", ["type": "string", "maxLength": .integer(Int64(Cursor.lengthMax))],
        Bilingual("앞 목록의 next", "The next of the page before"))
}
