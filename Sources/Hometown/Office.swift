/// 직위. An office somebody held, as far as its term is known: a first day, an end, or only a day
/// on which it was held.
package struct Office: Hashable, Sendable {
    /// 세종특별자치시장, Mayor of Sejong.
    package let title: Bilingual
    /// Whose office it is; `nil` for one that no government employs, as a member of parliament's.
    package let government: Int16?
    package let validFrom: CivilDate?
    /// Exclusive. With a known first day and no end the term still runs.
    package let validTo: CivilDate?
    /// A day on which the office was certainly held.
    package let knownOn: CivilDate?

    package init(
        title: Bilingual, government: Int16?, validFrom: CivilDate? = nil,
        validTo: CivilDate? = nil, knownOn: CivilDate? = nil
    ) {
        self.title = title
        self.government = government
        self.validFrom = validFrom
        self.validTo = validTo
        self.knownOn = knownOn
    }

    /// Whether the office was held on a day that is itself known only as a range.
    package enum Tenure: Sendable {
        case certain, possible, none
    }

    package func tenure(on days: ClosedRange<CivilDate>) -> Tenure {
        if let validFrom, days.upperBound < validFrom { return .none }
        if let validTo, days.lowerBound >= validTo { return .none }
        let lastDay = validTo?.adding(days: -1)
        // The office was held from the earliest to the latest day known; beyond them, nobody knows.
        guard let first = validFrom ?? knownOn ?? lastDay else { return .possible }
        if first > days.lowerBound { return .possible }
        if validFrom != nil, validTo == nil { return .certain }
        guard let last = lastDay ?? knownOn else { return .possible }
        return days.upperBound <= last ? .certain : .possible
    }
}

extension Sequence<Office> {
    /// Counts only offices certainly held on the day.
    package func held(on day: CivilDate) -> Incumbency {
        let held = filter { $0.tenure(on: day...day) == .certain }
        guard let office = held.first else { return .none }
        return held.count == 1 ? .one(office) : .ambiguous(held)
    }
}
