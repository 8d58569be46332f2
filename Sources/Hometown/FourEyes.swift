/// 네 눈. Why a correction waits for a second person.
package enum FourEyes: String, Sendable, CaseIterable {
    /// It touches a closed period.
    case closedPeriod = "closed_period"
    /// It moves so much money that nobody does it alone.
    case amount

    /// - Parameters:
    ///   - amounts: of every donation that the correction takes out or puts in.
    ///   - dates: of the same donations.
    ///   - threshold: from this amount on a second person is asked; `nil`: never for its amount.
    package static func reasons(
        amounts: [Won?], dates: [EventDate], late: LateEntries, threshold: Won?
    ) -> [FourEyes] {
        var reasons: [FourEyes] = []
        if dates.contains(where: { late.period(of: $0) != nil }) { reasons.append(.closedPeriod) }
        if let threshold, amounts.contains(where: { ($0 ?? .zero) >= threshold }) {
            reasons.append(.amount)
        }
        return reasons
    }
}

extension FourEyes: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .closedPeriod: Bilingual("마감된 기간", "a closed period")
        case .amount: Bilingual("큰 금액", "a large amount")
        }
    }
}
