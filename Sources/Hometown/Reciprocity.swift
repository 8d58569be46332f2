/// 답례 현황. Where an exchange stands, and whether what was given is even.
package struct Reciprocity: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// 열림: nobody has given yet.
        case open
        /// 한쪽: somebody has given and got nothing back.
        case oneSided = "one_sided"
        /// 답례함: every pair has given both ways.
        case answered
    }

    package enum Balance: String, Sendable, CaseIterable {
        /// 균형.
        case balanced
        /// 불균형.
        case unbalanced
        /// 미정: not both sides are known.
        case undetermined
    }

    /// One government towards another.
    package struct Direction: Hashable, Sendable, Comparable {
        package let from: Int16
        package let to: Int16

        package init(from: Int16, to: Int16) {
            self.from = from
            self.to = to
        }

        package var reversed: Direction { Direction(from: to, to: from) }

        package static func < (left: Direction, right: Direction) -> Bool {
            (left.from, left.to) < (right.from, right.to)
        }
    }

    /// 답례 대기. Somebody gave and nothing came back.
    package struct Unanswered: Hashable, Sendable {
        /// The way the gift went.
        package let direction: Direction
        /// Its earliest date; `nil` where nobody said when.
        package let since: EventDate?
    }

    /// What decided a balance.
    package enum Ground: Hashable, Sendable {
        /// No pair has given both ways.
        case nothingToCompare
        /// This direction has given what nobody counted.
        case unknown(Direction)
        case uneven(Direction, Int64, Int64)
        /// Every pair is even; the sum of a pair's one side where there is one pair alone.
        case even(Int64?)
    }

    package let state: State
    package let people: Balance
    package let amount: Balance
    package let peopleGround: Ground
    package let amountGround: Ground
    /// In the order of the legs.
    package let unanswered: [Unanswered]
    /// Directions in which somebody is still to give, though nothing was given the other way.
    package let awaited: [Direction]

    /// Weighs pair by pair: what A gave B against what B gave A.
    package init(_ legs: [Leg]) {
        let given = legs.filter(\.isGiven)
        let directions = Reciprocity.directions(of: given)
        let wanted = Reciprocity.directions(of: legs)
        unanswered = directions.filter { !directions.contains($0.reversed) }.map { direction in
            Unanswered(
                direction: direction,
                since: given.filter { $0.direction == direction }.compactMap(\.date)
                    .min { $0.date < $1.date })
        }
        awaited = wanted.filter { way in
            !directions.contains(way) && !directions.contains(way.reversed)
        }
        if directions.isEmpty {
            state = .open
        } else {
            state = unanswered.isEmpty && awaited.isEmpty ? .answered : .oneSided
        }
        peopleGround = Reciprocity.weigh(given, directions) { $0.people.map(Int64.init) }
        amountGround = Reciprocity.weigh(given, directions) { $0.amount?.amount }
        people = peopleGround.balance
        amount = amountGround.balance
    }

    /// Each once, in the order of the legs.
    private static func directions(of legs: [Leg]) -> [Direction] {
        var found: [Direction] = []
        for leg in legs where !found.contains(leg.direction) { found.append(leg.direction) }
        return found
    }

    /// One unbalanced pair settles it; else one unknown leaves it open.
    private static func weigh(
        _ legs: [Leg], _ directions: [Direction], _ measure: (Leg) -> Int64?
    ) -> Ground {
        guard !directions.isEmpty, directions.allSatisfy({ directions.contains($0.reversed) })
        else { return .nothingToCompare }
        func total(_ direction: Direction) -> Int64? {
            legs.filter { $0.direction == direction }.reduce(Int64?(0)) { sum, leg in
                guard let sum, let part = measure(leg) else { return nil }
                return sum + part
            }
        }
        var unknown: Direction?
        var sums: [Int64] = []
        for direction in directions where direction < direction.reversed {
            guard let there = total(direction) else {
                unknown = unknown ?? direction
                continue
            }
            guard let back = total(direction.reversed) else {
                unknown = unknown ?? direction.reversed
                continue
            }
            if there != back { return .uneven(direction, there, back) }
            sums.append(there)
        }
        return unknown.map(Ground.unknown) ?? .even(sums.count == 1 ? sums.first : nil)
    }
}

extension Reciprocity.Ground {
    fileprivate var balance: Reciprocity.Balance {
        switch self {
        case .nothingToCompare, .unknown: .undetermined
        case .uneven: .unbalanced
        case .even: .balanced
        }
    }
}

extension Leg {
    fileprivate var direction: Reciprocity.Direction {
        Reciprocity.Direction(from: giver, to: recipient)
    }
}

extension Reciprocity.Unanswered {
    /// Days it has waited, as exactly as its date is known; `nil` without one, or before its day.
    package func age(on today: CivilDate) -> Facts.Age? {
        guard let since, since.date <= today else { return nil }
        let latest = min(since.latest, today)
        return Facts.Age(
            leastDays: today.daysSinceEpoch - latest.daysSinceEpoch,
            mostDays: since.earliest.map { today.daysSinceEpoch - $0.daysSinceEpoch })
    }
}

extension Reciprocity.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .open: Bilingual("열림", "not begun")
        case .oneSided: Bilingual("한쪽", "one-sided")
        case .answered: Bilingual("답례함", "answered")
        }
    }
}

extension Reciprocity.Balance: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .balanced: Bilingual("균형", "balanced")
        case .unbalanced: Bilingual("불균형", "unbalanced")
        case .undetermined: Bilingual("미정", "undetermined")
        }
    }
}
