import Hometown
import Ledger

extension Schemas {
    static let exchanges: [(String, JSONValue)] = [
        ("Exchange", exchange), ("Leg", .answer(leg)), ("Candidate", candidate),
        ("Reciprocity", reciprocity),
    ]

    private static let parties: [(String, JSONValue)] = [
        ("from", .schemaOrNull("GovernmentName")), ("to", .schemaOrNull("GovernmentName")),
    ]

    private static let leg: [(String, JSONValue)] = [
        ("id", .id), ("from", .schemaOrNull("GovernmentName")), ("department", .textOrNull),
        ("to", .schemaOrNull("GovernmentName")), ("on", .dateOrNull),
        ("date_precision", precisionOrNull), ("people", .wholeOrNull), ("amount", .wonOrNull),
        ("replaces", .idOrNull), ("donation_ids", .ids),
    ]

    private static let exchange = JSONValue.answer(
        identity + [
            ("occasion", .words(ExchangeDraft.Occasion.self)), ("on", .date),
            ("date_precision", precision), ("agreement_id", .idOrNull),
            ("state", .words(Reciprocity.State.self)),
            ("people_balance", .words(Reciprocity.Balance.self)),
            ("amount_balance", .words(Reciprocity.Balance.self)),
        ] + bilingual("state_reason") + bilingual("people_reason", .textOrNull)
            + bilingual("amount_reason", .textOrNull)
            + [
                (
                    "unanswered",
                    .array(
                        of: .answer(
                            parties + [
                                ("since", .dateOrNull), ("date_precision", precisionOrNull),
                                (
                                    "age_days",
                                    .answer([
                                        ("at_least", .wholeOrNull), ("at_most", .wholeOrNull),
                                    ])
                                ),
                            ]))
                ), ("note", .textOrNull), ("legs", .array(of: .schema("Leg"))),
                ("mended_legs", .array(of: .schema("Leg"))),
            ] + claims + recording)

    private static let candidate = JSONValue.answer([
        (
            "gift",
            .answer(
                [
                    ("exchange_id", .idOrNull), ("leg_id", .idOrNull), ("donation_id", .idOrNull),
                    ("no", .text),
                ] + parties + [("on", .day)])
        ),
        (
            "answer",
            .answer(
                [("donation_id", .id), ("no", .text)] + parties + [
                    ("on", .date), ("date_precision", precision), ("amount", .wonOrNull),
                ])
        ), ("days", .whole),
    ])

    private static let tally: [(String, JSONValue)] = [
        ("gifts", .wholeOrNull), ("amount", .wholeOrNull), ("undisclosed", .wholeOrNull),
        ("covered", ["type": ["string", "null"], "enum": ["small", "withheld", .null]]),
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
