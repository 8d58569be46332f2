/// 인물. A holder of public office, whose published name may be shown. Everybody else is an opaque
/// donor.
package struct PersonDraft: Hashable, Sendable {
    /// Personal: it can be erased, and the log only commits to it.
    package var name: Bilingual
    /// The opaque reference of the caller's own key, where the person is a donor under it too: one
    /// human, one cap. Personal, like the name.
    package var donor: Identifier?
    package var offices: [OfficeDraft]
    package var claims: [ClaimDraft]

    package init(
        name: Bilingual, donor: Identifier? = nil, offices: [OfficeDraft] = [],
        claims: [ClaimDraft] = []
    ) {
        self.name = name
        self.donor = donor
        self.offices = offices
        self.claims = claims
    }
}
