package import Hometown

/// An exchange as the ledger knows it.
package struct RecordedExchange: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let occasion: String
    package let happenedOn: EventDate
    package let agreement: Identifier?
    package let note: String?

    package var no: String { Entry.no(.exchange, recordedAt: recordedAt, number: number) }
}

/// Which exchanges to list. Everything that is `nil` does not matter.
package struct ExchangeFilter: Hashable, Sendable {
    package var id: Identifier?
    /// Any of these units gives or receives along a leg: a government under all its names.
    package var units: [Int16]?
    package var agreement: Identifier?
    package var state: Reciprocity.State?

    package init(
        id: Identifier? = nil, units: [Int16]? = nil, agreement: Identifier? = nil,
        state: Reciprocity.State? = nil
    ) {
        self.id = id
        self.units = units
        self.agreement = agreement
        self.state = state
    }
}

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

/// An exchange with its legs, its governments and where it stands.
package struct ExchangeRecord: Hashable, Sendable {
    package let exchange: RecordedExchange
    /// Those that count, in the order of their entries.
    package let legs: [RecordedLeg]
    /// Those that later ones mended.
    package var mended: [RecordedLeg] = []
    package let reciprocity: Reciprocity
    package let claims: [RecordedClaim]
    /// Every government that a leg names.
    package let governments: [Int16: Government]
    /// The Korean day up to which ages count.
    package var readOn = CivilDate(daysSinceEpoch: 0)

    package func name(of unit: Int16) -> Bilingual {
        governments[unit]?.name ?? Bilingual("-", "-")
    }
}
