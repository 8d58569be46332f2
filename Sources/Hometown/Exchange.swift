/// 상호기부. Gifts that cross between governments, as somebody states them.
package struct ExchangeDraft: Hashable, Sendable {
    package enum Occasion: String, Sendable, CaseIterable {
        /// 협약 체결.
        case signing
        /// 해마다.
        case yearly
        /// 답례.
        case answer
        case other
    }

    package var occasion: Occasion
    package var happenedOn: EventDate
    package var agreement: Identifier?
    package var note: String?
    package var legs: [LegDraft]
    package var claims: [ClaimDraft]

    package static let legsMin = 2
    package static let legsMax = 64

    package init(
        occasion: Occasion, happenedOn: EventDate, agreement: Identifier? = nil,
        note: String? = nil, legs: [LegDraft], claims: [ClaimDraft] = []
    ) {
        self.occasion = occasion
        self.happenedOn = happenedOn
        self.agreement = agreement
        self.note = note
        self.legs = legs
        self.claims = claims
    }
}

/// 한쪽 기부. One direction of an exchange: a statement about people and perhaps money. The money
/// itself is in its donations. Without a date it is still awaited.
package struct LegDraft: Hashable, Sendable {
    package var from: String
    package var department: String?
    package var to: String
    package var happenedOn: EventDate?
    package var people: Int32?
    package var amount: Won?
    /// Donors who are named; each donation is judged alone.
    package var donations: [DonationDraft]

    package init(
        from: String, department: String? = nil, to: String, happenedOn: EventDate? = nil,
        people: Int32? = nil, amount: Won? = nil, donations: [DonationDraft] = []
    ) {
        self.from = from
        self.department = department
        self.to = to
        self.happenedOn = happenedOn
        self.people = people
        self.amount = amount
        self.donations = donations
    }
}

/// What is known of one direction when an exchange is weighed.
package struct Leg: Hashable, Sendable {
    package let giver: Int16
    package let recipient: Int16
    package let isGiven: Bool
    package let people: Int32?
    package let amount: Won?

    package init(giver: Int16, recipient: Int16, isGiven: Bool, people: Int32?, amount: Won?) {
        self.giver = giver
        self.recipient = recipient
        self.isGiven = isGiven
        self.people = people
        self.amount = amount
    }
}

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

    package let state: State
    package let people: Balance
    package let amount: Balance

    /// Weighs pair by pair: what A gave B against what B gave A.
    package init(_ legs: [Leg]) {
        let given = legs.filter(\.isGiven)
        let directions = Set(given.map { Direction(from: $0.giver, to: $0.recipient) })
        if directions.isEmpty {
            state = .open
        } else {
            let wanted = Set(legs.map { Direction(from: $0.giver, to: $0.recipient) })
            let all = wanted.union(wanted.map(\.reversed))
            state = directions == all ? .answered : .oneSided
        }
        people = Reciprocity.balance(given, directions) { $0.people.map(Int64.init) }
        amount = Reciprocity.balance(given, directions) { $0.amount?.amount }
    }

    private struct Direction: Hashable {
        let from: Int16
        let to: Int16
        var reversed: Direction { Direction(from: to, to: from) }
    }

    /// One unbalanced pair settles it; else one unknown leaves it open.
    private static func balance(
        _ legs: [Leg], _ directions: Set<Direction>, _ measure: (Leg) -> Int64?
    ) -> Balance {
        guard !directions.isEmpty, directions.allSatisfy({ directions.contains($0.reversed) })
        else { return .undetermined }
        func total(_ direction: Direction) -> Int64? {
            legs.filter { $0.giver == direction.from && $0.recipient == direction.to }
                .reduce(Int64?(0)) { sum, leg in
                    guard let sum, let part = measure(leg) else { return nil }
                    return sum + part
                }
        }
        var isKnown = true
        for direction in directions where direction.from < direction.to {
            guard let there = total(direction), let back = total(direction.reversed) else {
                isKnown = false
                continue
            }
            if there != back { return .unbalanced }
        }
        return isKnown ? .balanced : .undetermined
    }
}
