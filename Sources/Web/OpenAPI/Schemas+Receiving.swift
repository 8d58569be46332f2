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

    /// What the routes of projects, bars, interests and official receipts answer with.
    static let facts: [(String, JSONValue)] = [
        ("Project", project), ("Bar", bar), ("Interest", interest),
        ("OfficialReceipt", officialReceipt), ("DonorJoinings", donorJoinings),
    ]

    /// What they take.
    static let factDrafts: [(String, JSONValue)] = [
        ("ProjectDraft", projectDraft), ("EndingDraft", endingDraft), ("BarDraft", barDraft),
        (
            "PublicationDraft",
            .request([("published_on", .text)], required: ["published_on"])
        ), ("InterestDraft", interestDraft),
        ("ErasureDraft", .request([("reason", reason)], required: ["reason"])),
        ("DonorJoiningDraft", .request([("donor_key", name)], required: ["donor_key"])),
        ("DonorPartingDraft", .request([("reason", reason)], required: ["reason"])),
        ("OfficialReceiptDraft", officialReceiptDraft),
        (
            "OfficialReceiptRecallDraft",
            .request(
                [("donation", .id), ("recalled_on", .text), ("reason", reason)],
                required: ["donation", "recalled_on", "reason"])
        ),
    ]

    private static let purpose: JSONValue = ["type": "integer", "minimum": 1, "maximum": 4]
    private static let name = JSONValue.text(max: FormReader.charactersMax)
    private static let reason = JSONValue.text(max: FormReader.reasonMax)
    /// A code or a name, or an object with one of them.
    private static let unit: JSONValue = ["type": ["string", "object"]]

    private static let project = JSONValue.answer(
        identity + bilingual("name") + [
            ("government", .schemaOrNull("GovernmentName")), ("purpose", purpose),
            ("purpose_name", .text), ("open_from", .day), ("open_to", .dayOrNull),
            ("ended_on", .dayOrNull), ("ending_reason", .textOrNull), ("goal", .wonOrNull),
            ("goal_percent", .wholeOrNull), ("donations", .wholeOrNull),
            ("undisclosed", .wholeOrNull), ("amount", .wholeOrNull),
        ] + recording)

    private static let projectDraft = JSONValue.request(
        [
            ("name_ko", name), ("name_en", name), ("government", unit), ("purpose", purpose),
            ("open_from", .text), ("open_to", .textOrNull),
            ("goal", ["type": ["integer", "string", "null"]]),
        ], required: ["name_ko", "name_en", "government", "purpose", "open_from"])

    private static let endingDraft = JSONValue.request(
        [("ends_on", .text), ("reason", reason)], required: ["ends_on", "reason"])

    private static let bar = JSONValue.answer(
        identity + [
            ("government", .schemaOrNull("GovernmentName")), ("valid_from", .day),
            ("valid_to", .day), ("reason", .text), ("published_on", .dayOrNull),
            ("ended_on", .dayOrNull), ("ending_reason", .textOrNull),
        ] + recording)

    private static let barDraft = JSONValue.request(
        [
            ("government", unit), ("valid_from", .text), ("valid_to", .text), ("reason", reason),
            ("published_on", .textOrNull),
        ], required: ["government", "valid_from", "valid_to", "reason"])

    private static let interest = JSONValue.answer(
        identity + [
            ("donor_person", .idOrNull), ("government", .schemaOrNull("GovernmentName")),
            ("relation", .words(Interest.Relation.self)), ("valid_from", .dayOrNull),
            ("valid_to", .dayOrNull), ("ended_on", .dayOrNull), ("ending_reason", .textOrNull),
            ("note", .textOrNull),
        ] + recording)

    private static let donorJoinings = JSONValue.answer([
        ("person", .id),
        (
            "joinings",
            .array(of: .answer(identity + [("parting", donorParting)] + recording))
        ),
        (
            "over_cap",
            .array(
                of: .answer([
                    ("year", .whole), ("cap", .whole), ("recorded", .whole),
                    (
                        "donations",
                        .array(
                            of: .answer(
                                identity + [
                                    ("amount", .wonOrNull), ("donated_on", .day),
                                    ("recipient", .schemaOrNull("GovernmentName")),
                                ]))
                    ),
                ]))
        ),
    ])

    private static let donorParting: JSONValue = [
        "anyOf": [
            .answer(identity + [("recorded_at", .moment), ("reason", .textOrNull)]),
            ["type": "null"],
        ]
    ]

    private static let interestDraft = JSONValue.request(
        [
            ("donor_person", .idOrNull), ("donor_key", .textOrNull), ("government", unit),
            ("relation", .words(Interest.Relation.self)), ("valid_from", .textOrNull),
            ("valid_to", .textOrNull), ("note", .textOrNull),
        ], required: ["government", "relation"])

    private static let officialReceipt = JSONValue.answer(
        [
            ("id", .id), ("no", .text), ("donation_no", .text), ("issued_on", .dayOrNull),
            ("recalled_on", .dayOrNull), ("recall_reason", .textOrNull),
        ] + recording)

    private static let officialReceiptDraft = JSONValue.request(
        [("donation", .id), ("no", name), ("issued_on", .text)],
        required: ["donation", "no", "issued_on"])
}
