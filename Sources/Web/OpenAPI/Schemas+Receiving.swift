import Hometown

/// What answers say of a donation's purpose, gift and checks.
extension Schemas {
    static let receiving: [(String, JSONValue)] = [
        ("purpose", ["type": ["integer", "null"], "minimum": 1, "maximum": 4]),
        ("project_id", .idOrNull),
        (
            "gift",
            .answer([
                ("kind", .wordsOrNull(ReturnGift.Kind.self)),
                ("value", ["type": ["integer", "null"], "minimum": 0]),
                ("wanted", .flagOrNull),
            ])
        ),
        ("interest", .flagOrNull),
        (
            "checks",
            .answer([
                ("resident", check), ("person", check), ("annual_total", check),
                ("gift_wish", check), ("pledge", .textOrNull), ("consent", .flagOrNull),
            ])
        ),
        ("official_receipt_no", .textOrNull),
    ]

    private static let check: JSONValue = [
        "anyOf": [
            .answer([
                ("result", .words(Check.Result.self)), ("basis", .words(Residence.Basis.self)),
                ("on", .day),
            ]), ["type": "null"],
        ]
    ]
}
