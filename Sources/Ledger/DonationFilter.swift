package import Hometown

/// 기부 조건. Which donations to list; all of it must hold. Everything that is `nil` does not matter.
package struct DonationFilter: Hashable, Sendable {
    /// 시점. The ledger as it was: entries after it do not count, nor do corrections.
    package enum AsOf: Hashable, Sendable {
        /// The first so many leaves of the log.
        case logSize(Int64)
        /// What the newest checkpoint signed at or before the instant covers.
        case time(Instant)
    }

    /// Any of these units.
    package var recipients: [Int16]?
    /// The government of the donor's office: any of these units.
    package var givers: [Int16]?
    /// A public person, or what names one.
    package var person: Reference?
    /// Inclusive, as is `to`.
    package var from: CivilDate?
    package var to: CivilDate?
    /// In won.
    package var amountMin: Int64?
    package var amountMax: Int64?
    package var origin: Origin?
    package var channel: Channel?
    package var status: DonationQuery.Status?
    package var exchange: Reference?
    package var agreement: Reference?
    package var participation: Reference?
    package var relay: Reference?
    package var listImport: Reference?
    /// What was typed into the search box.
    package var query: DonationQuery?
    package var asOf: AsOf?
    /// Only donations of public persons. Said when the filter is made, and never taken back.
    package let isPublished: Bool
    /// Whether names of private donors may be searched.
    package var seesPrivateNames: Bool

    package init(
        recipients: [Int16]? = nil, from: CivilDate? = nil, to: CivilDate? = nil,
        isPublished: Bool = false, seesPrivateNames: Bool = false
    ) {
        self.recipients = recipients
        self.from = from
        self.to = to
        self.isPublished = isPublished
        self.seesPrivateNames = seesPrivateNames
    }

    /// The fields of the filter and the terms of the query as one list.
    var terms: [DonationQuery.Term] {
        let parts: [(DonationQuery.Key, Reference?)] = [
            (.exchange, exchange), (.agreement, agreement), (.participation, participation),
            (.relay, relay), (.listImport, listImport),
        ]
        var meanings: [DonationQuery.Meaning] = parts.compactMap { key, reference in
            reference.map { .part(key, $0) }
        }
        if let recipients { meanings.append(.recipients(recipients)) }
        if let givers { meanings.append(.givers(givers)) }
        if let origin { meanings.append(.origin(origin)) }
        if let channel { meanings.append(.channel(channel)) }
        if let status { meanings.append(.status(status)) }
        return meanings.map { DonationQuery.Term($0) } + (query?.terms ?? [])
    }
}
