import Hometown

extension Schemas {
    static let log: [(String, JSONValue)] = [("Proof", proof), ("Consistency", consistency)]

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
