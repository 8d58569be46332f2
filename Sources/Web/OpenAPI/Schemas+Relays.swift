import Hometown

extension Schemas {
    static let relays: [(String, JSONValue)] = [
        ("PersonOfDay", personOfDay), ("Relay", .answer(relay)),
        ("RelayWithFigures", relayWithFigures), ("Participation", participation),
        ("Nomination", nomination), ("RelayGraph", graph), ("RelayFigures", figures),
        ("EdgeListDraft", edgeListDraft), ("RelayImport", relayImport),
    ]

    /// A person with the office held on the day, where that is certain; no id of who is masked.
    private static let personOfDay = JSONValue.answer([
        ("id", .idOrNull), ("name", .textOrNull), ("office", .textOrNull),
    ])

    private static let relay: [(String, JSONValue)] =
        identity + bilingual("name") + [
            ("started_by", .idOrNull), ("nominations_per_participation", .wholeOrNull),
            ("ends_on", .dayOrNull), ("goal", .wholeOrNull),
        ] + recording

    private static let relayWithFigures = JSONValue.answer(
        relay + [("figures", .schema("RelayFigures"))] + claims)

    private static let participation = JSONValue.answer(
        identity + [
            ("person", .schemaOrNull("PersonOfDay")), ("participated_on", .dateOrNull),
            ("date_precision", precisionOrNull), ("implied", .flag), ("origin", .flag),
            ("answers", .ids), ("donation_ids", .ids), ("proof_link", .textOrNull),
            ("proof_sha256", .textOrNull), ("proof_captured_on", .dayOrNull),
            ("comment", .textOrNull),
        ] + claims + recording)

    private static let nomination = JSONValue.answer(
        identity + [
            ("participation_id", .id), ("nominee", .schemaOrNull("PersonOfDay")),
            ("nominated_on", .dateOrNull), ("date_precision", precisionOrNull),
            ("state", .words(Nomination.State.self)), ("answered_by", .idOrNull),
        ] + claims + recording)

    private static let graph = JSONValue.answer([
        (
            "nodes",
            .array(
                of: .answer([
                    ("id", .id), ("kind", ["enum": ["participation", "nominee"]]),
                    ("person", .schemaOrNull("PersonOfDay")), ("participated_on", .dateOrNull),
                    ("date_precision", precisionOrNull), ("implied", .flagOrNull),
                    ("origin", .flagOrNull), ("donation_ids", .ids),
                ]))
        ),
        (
            "edges",
            .array(
                of: .answer(
                    [
                        ("id", .id), ("from", .id), ("to", .id), ("nominated_on", .dateOrNull),
                        ("date_precision", precisionOrNull),
                        ("state", .words(Nomination.State.self)),
                    ] + EdgeList.Column.allCases.map { ($0.rawValue, .textOrNull) }))
        ),
    ])

    private static let figures = JSONValue.answer(
        counted("participations", "people", "runners", "nominations")
            + Nomination.State.allCases.map { ($0.rawValue, .whole) }
            + counted("origins", "multi_nominator", "repeat_people", "depth", "longest_chain")
            + [
                ("fan_out_mean", ratioOrNull), ("completion", ratioOrNull),
                (
                    "interval_days",
                    .answer([
                        ("median", ratioOrNull), ("p90", .wholeOrNull), ("known", .whole),
                    ])
                ),
            ]
            + counted("ends", "governments", "regions") + [
                (
                    "open_by_age",
                    .answer(
                        counted(
                            "days_0_7", "days_8_30", "days_31_90", "days_over_90",
                            "undetermined"))
                ),
                (
                    "generations",
                    .array(
                        of: .answer(
                            counted("generation", "participations", "nominations", "answered")
                                + [("reproduction", ["type": "number"])]))
                ),
            ])

    private static let ratioOrNull: JSONValue = ["type": ["number", "null"]]

    private static func counted(_ names: String...) -> [(String, JSONValue)] {
        names.map { ($0, .whole) }
    }

    private static let edgeListDraft = JSONValue.request(
        [
            (
                "edges",
                .array(
                    of: .request(
                        EdgeList.Column.allCases.map { ($0.rawValue, .textOrNull) }
                            + EdgeListForm.drawnNames.map { ($0, .textOrNull) },
                        required: [
                            EdgeList.Column.fromPerson, .toPerson, .date,
                        ].map(\.rawValue)), max: EdgeList.rowsMax)
            ),
            ("nodes", .array(of: ["type": "object"])),
            ("csv", .textOrNull), ("graphml", .textOrNull), ("dot", .textOrNull),
            ("dry_run", .flagOrNull),
        ], required: [])

    private static let relayImport = JSONValue.answer([
        ("state", ["enum": ["planned", "recorded", "unchanged", "replayed"]]),
        ("rows", .wholeOrNull), ("known", .wholeOrNull),
        (
            "creates",
            .answer([
                (
                    "people",
                    .array(
                        of: .answer([
                            ("name", .text), ("office", .textOrNull),
                            ("constituency", .textOrNull), ("government", .textOrNull),
                        ]))
                ),
                ("participations", .wholeOrNull), ("nominations", .wholeOrNull),
                ("answered", .wholeOrNull), ("sources", .wholeOrNull),
            ])
        ),
        ("notices", .array(of: .answer([("code", .text), ("text", .text)]))),
        ("entry", .wholeOrNull),
    ])
}
