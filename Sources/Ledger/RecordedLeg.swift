package import Hometown

/// One direction of an exchange.
package struct RecordedLeg: Hashable, Sendable {
    package let exchange: Identifier
    package let id: Identifier
    package let from: Int16
    package let department: String?
    package let to: Int16
    package let happenedOn: EventDate?
    package let people: Int32?
    package let amount: Int64?
    /// The leg that this one mends.
    package var replaces: Identifier?
    /// What goes along it, and along the legs it mends, disputed ones too.
    package var donations: [Identifier]
    /// What of these stands.
    package var itemised = Itemised()

    /// 명세. The donations of a leg that are on record by themselves.
    package struct Itemised: Hashable, Sendable {
        package var count: Int32 = 0
        /// The sum; `nil` as soon as one of them is undisclosed.
        package var amount: Int64? = 0
        /// The first of their dates.
        package var since: EventDate?

        package init() {}
    }

    /// How it weighs: given once it is dated or a donation went along it. People who are named
    /// count where nobody stated a number, and their money where all of them are there.
    package var leg: Leg {
        let isComplete = itemised.count > 0 && itemised.count >= people ?? 0
        return Leg(
            giver: from, recipient: to, isGiven: happenedOn != nil || itemised.count > 0,
            people: people ?? (itemised.count > 0 ? itemised.count : nil),
            amount: (amount ?? (isComplete ? itemised.amount : nil)).map { Won($0) },
            date: happenedOn ?? itemised.since)
    }

    /// The leg as the party that a unit is within the exchange.
    func leg(of parties: [Int16: Int16]) -> Leg {
        let leg = leg
        return Leg(
            giver: parties[from] ?? from, recipient: parties[to] ?? to, isGiven: leg.isGiven,
            people: leg.people, amount: leg.amount, date: leg.date)
    }
}
