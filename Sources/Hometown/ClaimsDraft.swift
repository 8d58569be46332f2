/// 뒤늦은 주장. What sources say of a thing that is on record already.
package struct ClaimsDraft: Hashable, Sendable {
    package var subject: Identifier
    package var claims: [ClaimDraft]

    package init(subject: Identifier, claims: [ClaimDraft]) {
        self.subject = subject
        self.claims = claims
    }

    package var canonical: CanonicalValue {
        var all = members
        all["quotes"] = claims.quotes.canonical
        return .members(all)
    }

    package var members: [String: CanonicalValue?] {
        ["claims": claims.canonical, "subject": .id(subject)]
    }

    package var problems: [Refusal] {
        claims.problems + (claims.isEmpty ? [.fieldMissing(field: "claims")] : [])
    }
}
