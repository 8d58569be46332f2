import Hometown
import Ledger

extension Schemas {
    static let work: [(String, JSONValue)] = [
        ("Worklist", worklist), ("TaxCredit", taxCredit),
    ]

    private static let worklist = JSONValue.answer([
        ("as_of", .day),
        (
            "items",
            .array(
                of: .answer([
                    ("code", .words(Worklist.Code.self)), ("text", .text), ("count", .whole),
                    ("since", .dayOrNull), ("days", .wholeOrNull),
                    ("first", .array(of: .answer(identity))),
                ]))
        ),
    ])

    private static let taxCredit = JSONValue.answer([
        ("year", .whole), ("region", .words(TaxCredit.Region.self)), ("donated", .whole),
        ("income_tax", .whole), ("local_income_tax", .whole), ("total", .whole),
        ("notice", .text),
    ])
}
