/// 정정 대상. What a correction is judged by besides itself.
package struct CorrectionSubject: Hashable, Sendable {
    package var settlement: Settlement
    /// What became of the donation that took this one's place; untouched where none did.
    package var replacement: Settlement
    package var amount: Won?
    /// 답례품 가액 that was provided; `nil` where a gift was given and nobody wrote down its value.
    package var giftValue: Won?
    /// On which ground the money was taken that must go back; `nil` for a lawful gift.
    package var unlawful: ReturnGround?
    package var donatedOn: EventDate
    /// The Korean day on which the judgement is made.
    package var today: CivilDate

    package init(
        settlement: Settlement, replacement: Settlement = .untouched, amount: Won?,
        giftValue: Won?, unlawful: ReturnGround? = nil, donatedOn: EventDate, today: CivilDate
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
