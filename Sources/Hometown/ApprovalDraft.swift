/// 승인 초안. What a second person says of what a first asked for: a correction that waits, a period
/// that is to be opened again; or of a summary that was filed.
package struct ApprovalDraft: Hashable, Sendable {
    package enum Verdict: String, Sendable, CaseIterable {
        /// 승인.
        case approve
        /// 반려.
        case reject
    }

    package var request: Identifier
    package var verdict: Verdict
    /// Whoever turns a request down says why. Only committed to.
    package var reason: String?

    package init(request: Identifier, verdict: Verdict, reason: String?) {
        self.request = request
        self.verdict = verdict
        self.reason = reason
    }

    package var problems: [Refusal] {
        verdict == .reject && (reason ?? "").isEmpty ? [.reasonRequired] : []
    }

    /// What the entry says.
    /// - Parameter kind: of what was asked for, by which the entry names it.
    package func members(of kind: Entry.Kind?) -> [String: CanonicalValue?] {
        [(kind?.rawValue ?? "request"): .id(request), "verdict": .string(verdict.rawValue)]
    }

    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members(of: nil)
        all["reason"] = .text(reason)
        return .members(all)
    }
}
