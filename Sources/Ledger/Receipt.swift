package import Hometown
package import Transparency

/// 접수 확인. What a writing request is answered with: ids, codes and hashes, nothing personal. It is
/// a function of the stored entry alone, so a replay is answered with the same bytes for ever.
package struct Receipt: Hashable, Sendable {
    package let number: Int64
    package let kind: Entry.Kind
    package let id: Identifier
    package let recordedAt: Instant
    package let leafHash: Hash256
    /// The rule a reported donation breaks.
    package let disputed: String?
    /// Whether it is money that must be returned.
    package let isReturnDue: Bool
    /// 승인 대기. Whether it waits for a second person.
    package let isPending: Bool
    /// 주의. Codes of what was recorded all the same and should be looked at.
    package let warnings: [String]

    package var no: String { Entry.no(kind, recordedAt: recordedAt, number: number) }

    /// 유효, 이견, 반환 대상, 승인 대기.
    package var status: String {
        if isPending { return "pending" }
        return disputed != nil ? "disputed" : isReturnDue ? "return_due" : "standing"
    }

    package init(
        number: Int64, kind: Entry.Kind, id: Identifier, recordedAt: Instant, leafHash: Hash256,
        disputed: String? = nil, isReturnDue: Bool = false, isPending: Bool = false,
        warnings: [String] = []
    ) {
        self.number = number
        self.kind = kind
        self.id = id
        self.recordedAt = recordedAt
        self.leafHash = leafHash
        self.disputed = disputed
        self.isReturnDue = isReturnDue
        self.isPending = isPending
        self.warnings = warnings
    }

    /// - Throws: `CanonicalError` or `LedgerFailure.damaged` when the bytes are no entry, which
    ///   only tampering can bring about.
    package init(_ entry: StoredEntry) throws {
        let value = try CanonicalValue(parsing: entry.bytes)
        guard let kind = value["kind"]?.text.flatMap(Entry.Kind.init),
            let id = value["id"]?.text.flatMap({ Identifier($0) }),
            let recordedAt = value["recorded_at"]?.text.flatMap({ Instant($0) })
        else { throw LedgerFailure.damaged }
        self.init(
            number: entry.number, kind: kind, id: id, recordedAt: recordedAt,
            leafHash: entry.leafHash, disputed: value["disputed"]?.text,
            isReturnDue: value["received_unlawful"] != nil, isPending: value["pending"] != nil,
            warnings: value["warnings"]?.elements.compactMap(\.text) ?? [])
    }

    /// The answer's body, version 1 for ever: one JSON object with sorted keys.
    package var json: [UInt8] {
        CanonicalWriter.object(capacity: 288) { writer in
            writer.append("disputed", disputed)
            writer.append("entry", number)
            writer.append("id", id)
            writer.append("kind", kind.rawValue)
            writer.append("leaf_hash", leafHash.description)
            writer.append("no", no)
            writer.append("recorded_at", recordedAt)
            writer.append("status", status)
            if !warnings.isEmpty {
                writer.append("warnings", array: warnings) { $0.write($1) }
            }
        }
    }
}
