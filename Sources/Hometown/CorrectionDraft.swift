/// 정정 초안. A correction as somebody asked for it, not yet judged.
package struct CorrectionDraft: Hashable, Sendable {
    package var donation: Identifier
    package var action: CorrectionAction
    package var reason: String?
    /// The correction it undoes, and whose place it takes unless it only restores.
    package var corrects: Identifier?
    /// Of an amendment: the fields that are to read otherwise. The donor's key is already hashed,
    /// dates and amounts are in their machine forms.
    package var changes = DonationFields()
    /// Names of changed fields that can never be changed (R25).
    package var earmarks: [String] = []
    /// Of a legal return.
    package var ground: ReturnGround?
    /// 반환액, as stated; worked out where it is not.
    package var amount: Won?
    package var returnedOn: CivilDate?
    /// 영수증 회수. Whether the official receipt came back.
    package var isReceiptRecalled: Bool?

    package init(donation: Identifier, action: CorrectionAction, reason: String?) {
        self.donation = donation
        self.action = action
        self.reason = reason
    }

    /// Names that designate a donation (Act 8-2); a correction leaves them alone.
    package static let earmarkNames: Set<String> = [
        "project", "project_id", "purpose", "earmark",
    ]
}
