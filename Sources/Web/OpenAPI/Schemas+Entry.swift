import Hometown

extension Schemas {
    /// What the forms of the console ask for while somebody types.
    static let entry: [(String, JSONValue)] = [("Completions", completions), ("Hints", hints)]

    private static let completions = JSONValue.answer([
        (
            "items",
            .array(
                of: .answer([
                    ("value", .text), ("text", .text), ("note", .textOrNull),
                    ("id", .idOrNull),
                ]))
        )
    ])

    private static let hints = JSONValue.answer([
        (
            "hints",
            .array(
                of: .answer([
                    ("field", .text), ("kind", .text), ("text", .text), ("href", .textOrNull),
                ]))
        )
    ])
}
