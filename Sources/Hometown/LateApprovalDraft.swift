/// 늦은 등록 승인 초안. So many donations may still be recorded into a closed period, by anybody but
/// the one who approves them.
package struct LateApprovalDraft: Hashable, Sendable {
    /// More in one go would be a reopening.
    package static let entriesMax: Int16 = 1_000

    package var closing: Identifier
    package var entriesMax: Int16
    /// Only committed to: words about a late donation may name its donor.
    package var reason: String

    package init(closing: Identifier, entriesMax: Int16, reason: String) {
        self.closing = closing
        self.entriesMax = entriesMax
        self.reason = reason
    }

    package var problems: [Refusal] {
        guard entriesMax > LateApprovalDraft.entriesMax else { return [] }
        let max = Int(LateApprovalDraft.entriesMax)
        return [.tooMany(field: "entries_max", max: max)]
    }

    /// What the entry says.
    package var members: [String: CanonicalValue?] {
        ["closing": .id(closing), "entries_max": .number(entriesMax)]
    }

    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members
        all["reason"] = .string(reason)
        return .members(all)
    }
}
