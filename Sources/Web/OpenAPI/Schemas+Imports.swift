import Hometown
import Ledger

extension Schemas {
    /// 일괄 등록.
    static let imports: [(String, JSONValue)] = [
        ("Import", recordedImport), ("ImportList", list(of: "Import")),
        ("ImportReport", importReport),
    ]

    private static let counts: [(String, JSONValue)] = [
        "rows", "recorded", "refused", "known", "disputed", "duplicates", "amount",
    ].map { ($0, .whole) }

    private static let recordedImport = JSONValue.answer(
        identity + counts + [
            ("recorded_by", .text), ("valid_rows_only", ["type": "boolean"]),
            ("forced_because", .textOrNull), ("file_name", .textOrNull),
            ("file_sha256", .textOrNull), ("recorded_at", .moment),
        ])

    private static let importReport = JSONValue.answer(
        [("id", .idOrNull), ("no", .textOrNull)] + counts + [
            ("encoding", .text), ("earlier", .textOrNull),
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
