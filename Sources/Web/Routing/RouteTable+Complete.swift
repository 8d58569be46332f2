import HTTPTypes
import Hometown

extension RouteTable {
    /// The table with the document that describes it: `/openapi.json` is a route too and stands
    /// in its own document.
    /// - Parameter schemas: by name, for every name a route uses.
    package static func complete(
        _ routes: [Route], version: String, schemas: [(String, JSONValue)]
    ) -> RouteTable {
        let document = RouteDocument(
            "openapi", Bilingual("이 문서", "This document"),
            responses: [(200, .other("application/json"))])
        func route(_ handler: @escaping Route.Handler) -> Route {
            Route(
                .get, "/openapi.json", access: .everybody, document: document, handler: handler)
        }
        // The handler cannot describe itself before it exists; what it describes does not need it.
        let described = RouteTable(routes + [route { _, _ in .json([]) }])
        let api = OpenAPIDocument(described, version: version, schemas: schemas)
        let texts = Language.allCases.map { ($0, api.bytes(in: $0)) }
        let answer = route { _, context in
            let bytes = texts.first { $0.0 == context.language }?.1 ?? []
            return .json(bytes, headers: [.cacheControl: "public, max-age=300", .vary: vary])
        }
        return RouteTable(routes + [answer])
    }

    private static let vary = "Accept-Language"
}
