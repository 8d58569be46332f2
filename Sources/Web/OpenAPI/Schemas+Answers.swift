import Hometown
import Ledger

extension Schemas {
    /// What the ledger's routes answer with and take, by name.
    package static let ledger: [(String, JSONValue)] =
        answers + facts + lists + imports + corrections + reports + timetable + deliveries
        + relays + agreements + exchanges + funds + periods + work + log + entry + drafts
        + factDrafts

    private static let answers: [(String, JSONValue)] = [
        ("Receipt", receipt), ("GovernmentName", governmentName), ("Claim", claim),
        ("Donation", donation), ("DonationList", donationList),
        ("TimelineItem", timelineItem), ("SearchResults", searchResults),
        ("Office", office), ("Person", person), ("Government", government),
    ]

    private static let lists = [
        "Agreement", "Exchange", "Candidate", "Relay", "Participation", "Nomination",
        "Person", "Government", "Schedule", "Run", "Report", "Holiday", "Project", "Bar",
        "Interest", "OfficialReceipt", "TimelineItem", "Receiver", "Delivery",
        "AuditRecord",
    ].map { ("\($0)List", list(of: $0)) }

    static let identity: [(String, JSONValue)] = [("id", .id), ("no", .text)]
    static let recording: [(String, JSONValue)] = [
        ("recorded_at", .moment), ("log_index", .wholeOrNull),
    ]
    static let precision = JSONValue.words(EventDate.Precision.self)
    static let precisionOrNull = JSONValue.wordsOrNull(EventDate.Precision.self)
    static let claims: [(String, JSONValue)] = [("claims", .array(of: .schema("Claim")))]

    /// A text in the reader's language and in both.
    static func bilingual(
        _ name: String, _ text: JSONValue = .text
    ) -> [(String, JSONValue)] {
        [(name, text), ("\(name)_ko", text), ("\(name)_en", text)]
    }

    private static let receipt: JSONValue = [
        "type": "object",
        "required": ["entry", "id", "kind", "leaf_hash", "no", "recorded_at", "status"],
        "properties": [
            "disputed": .text, "entry": .whole, "id": .id, "kind": .words(Entry.Kind.self),
            "leaf_hash": ["type": "string", "pattern": "^[0-9a-f]{64}$"], "no": .text,
            "recorded_at": .moment, "status": status,
            "warnings": .array(of: .words(Warning.Code.self)),
        ],
    ]

    /// Of a donation, or that what was recorded waits for a second person.
    private static let status: JSONValue = [
        "type": "string",
        "enum": .array(
            (RecordedDonation.Status.allCases.map(\.rawValue) + ["pending"]).map { .string($0) }),
    ]

    private static let governmentName = JSONValue.answer([
        ("code", .text), ("name", .text), ("full_name", .text),
    ])

    private static let claim = JSONValue.answer([
        ("source", .id), ("outlet", .text), ("headline", .textOrNull),
        ("published_at", .momentOrNull), ("link", .textOrNull), ("attribute", .textOrNull),
        ("value", .textOrNull), ("quote", .textOrNull), ("claim", .text),
        (
            "followed",
            [
                "anyOf": [
                    .answer([("by", .textOrNull), ("at", .moment), ("reason", .textOrNull)]),
                    ["type": "null"],
                ]
            ]
        ),
    ])

    private static let donation = JSONValue.answer(
        identity + [
            (
                "donor",
                .answer([
                    ("name", .textOrNull), ("office", .textOrNull), ("person", .idOrNull),
                ])
            ),
            ("recipient", .schemaOrNull("GovernmentName")), ("amount", .wonOrNull),
            ("donated_on", .date), ("date_precision", precision),
            ("origin", .words(Origin.self)), ("channel", .wordsOrNull(Channel.self)),
            ("channel_name", .textOrNull), ("exchange_id", .idOrNull), ("leg_id", .idOrNull),
            ("participation_id", .idOrNull), ("status", .words(RecordedDonation.Status.self)),
            ("disputed", .wordsOrNull(Refusal.Code.self)), ("return_ground", .wholeOrNull),
            ("version", .whole), ("replaces", .idOrNull), ("replaced_by", .idOrNull),
        ] + receiving + claims + recording)

    private static let donationList = JSONValue.answer([
        ("items", .array(of: .schema("Donation"))), ("next", .textOrNull),
        (
            "unknown",
            .array(of: .answer([("word", .text), ("did_you_mean", .textOrNull)]))
        ),
        ("log_size", .wholeOrNull),
        (
            "totals",
            [
                "anyOf": [
                    .answer([
                        ("rows", .whole), ("standing", .whole), ("amount", .whole),
                        ("undisclosed", .whole), ("exact", ["type": "boolean"]),
                    ]), ["type": "null"],
                ]
            ]
        ),
    ])

    private static let timelineItem = JSONValue.answer(
        [
            ("no", .text), ("id", .id), ("kind", .words(Entry.Kind.self)),
            ("action", .wordsOrNull(CorrectionAction.self)), ("title", .textOrNull),
            ("happened_on", ["type": ["string", "null"]]), ("date_precision", precisionOrNull),
            ("author", .textOrNull), ("entry", .whole),
            ("leaf_hash", ["type": "string", "pattern": "^[0-9a-f]{64}$"]),
        ] + recording)

    private static let searchResults: JSONValue = {
        let hit = JSONValue.answer([
            ("kind", .text), ("no", .textOrNull), ("id", .text), ("title", .textOrNull),
        ])
        let group = JSONValue.answer([
            ("count", .whole), ("exact", ["type": "boolean"]), ("items", .array(of: hit)),
        ])
        let groups = [
            "governments", "people", "donations", "exchanges", "agreements", "relays",
        ].map { ($0, group) }
        return .answer([("exact", ["anyOf": [hit, ["type": "null"]]])] + groups)
    }()

    private static let office = JSONValue.answer(
        [("id", .id)] + bilingual("title") + [("government", .schemaOrNull("GovernmentName"))]
            + bilingual("constituency", .textOrNull) + bilingual("party", .textOrNull) + [
                ("held_from", .dayOrNull), ("held_to", .dayOrNull), ("known_on", .dayOrNull),
            ])

    private static let person = JSONValue.answer(
        identity + bilingual("name", .textOrNull)
            + [("offices", .array(of: .schema("Office")))] + claims + recording)

    private static let government = JSONValue.answer(
        [("code", .text)] + bilingual("name") + bilingual("full_name") + [
            ("level", .words(Government.Level.self)), ("parent", .textOrNull),
            ("valid_from", .day), ("valid_to", .dayOrNull), ("successors", .array(of: .text)),
            ("iso3166_2", .textOrNull),
        ])
}
