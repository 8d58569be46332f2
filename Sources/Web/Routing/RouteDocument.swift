package import Hometown

/// What the OpenAPI document says of a route beyond what the route itself knows.
package struct RouteDocument: Sendable {
    /// A query parameter; the ones in the path are read from the path.
    package struct Parameter: Sendable {
        package let name: String
        package let schema: JSONValue
        package let text: Bilingual

        package init(_ name: String, _ schema: JSONValue, _ text: Bilingual) {
            self.name = name
            self.schema = schema
            self.text = text
        }

        /// 모의 실행. Of everything that can be tried before it is recorded.
        static let dryRun = Parameter(
            "dry_run", .flagInAddress,
            Bilingual(
                "true나 1이면 심사만 하고 기록하지 않음",
                "With true or 1 it is judged only, and nothing is recorded"))
    }

    /// A content type and the name of its schema under `components`; no name, no JSON.
    package struct Content: Sendable {
        package let type: String
        package let schema: String?

        package static func json(_ schema: String) -> Content {
            Content(type: "application/json", schema: schema)
        }

        package static func other(_ type: String) -> Content {
            Content(type: type, schema: nil)
        }
    }

    /// Unique, in lower camel case; what generated clients call the operation.
    package let operation: String
    package let summary: Bilingual
    package let parameters: [Parameter]
    package let request: String?
    /// By status; problems need no mention, each route may answer with one.
    package let responses: [(status: Int, content: Content)]

    package init(
        _ operation: String, _ summary: Bilingual, parameters: [Parameter] = [],
        request: String? = nil, responses: [(status: Int, content: Content)]
    ) {
        self.operation = operation
        self.summary = summary
        self.parameters = parameters
        self.request = request
        self.responses = responses
    }
}
