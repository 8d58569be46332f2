import Hometown
import Ledger

extension Schemas {
    static let exchanges: [(String, JSONValue)] = [("Reciprocity", reciprocity)]

    private static let tally: [(String, JSONValue)] = [
        ("gifts", .whole), ("amount", .whole), ("undisclosed", .whole),
    ]

    /// The code and the name of a line of the matrix.
    private static let line = JSONValue.answer([("code", .text), ("name", .text)])

    private static let reciprocity = JSONValue.answer([
        ("period", .answer([("from", .day), ("to", .day)])),
        ("level", .words(ReciprocityMatrix.Level.self)), ("as_of", .text),
        ("agreement_id", .idOrNull), ("counted_to", .day),
        (
            "governments",
            .array(
                of: .answer([
                    ("code", .text), ("name", .text), ("full_name", .text), ("divided", .flag),
                ]))
        ),
        (
            "items",
            .array(
                of: .answer(
                    [("from", line), ("to", line)] + tally + [
                        ("answered", .flag), ("unanswered_since", .dayOrNull),
                        ("unanswered_days", .wholeOrNull),
                    ]))
        ), ("total", .answer(tally)),
    ])
}
