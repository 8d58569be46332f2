import Hometown
import Ledger

extension Schemas {
    static let corrections: [(String, JSONValue)] = [
        ("Correction", correction), ("CorrectionDraft", correctionDraft),
        ("CorrectionList", list(of: "Correction")),
    ]

    private static let correction = JSONValue.answer(
        identity + [
            ("donation", .id), ("action", .words(CorrectionAction.self)),
            ("corrects", .idOrNull), ("state", .words(RecordedCorrection.State.self)),
            ("reason", .textOrNull), ("author", .text),
            ("changes", ["type": ["object", "null"]]), ("ground", .wholeOrNull),
            ("gift_value", .wholeOrNull), ("amount", .wholeOrNull),
            ("returned_on", .dayOrNull), ("receipt_recalled", .flagOrNull),
            ("version", .wholeOrNull), ("replacement", .idOrNull),
        ] + recording)

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
