import HTTPTypes
package import Hometown

/// The OpenAPI 3.1 document, made from the very table that answers requests, so that it cannot
/// tell of another interface. Schemas are written by hand beside it.
package struct OpenAPIDocument: Sendable {
    private let table: RouteTable
    private let version: String
    private let schemas: [(String, JSONValue)]

    /// - Parameter schemas: by name; every name a route uses must be among them.
    package init(
        _ table: RouteTable, version: String, schemas: [(String, JSONValue)]
    ) {
        self.table = table
        self.version = version
        self.schemas = schemas
    }

    package func bytes(in language: Language) -> [UInt8] {
        var writer = JSONWriter(capacity: 64 * 1024)
        writer.value(value(in: language))
        return writer.bytes
    }

    private func value(in language: Language) -> JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": .string(OpenAPIDocument.title.text(in: language)),
                "version": .string(version),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "paths": .object(paths(in: language)),
            "components": [
                "schemas": .object(JSONObject(schemas.map { .init(name: $0.0, value: $0.1) })),
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer", "bearerFormat": "pmt_…"],
                    "session": ["type": "apiKey", "in": "cookie", "name": "__Host-pumasi"],
                ],
            ],
        ]
    }

    private static let title = Bilingual(
        "품앗이 고향사랑 상호기부 원장", "Pumasi, a ledger of reciprocal hometown donations")

    /// One item a path, in the order of the table; its methods in the same order.
    private func paths(in language: Language) -> JSONObject {
        var order: [String] = []
        var items: [String: JSONObject] = [:]
        for route in table.routes {
            let path = OpenAPIDocument.path(of: route)
            if items[path] == nil { order.append(path) }
            items[path, default: JSONObject()].append(
                route.method.rawValue.lowercased(),
                .object(operation(of: route, in: language)))
        }
        return JSONObject(
            order.compactMap { path in
                items[path].map { .init(name: path, value: .object($0)) }
            })
    }

    /// OpenAPI has no name for the rest of a path.
    static func path(of route: Route) -> String {
        route.path.replacing("**", with: "{rest}")
    }

    private func operation(of route: Route, in language: Language) -> JSONObject {
        let document = route.document
        var operation: JSONObject = [
            "operationId": .string(document.operation),
            "summary": .string(document.summary.text(in: language)),
        ]
        switch route.access {
        case .everybody: break
        case .guests: operation.append("security", [[:], ["token": []]])
        case .visitors: operation.append("security", [[:], ["session": []]])
        case .roles(let roles): restrict(&operation, by: "token", to: roles)
        case .viewers(let roles): restrict(&operation, by: "session", to: roles)
        }
        let parameters = self.parameters(of: route, in: language)
        if !parameters.isEmpty { operation.append("parameters", .array(parameters)) }
        if let request = document.request {
            operation.append(
                "requestBody",
                [
                    "required": true,
                    "content": ["application/json": ["schema": reference(to: request)]],
                ])
        }
        if case .file(let types, _) = route.body {
            operation.append(
                "requestBody",
                [
                    "required": true,
                    "content": .object(
                        JSONObject(types.map { .init(name: $0, value: .object(JSONObject())) })),
                ])
        }
        if case .form(let fileBytesMax, _) = route.body {
            let form: JSONObject =
                fileBytesMax > 0 ? ["multipart/form-data": [:]] : [Endpoint.formType: [:]]
            operation.append("requestBody", ["required": true, "content": .object(form)])
        }
        operation.append("responses", .object(responses(of: document)))
        return operation
    }

    private func restrict(
        _ operation: inout JSONObject, by scheme: String, to roles: Set<Role>
    ) {
        let names = Role.allCases.filter(roles.contains).map { JSONValue.string($0.rawValue) }
        let requirement: JSONObject = JSONObject([.init(name: scheme, value: .array([]))])
        operation.append("security", .array([.object(requirement)]))
        operation.append("x-roles", .array(names))
    }

    private func parameters(of route: Route, in language: Language) -> [JSONValue] {
        var parameters: [JSONValue] = OpenAPIDocument.path(of: route)
            .split(separator: "/")
            .filter { $0.hasPrefix("{") }
            .map { part in
                [
                    "name": .string(String(part.dropFirst().dropLast())), "in": "path",
                    "required": true, "schema": ["type": "string"],
                ]
            }
        for parameter in route.document.parameters {
            parameters.append([
                "name": .string(parameter.name), "in": "query",
                "description": .string(parameter.text.text(in: language)),
                "schema": parameter.schema,
            ])
        }
        if route.needsIdempotencyKey {
            parameters.append([
                "name": "Idempotency-Key", "in": "header", "required": true,
                "schema": ["type": "string", "minLength": 1, "maxLength": 255],
            ])
        }
        if route.needsVersion {
            parameters.append([
                "name": "If-Match", "in": "header", "required": true,
                "schema": ["type": "string", "pattern": .string(#"^("[0-9]+"|\*)$"#)],
            ])
        }
        return parameters
    }

    private func responses(of document: RouteDocument) -> JSONObject {
        var responses = JSONObject()
        for (status, content) in document.responses {
            let schema: JSONObject =
                content.schema.map { ["schema": reference(to: $0)] } ?? JSONObject()
            responses.append(
                "\(status)",
                [
                    "description": .string(HTTPResponse.Status(code: status).reasonPhrase),
                    "content": .object(
                        JSONObject([.init(name: content.type, value: .object(schema))])),
                ])
        }
        responses.append(
            "default",
            [
                "description": "RFC 9457",
                "content": ["application/problem+json": ["schema": reference(to: "Problem")]],
            ])
        return responses
    }

    private func reference(to schema: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(schema)")]
    }
}
