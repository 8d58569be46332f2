/// 정정, 취소, 반환. What a correction does to a donation. Nothing is edited: each of them is an entry
/// of its own that says what became of another.
package enum CorrectionAction: String, Sendable, CaseIterable {
    /// 정정: out of the totals, and another donation in its place.
    case amend
    /// 취소: out of the totals; a mistyped entry.
    case reverse
    /// 반환: money unlawfully taken went back (Act 14).
    case `return`
    /// 되살림: an earlier correction was itself a mistake, and is undone.
    case restore
}

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

/// 처리 상태. Where a donation stands after what was done to it so far. Each step takes it out of
/// the totals or puts it back, so that every odd step settles and every even one reopens.
package struct Settlement: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// As it was recorded.
        case open
        /// 취소됨.
        case reversed
        /// 반환됨.
        case returned
    }

    /// How many steps there were: the version that a correction says it has seen.
    package let step: Int
    package let outcome: Outcome
    /// The correction that took the last step.
    package let correction: Identifier?
    /// The donation that took its place.
    package let replacement: Identifier?

    package static let untouched = Settlement(
        step: 0, outcome: .open, correction: nil, replacement: nil)

    package init(
        step: Int, outcome: Outcome, correction: Identifier?, replacement: Identifier?
    ) {
        self.step = step
        self.outcome = outcome
        self.correction = correction
        self.replacement = replacement
    }
}

/// 정정 대상. What a correction is judged by besides itself.
package struct CorrectionSubject: Hashable, Sendable {
    package var settlement: Settlement
    /// What became of the donation that took this one's place; untouched where none did.
    package var replacement: Settlement
    package var amount: Won?
    /// 답례품 가액 that was provided.
    package var giftValue: Won
    /// On which ground the money was taken that must go back; `nil` for a lawful gift.
    package var unlawful: ReturnGround?
    package var donatedOn: EventDate
    /// The Korean day on which the judgement is made.
    package var today: CivilDate

    package init(
        settlement: Settlement, replacement: Settlement = .untouched, amount: Won?,
        giftValue: Won, unlawful: ReturnGround? = nil, donatedOn: EventDate, today: CivilDate
    ) {
        self.settlement = settlement
        self.replacement = replacement
        self.amount = amount
        self.giftValue = giftValue
        self.unlawful = unlawful
        self.donatedOn = donatedOn
        self.today = today
    }
}
