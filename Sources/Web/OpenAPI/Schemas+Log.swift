import Hometown
import Ledger

extension Schemas {
    static let log: [(String, JSONValue)] = [
        ("Proof", proof), ("Consistency", consistency), ("AuditRecord", auditRecord),
    ]

    private static let auditRecord = JSONValue.answer([
        ("at", .moment),
        (
            "action",
            ["type": "string", "enum": .array(AuditRecord.Deed.all.map { .string($0.name) })]
        ),
        ("author", .textOrNull), ("author_kind", .wordsOrNull(Author.Kind.self)),
        ("name", .textOrNull), ("address", .textOrNull),
        ("kind", .wordsOrNull(Entry.Kind.self)), ("subjects", .ids), ("subject_count", .whole),
        ("scope", .textOrNull), ("reason", .textOrNull), ("entry", .wholeOrNull),
        ("no", .textOrNull), ("log_index", .wholeOrNull), ("leaf_hash", .textOrNull),
    ])

    /// SHA-256 in lower-case hexadecimal.
    private static let hash: JSONValue = ["type": "string", "pattern": "^[0-9a-f]{64}$"]

    private static let proof = JSONValue.answer(
        identity + [
            ("entry", .whole), ("kind", .words(Entry.Kind.self)), ("leaf_hash", hash),
        ] + recording + [
            ("size", .whole), ("root", hash), ("hashes", .array(of: hash)),
            ("checkpoint", .text), ("tlog_proof", .text),
        ])

    private static let consistency = JSONValue.answer([
        ("from", .whole), ("from_root", hash), ("to", .whole), ("to_root", hash),
        ("hashes", .array(of: hash)),
    ])
}
