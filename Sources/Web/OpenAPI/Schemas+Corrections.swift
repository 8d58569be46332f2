import Hometown
import Ledger

extension Schemas {
    static let corrections: [(String, JSONValue)] = [
        ("Correction", correction), ("CorrectionDraft", correctionDraft),
        ("CorrectionList", list(of: "Correction")), ("CorrectionForesight", foresight),
    ]

    private static let correction = JSONValue.answer(
        identity + [
            ("donation", .id), ("action", .words(CorrectionAction.self)),
            ("corrects", .idOrNull), ("state", .words(RecordedCorrection.State.self)),
            ("reason", .textOrNull), ("author", .text), ("approver", .textOrNull),
            ("changes", ["type": ["object", "null"]]), ("ground", .wholeOrNull),
            ("gift_value", .wholeOrNull), ("amount", .wholeOrNull),
            ("returned_on", .dayOrNull), ("receipt_recalled", .flagOrNull),
            ("version", .wholeOrNull), ("replacement", .idOrNull),
        ] + recording)

    private static let foresight = JSONValue.answer([
        ("dry_run", .flag), ("action", .words(CorrectionAction.self)),
        ("gift_value", .wholeOrNull), ("amount", .wholeOrNull),
        ("waits_for", .array(of: .words(FourEyes.self))), ("before", .schema("Donation")),
        ("after", .schema("Donation")),
        ("grounds", .answer([("before", grounds), ("after", grounds)])),
        ("difference", .answer([("donations", .whole), ("won", .whole)])),
        (
            "years",
            .array(
                of: .answer([
                    ("donor", .text), ("year", .whole), ("before", .whole), ("after", .whole),
                    ("undisclosed", .whole), ("cap", .wholeOrNull), ("left", .wholeOrNull),
                ]))
        ),
        (
            "exchanges",
            .array(
                of: .answer([
                    ("id", .id), ("no", .text), ("before", standing), ("after", standing),
                ]))
        ),
        (
            "summaries",
            .array(
                of: .answer([
                    ("id", .id), ("no", .text), ("schedule", .text), ("period", .text),
                    ("revision", .whole), ("title", .text), ("log_size", .whole),
                ]))
        ),
    ])

    private static let grounds = JSONValue.answer([
        ("residence", .textOrNull), ("undetermined", .array(of: .text)),
    ])

    private static let standing = JSONValue.answer([
        ("state", .words(Reciprocity.State.self)), ("people_balance", .text),
        ("amount_balance", .text),
    ])

    private static let correctionDraft = JSONValue.request(
        [
            ("action", .words(CorrectionAction.self)),
            ("reason", .text(max: FormReader.sentencesMax)), ("corrects", .idOrNull),
            ("changes", .request(donationMembers, required: [])),
            ("ground", ["type": ["integer", "string", "null"]]),
            ("amount", ["type": ["integer", "string", "null"]]),
            ("returned_on", .textOrNull), ("receipt_recalled", .flagOrNull),
        ], required: ["action", "reason"])
}
