/// 규칙. The rules a donation is judged by, numbered as in the law reference of the documentation
/// (R1 to R24) and in the order of the ladder.
package enum Rule: UInt8, Sendable, CaseIterable {
    case residentNumberAbsent = 1
    case amountValid = 2
    case dateNotInFuture = 3
    case dateInScheme = 4
    case donorNaturalPerson = 5
    case donorInOwnName = 6
    case governmentUnambiguous = 7
    case recipientInForce = 8
    case recipientNotBarred = 9
    case residenceKnown = 10
    case notOwnGovernment = 11
    case notOwnMetropolitan = 12
    case residenceUnambiguous = 13
    case notEmployer = 14
    case noInterest = 15
    case withinAnnualCap = 16
    case placePublic = 17
    case earmarkAvailable = 18
    case projectOpen = 19
    case giftLawful = 20
    case giftWithinLimit = 21
    case giftWanted = 22
    case checksComplete = 23
    case consentGiven = 24

    /// R11.
    package var number: String { "R\(rawValue)" }
}

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
