/// Pieces that schemas are made of (JSON Schema 2020-12).
extension JSONValue {
    static let text: JSONValue = ["type": "string"]
    static let textOrNull: JSONValue = ["type": ["string", "null"]]
    static let flag: JSONValue = ["type": "boolean"]
    static let flagOrNull: JSONValue = ["type": ["boolean", "null"]]
    /// As `Query.flag` reads it from an address.
    static let flagInAddress: JSONValue = [
        "type": "string", "enum": ["true", "1", "false", "0"],
    ]
    static let whole: JSONValue = ["type": "integer"]
    static let wholeOrNull: JSONValue = ["type": ["integer", "null"]]
    static let id: JSONValue = ["type": "string", "format": "uuid"]
    static let idOrNull: JSONValue = ["type": ["string", "null"], "format": "uuid"]
    static let ids: JSONValue = ["type": "array", "items": id]
    static let day: JSONValue = ["type": "string", "format": "date"]
    static let dayOrNull: JSONValue = ["type": ["string", "null"], "format": "date"]
    static let moment: JSONValue = ["type": "string", "format": "date-time"]
    static let momentOrNull: JSONValue = ["type": ["string", "null"], "format": "date-time"]
    /// `2023-04-10`, `2023-04` or `2023`.
    static let date: JSONValue = ["type": "string", "pattern": .string(datePattern)]
    static let dateOrNull: JSONValue = [
        "type": ["string", "null"], "pattern": .string(datePattern),
    ]
    /// Whole won.
    static let wonOrNull: JSONValue = ["type": ["integer", "null"], "minimum": 1]

    private static let datePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

    /// One of the words of a type.
    static func words<Word: RawRepresentable & CaseIterable>(
        _: Word.Type
    ) -> JSONValue where Word.RawValue == String {
        ["type": "string", "enum": .array(Word.allCases.map { .string($0.rawValue) })]
    }

    static func wordsOrNull<Word: RawRepresentable & CaseIterable>(
        _: Word.Type
    ) -> JSONValue where Word.RawValue == String {
        [
            "type": ["string", "null"],
            "enum": .array(Word.allCases.map { .string($0.rawValue) } + [.null]),
        ]
    }

    static func schema(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(name)")]
    }

    static func schemaOrNull(_ name: String) -> JSONValue {
        ["anyOf": [schema(name), ["type": "null"]]]
    }

    static func array(of item: JSONValue, max: Int? = nil) -> JSONValue {
        guard let max else { return ["type": "array", "items": item] }
        return ["type": "array", "items": item, "maxItems": .integer(Int64(max))]
    }

    static func text(max: Int) -> JSONValue {
        ["type": "string", "maxLength": .integer(Int64(max))]
    }

    /// What an answer holds: every member is always there.
    static func answer(_ members: [(String, JSONValue)]) -> JSONValue {
        [
            "type": "object", "required": .array(members.map { .string($0.0) }),
            "properties": .object(JSONObject(members.map { .init(name: $0.0, value: $0.1) })),
        ]
    }

    /// What a request may hold, and nothing else.
    static func request(
        _ members: [(String, JSONValue)], required: [String]
    ) -> JSONValue {
        [
            "type": "object", "additionalProperties": false,
            "required": .array(required.map { .string($0) }),
            "properties": .object(JSONObject(members.map { .init(name: $0.0, value: $0.1) })),
        ]
    }
}
