/// 판정. What one rule says. Not known is never passed.
package enum RuleAnswer: UInt8, Comparable, Sendable, CaseIterable {
    case passed = 0
    /// 미정. A fact it needs is not recorded.
    case undetermined = 1
    case refused = 2

    package static func < (left: RuleAnswer, right: RuleAnswer) -> Bool {
        left.rawValue < right.rawValue
    }
}
