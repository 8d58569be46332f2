/// 영수증 회수. The official receipt of a donation came back, as it must when the donation is
/// returned (Act 14(1)).
package struct OfficialReceiptRecallDraft: Hashable, Sendable {
    package var donation: Identifier
    package var recalledOn: CivilDate
    package var reason: String

    package init(donation: Identifier, recalledOn: CivilDate, reason: String) {
        self.donation = donation
        self.recalledOn = recalledOn
        self.reason = reason
    }

    /// What the entry says, and what a request asks for.
    package var members: [String: CanonicalValue?] {
        [
            "donation": .id(donation), "reason": .string(reason),
            "recalled_on": .date(recalledOn),
        ]
    }
}
