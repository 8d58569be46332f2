/// 영수증. The receipt that the law asks for (Act 8(2)), issued after the donation was recorded. It is
/// not the ledger's own receipt.
package struct OfficialReceiptDraft: Hashable, Sendable {
    package var donation: Identifier
    package var no: String
    package var issuedOn: CivilDate

    package init(donation: Identifier, no: String, issuedOn: CivilDate) {
        self.donation = donation
        self.no = no
        self.issuedOn = issuedOn
    }

    /// What the entry says, and what a request asks for.
    package var members: [String: CanonicalValue?] {
        ["donation": .id(donation), "issued_on": .date(issuedOn), "no": .string(no)]
    }
}
