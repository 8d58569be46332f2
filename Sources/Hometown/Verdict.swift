/// 판정 결과. The whole judgement of a donation.
package struct Verdict: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// 유효. Recorded, and counted where its amount is known.
        case standing
        /// 이견. Recorded, because the world says so, but outside every total.
        case disputed
        /// 반환 대상. Money that was taken against the law: recorded, so that it can be returned, and
        /// outside every total.
        case returnDue = "return_due"
        /// 거부. Not recorded.
        case refused
    }

    package let outcome: Outcome
    package let answers: Answers
    /// The first is the main reason; the others follow in the order of the ladder.
    package let refusals: [Refusal]
    /// The government of the date; `nil` only when refused.
    package let recipient: Government?
    /// The residence as recorded, in force on its date or not; `nil` when unknown or none.
    package let residence: Government?
    /// The year whose cap the amount counts against; `nil` when the date spans two.
    package let capYear: Int?
    /// What is recorded all the same and should be looked at.
    package var warnings: [Warning] = []
}
