import Hometown

extension Sample {
    /// A gift as the articles tell of it: by whom, to whom, and by when. Where it also proves a
    /// participation it says so; an exchange links its own.
    func draft(_ donation: SampleFacts.Donation) throws -> DonationDraft {
        var draft = DonationDraft(
            origin: try Sample.read(donation.origin, Origin.init(rawValue:)),
            donor: .person(try id(donation.donor)), recipient: donation.recipient,
            amount: donation.amount.map { Won($0) }, donatedOn: try Sample.day(donation.donatedOn))
        draft.participation = try donation.participation.map { try id($0) }
        draft.claims = try claims(donation.claims)
        return draft
    }

    func draft(_ exchange: SampleFacts.Exchange) throws -> ExchangeDraft {
        let donations = Dictionary(uniqueKeysWithValues: facts.donations.map { ($0.id, $0) })
        return ExchangeDraft(
            occasion: try Sample.read(exchange.occasion, ExchangeDraft.Occasion.init(rawValue:)),
            happenedOn: try Sample.day(exchange.on), agreement: try id(exchange.agreement),
            note: exchange.on.note,
            legs: try exchange.legs.map { leg in
                LegDraft(
                    from: leg.from, to: leg.to,
                    happenedOn: try Sample.read(leg.on) { EventDate($0) }, people: leg.people,
                    amount: leg.amount.map { Won($0) },
                    donations: try leg.donations.map { local in
                        try draft(try Sample.read(local) { donations[$0] })
                    })
            }, claims: try claims(exchange.claims))
    }

    /// The donations that no leg names.
    var donationsApart: [SampleFacts.Donation] {
        let legs = facts.exchanges.flatMap(\.legs)
        let along = Set(legs.flatMap(\.donations))
        return facts.donations.filter { !along.contains($0.id) }
    }
}
