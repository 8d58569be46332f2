package import Hometown
import Postgres

extension Ledger {
    /// 상호기부 등록. Records an exchange with all its legs and the donations they name, or nothing.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ExchangeDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
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

    /// 상호기부. Exchanges in the order they were recorded.
    /// - Throws: `LedgerFailure`.
    package func exchanges(after: Int64 = 0, rowsMax: Int) async throws -> [ExchangeRecord] {
        try await read { try await exchanges(id: nil, after: after, rowsMax: rowsMax, in: $0) }
    }

    /// - Returns: `nil` when there is no such exchange.
    /// - Throws: `LedgerFailure`.
    package func exchange(_ id: Identifier) async throws -> ExchangeRecord? {
        try await read { try await exchanges(id: id, after: 0, rowsMax: 1, in: $0).first }
    }

    func exchanges(
        id: Identifier?, after: Int64, rowsMax: Int, in transaction: Transaction
    ) async throws -> [ExchangeRecord] {
        let registry = try await registry.current(in: transaction)
        let rows = try await transaction.run(
            ReadExchanges(id: id, after: after, rowsMax: Int32(clamping: rowsMax)))
        let (legs, claims) = try await transaction.pipeline(
            ReadLegs(exchanges: rows.map(\.id)), ReadClaims(subjects: rows.map(\.id)))
        let legsByID = Dictionary(grouping: legs, by: \.exchange)
        let claimsByID = Dictionary(grouping: claims, by: \.subject)
        return rows.map { row in
            let legs = legsByID[row.id] ?? []
            let units = Set(legs.flatMap { [$0.from, $0.to] })
            return ExchangeRecord(
                exchange: row, legs: legs, reciprocity: Reciprocity(legs.map(\.leg)),
                claims: claimsByID[row.id] ?? [],
                governments: Dictionary(
                    uniqueKeysWithValues: units.compactMap { unit in
                        registry[id: unit].map { (unit, $0) }
                    }))
        }
    }
}

extension Book {
    /// Adds one direction, and the donations that go along it.
    mutating func add(
        _ draft: LegDraft, of exchange: Identifier, on exchangeDate: EventDate
    ) async throws {
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
    }
}
