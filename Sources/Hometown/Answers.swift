/// The answers of all rules in one word, two bits each: a verdict costs no allocation.
package struct Answers: Hashable, Sendable {
    private var bits: UInt64 = 0

    package init() {}

    package subscript(rule: Rule) -> RuleAnswer {
        RuleAnswer(rawValue: UInt8(truncatingIfNeeded: bits >> (rule.rawValue * 2) & 0b11))
            ?? .refused
    }

    /// The worst answer to a rule stands.
    mutating func record(_ answer: RuleAnswer, to rule: Rule) {
        guard answer > self[rule] else { return }
        bits &= ~(UInt64(0b11) << (rule.rawValue * 2))
        bits |= UInt64(answer.rawValue) << (rule.rawValue * 2)
    }

    package var undetermined: [Rule] {
        Rule.allCases.filter { self[$0] == .undetermined }
    }
}
