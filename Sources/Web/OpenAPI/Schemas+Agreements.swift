import Hometown
import Ledger

extension Schemas {
    static let agreements: [(String, JSONValue)] = [
        ("Agreement", .answer(head + people + fields + life + claims + recording))
    ]

    private static let head: [(String, JSONValue)] =
        identity + [("kind", .words(AgreementDraft.Kind.self))]
        + bilingual("title", .textOrNull) + [
            (
                "title_variants",
                .array(of: .answer([("title", .textOrNull), ("outlet", .text)]))
            ), ("signed_on", .date), ("date_precision", precision),
            ("signed_at", .momentOrNull),
        ] + bilingual("place", .textOrNull) + [
            ("places", .array(of: .answer(bilingual("place"))))
        ]

    private static let people: [(String, JSONValue)] = [
        (
            "parties",
            .array(
                of: .answer([
                    ("code", .text), ("name", .text), ("full_name", .text),
                    ("signatory", .idOrNull), ("signatory_name", .textOrNull),
                    ("signatory_office", .textOrNull),
                ]))
        )
    ]

    private static let fields: [(String, JSONValue)] = [
        (
            "fields",
            .array(
                of: .answer([
                    ("no", .whole), ("name_ko", .text), ("name_en", .text),
                    ("note", .textOrNull),
                ]))
        )
    ]

    private static let life: [(String, JSONValue)] = [
        ("predecessor", .idOrNull), ("renewal", .flag), ("successors", .ids),
        (
            "chain",
            .array(
                of: .answer(
                    identity + bilingual("title", .textOrNull) + [
                        ("signed_on", .date), ("date_precision", precision),
                    ]))
        ), ("starts_on", .dayOrNull), ("ends_on", .dayOrNull),
        ("standing", .words(AgreementStanding.self)),
        (
            "statuses",
            .array(
                of: .answer(
                    [("state", .words(AgreementStatusDraft.State.self))]
                        + bilingual("text", .textOrNull) + [
                            ("on", .dateOrNull), ("date_precision", precisionOrNull),
                            ("recorded_at", .moment),
                        ]))
        ),
        (
            "documents",
            .array(
                of: .answer(
                    [("kind", .words(DocumentDraft.Kind.self))] + bilingual("title") + [
                        ("link", .textOrNull), ("sha256", .textOrNull), ("credit", .textOrNull),
                        ("recorded_at", .moment),
                    ]))
        ),
    ]
}
