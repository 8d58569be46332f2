/// 재개 초안. Somebody asks that a closed period be opened again; another person decides.
package struct ReopeningDraft: Hashable, Sendable {
    package var closing: Identifier
    package var reason: String

    package init(closing: Identifier, reason: String) {
        self.closing = closing
        self.reason = reason
    }

    /// What the entry says, and what a request asks for. It waits, as every reopening does.
    package var members: [String: CanonicalValue?] {
        ["closing": .id(closing), "pending": .bool(true), "reason": .string(reason)]
    }
}
