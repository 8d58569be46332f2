/// Schemas every part of the interface shares (JSON Schema 2020-12, as OpenAPI 3.1 wants it).
package enum Schemas {
    package static let shared: [(String, JSONValue)] = [
        ("Problem", problem), ("Health", health),
    ]

    private static let problem: JSONValue = [
        "type": "object",
        "required": ["type", "title", "status", "detail", "instance", "code", "errors"],
        "properties": [
            "type": ["type": "string", "format": "uri"],
            "title": ["type": "string"],
            "status": ["type": "integer"],
            "detail": ["type": "string"],
            "instance": ["type": "string", "format": "uri"],
            "code": ["type": "string"],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object",
                    "required": ["field", "code", "text", "article"],
                    "properties": [
                        "field": ["type": "string"], "code": ["type": "string"],
                        "text": ["type": "string"], "article": ["type": ["string", "null"]],
                    ],
                ],
            ],
        ],
    ]

    private static let health: JSONValue = [
        "type": "object",
        "required": ["status"],
        "properties": [
            "status": ["enum": ["ok", "failing"]],
            "checks": [
                "type": "array",
                "items": [
                    "type": "object",
                    "required": ["name", "status", "fault"],
                    "properties": [
                        "name": ["type": "string"],
                        "status": ["enum": ["ok", "failing", "alert"]],
                        "fault": ["type": ["string", "null"]],
                    ],
                ],
            ],
        ],
    ]

    /// A page of `item`s.
    package static func list(of item: String) -> JSONValue {
        [
            "type": "object",
            "required": ["items", "next"],
            "properties": [
                "items": [
                    "type": "array", "items": ["$ref": .string("#/components/schemas/\(item)")],
                ],
                "next": ["type": ["string", "null"]],
            ],
        ]
    }
}
