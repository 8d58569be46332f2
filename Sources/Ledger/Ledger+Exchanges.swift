package import Hometown
import Postgres

extension Ledger {
    /// 상호기부 등록. Records an exchange with all its legs and the donations they name, or nothing.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ExchangeDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            try book.refuseImpossible(draft.happenedOn, field: "on")
            let exchange = try await book.add(
                .exchange, members: draft.members, personal: draft.claims.quotes)
            _ = try await book.transaction.run(
                InsertExchange(
                    number: exchange.number, id: exchange.id, draft: draft,
                    recordedAt: book.recordedAt))
            try await book.keep(draft.claims, about: exchange)
            for (index, leg) in draft.legs.enumerated() {
                do {
                    try await book.add(leg, of: exchange.id, on: draft.happenedOn)
                } catch {
                    throw Refused.naming(.legs, index, error)
                }
            }
        }
    }

    /// 한쪽 기부 추가. Adds a leg to an exchange on record: an answer that came later, or a leg that
    /// mends an earlier one.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ draft: LegDraft, of exchange: Identifier, request: Request
    ) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        let content = draft.canonical(of: exchange)
        return try await write(request, content: content) { book in
            let rows = try await book.transaction.run(
                ReadExchanges(filter: ExchangeFilter(id: exchange), after: 0, rowsMax: 1))
            guard let on = rows.first?.happenedOn else {
                throw Refused([.referenceUnknown(field: "exchange_id")])
            }
            try await book.add(draft, of: exchange, on: on)
        }
    }

    /// 상호기부. Exchanges in the order they were recorded.
    /// - Throws: `LedgerFailure`.
    package func exchanges(
        _ filter: ExchangeFilter = ExchangeFilter(), after: Int64 = 0, rowsMax: Int
    ) async throws -> [ExchangeRecord] {
        try await read { transaction in
            guard let state = filter.state else {
                return try await exchanges(filter, after: after, rowsMax: rowsMax, in: transaction)
            }
            // Where an exchange stands follows from its legs: pages are read until enough match.
            var found: [ExchangeRecord] = []
            var last = after
            while found.count < rowsMax {
                let page = try await exchanges(
                    filter, after: last, rowsMax: Ledger.exchangesPageMax, in: transaction)
                found += page.filter { $0.reciprocity.state == state }
                guard page.count == Ledger.exchangesPageMax, let next = page.last else { break }
                last = next.exchange.number
            }
            return Array(found.prefix(rowsMax))
        }
    }

    /// Exchanges looked through at once for those of one state.
    static let exchangesPageMax = 500

    /// - Returns: `nil` when there is no such exchange.
    /// - Throws: `LedgerFailure`.
    package func exchange(_ id: Identifier) async throws -> ExchangeRecord? {
        try await read {
            try await exchanges(ExchangeFilter(id: id), after: 0, rowsMax: 1, in: $0).first
        }
    }

    /// - Parameter logSize: only what has its place in a log of this size; `nil` for everything.
    func exchanges(
        _ filter: ExchangeFilter = ExchangeFilter(), after: Int64, rowsMax: Int,
        within logSize: Int64? = nil, in transaction: Transaction
    ) async throws -> [ExchangeRecord] {
        try await complete(
            transaction.run(
                ReadExchanges(filter: filter, after: after, rowsMax: Int32(clamping: rowsMax))),
            within: logSize, in: transaction)
    }

    /// Adds to exchanges what stands in other tables, and weighs them.
    func complete(
        _ rows: [RecordedExchange], within logSize: Int64? = nil, in transaction: Transaction
    ) async throws -> [ExchangeRecord] {
        let registry =
            if let logSize {
                try await registry.current(within: logSize, in: transaction)
            } else { try await registry.current(in: transaction) }
        let ids = rows.map(\.id)
        let (_, legs, gifts, claims, _, time) = try await transaction.pipeline(
            PlanByKeys(), ReadLegs(exchanges: ids, logSize: logSize),
            ReadLegGifts(exchanges: ids, logSize: logSize), ReadClaims(subjects: ids),
            PlanByKeys.End(), ReadTime())
        let giftsByLeg = Dictionary(grouping: gifts, by: \.leg)
        let legsByID = Dictionary(grouping: legs, by: \.exchange)
        let claimsByID = Dictionary(grouping: claims, by: \.subject)
        return rows.map { row in
            let (standing, mended) = RecordedLeg.settle(legsByID[row.id] ?? [], giftsByLeg)
            let units = Set((standing + mended).flatMap { [$0.from, $0.to] })
            let parties = registry.parties(of: units)
            return ExchangeRecord(
                exchange: row, legs: standing, mended: mended,
                reciprocity: Reciprocity(standing.map { $0.leg(of: parties) }),
                claims: claimsByID[row.id] ?? [],
                governments: Dictionary(
                    uniqueKeysWithValues: units.compactMap { unit in
                        registry[id: unit].map { (unit, $0) }
                    }), readOn: time[0].koreanDate)
        }
    }
}

extension RecordedLeg {
    /// Tells legs that count from those that were mended, and gives the former what goes along
    /// either.
    fileprivate static func settle(
        _ legs: [RecordedLeg], _ gifts: [Identifier: [ReadLegGifts.Row]]
    ) -> (standing: [RecordedLeg], mended: [RecordedLeg]) {
        let byID = Dictionary(uniqueKeysWithValues: legs.map { ($0.id, $0) })
        let replaced = Set(legs.compactMap(\.replaces))
        let standing = legs.filter { !replaced.contains($0.id) }.map { leg in
            var leg = leg
            var earlier: RecordedLeg? = leg
            while let one = earlier {
                leg.take(gifts[one.id] ?? [])
                earlier = one.replaces.flatMap { byID[$0] }
            }
            return leg
        }
        return (standing, legs.filter { replaced.contains($0.id) })
    }

    private mutating func take(_ gifts: [ReadLegGifts.Row]) {
        for gift in gifts {
            donations.append(gift.donation)
            guard gift.isStanding else { continue }
            itemised.count += 1
            itemised.amount = itemised.amount.flatMap { sum in gift.amount.map { sum + $0 } }
            if itemised.since.map({ gift.donatedOn.date < $0.date }) ?? true {
                itemised.since = gift.donatedOn
            }
        }
    }
}

extension Book {
    /// Adds one direction, the donations that go along it, and links to those on record.
    mutating func add(
        _ draft: LegDraft, of exchange: Identifier, on exchangeDate: EventDate
    ) async throws {
        try refuseImpossible(draft.happenedOn, field: "on")
        let day = (draft.happenedOn ?? exchangeDate).latest
        let giver = try government(draft.from, on: day, field: "from")
        let recipient = try government(draft.to, on: day, field: "to")
        guard giver.id != recipient.id else { throw Refused([.partyRepeated]) }
        let place = try await add(.leg, members: draft.members(of: exchange, giver, recipient))
        _ = try await transaction.run(
            InsertLeg(
                number: place.number, id: place.id, exchange: exchange, draft: draft,
                giver: giver.id, recipient: recipient.id, recordedAt: recordedAt))
        try await record(
            draft.donations.map { donation in
                var donation = donation
                donation.exchange = exchange
                donation.leg = place.id
                return donation
            })
        for (index, donation) in draft.links.enumerated() {
            do {
                try await link(
                    LinkDraft(exchange: exchange, donation: donation, leg: place.id))
            } catch {
                throw Refused.naming(.donationIDs, index, error)
            }
        }
    }
}
