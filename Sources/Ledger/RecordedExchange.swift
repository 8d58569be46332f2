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
    package let donations: [Identifier]

    /// How it weighs: given once it is dated or a donation went along it. People who are named
    /// count where nobody stated a number.
    var leg: Leg {
        Leg(
            giver: from, recipient: to, isGiven: happenedOn != nil || !donations.isEmpty,
            people: people ?? (donations.isEmpty ? nil : Int32(clamping: donations.count)),
            amount: amount.map { Won($0) })
    }
}

/// An exchange with its legs, its governments and where it stands.
package struct ExchangeRecord: Hashable, Sendable {
    package let exchange: RecordedExchange
    package let legs: [RecordedLeg]
    package let reciprocity: Reciprocity
    package let claims: [RecordedClaim]
    /// Every government that a leg names.
    package let governments: [Int16: Government]
}
