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
