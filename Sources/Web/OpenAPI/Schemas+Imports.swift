import Hometown
import Ledger

extension Schemas {
    /// 일괄 등록.
    static let imports: [(String, JSONValue)] = [
        ("Import", recordedImport), ("ImportList", list(of: "Import")),
        ("ImportReport", importReport), ("ImportReversalDraft", reversalDraft),
        ("ImportReversalPlan", reversalPlan),
    ]

    private static let reversalDraft = JSONValue.request(
        [("reason", .text(max: FormReader.sentencesMax)), ("confirm", .text)],
        required: ["reason", "confirm"])

    private static let reversalPlan = JSONValue.answer([
        ("import", .text), ("possible", ["type": "boolean"]), ("reversing", .whole),
        ("reversed_before", .whole), ("amount", .whole), ("reversed_as", .textOrNull),
        ("text", .text), ("obstacles_count", .whole),
        (
            "obstacles",
            .array(
                of: .answer([
                    ("no", .text), ("id", .id), ("code", .words(Refusal.Code.self)),
                    ("text", .text),
                ]))
        ),
    ])

    private static let counts: [(String, JSONValue)] = [
        "rows", "recorded", "refused", "known", "disputed", "duplicates", "amount",
    ].map { ($0, .whole) }

    private static let sums: [(String, JSONValue)] = [
        "warned", "warned_amount", "duplicates_amount", "refused_amount", "known_amount",
    ].map { ($0, .whole) }

    private static let hidden: [(String, JSONValue)] = [
        ("hidden", .whole), ("hidden_rows", .array(of: .whole, max: HiddenRows.namedMax)),
        ("hidden_columns", .array(of: .answer([("letters", .text), ("header", .text)]))),
        ("hidden_sheet", .textOrNull), ("hidden_text", .textOrNull),
    ]

    private static let recordedImport = JSONValue.answer(
        identity + counts + hidden + [
            ("recorded_by", .text), ("valid_rows_only", ["type": "boolean"]),
            ("forced_because", .textOrNull), ("file_name", .textOrNull),
            ("file_sha256", .textOrNull), ("reversed_as", .textOrNull),
            ("reversed_because", .textOrNull), ("recorded_at", .moment),
        ])

    private static let importReport = JSONValue.answer(
        counts + sums + hidden + [
            ("id", .idOrNull), ("no", .textOrNull), ("encoding", .textOrNull),
            ("earlier", .textOrNull),
            (
                "columns",
                .array(of: .answer([("header", .text), ("field", .text)]))
            ), ("ignored", .array(of: .text)),
            (
                "problems",
                .array(
                    of: .answer([
                        ("row", .whole), ("column", .textOrNull), ("field", .textOrNull),
                        ("code", .text), ("text", .text), ("warning", ["type": "boolean"]),
                    ]))
            ),
        ])
}
