package import Hometown
import Postgres

extension Ledger {
    /// 지목 찾기. Whom mentions mean as the book stands, in their order: so that a page can ask back
    /// about all of them at once, before anything is recorded.
    /// - Throws: `LedgerFailure`.
    package func find(
        _ mentions: [NamedPerson]
    ) async throws -> [Result<Identifier, PersonUnclear>] {
        guard !mentions.isEmpty else { return [] }
        return try await read { transaction in
            let registry = try await registry.current(in: transaction)
            let today = try await transaction.run(ReadTime())[0].koreanDate
            return try await Ledger.find(mentions, on: today, in: registry, transaction)
        }
    }

    /// 앞선 기록. What a request recorded when it came before; `nil` for one that is new. Whoever
    /// reads the book to say what a form means leaves this out: the same form means the same again.
    /// - Throws: `LedgerFailure`.
    package func recorded(under request: Request) async throws -> Receipt? {
        try await read { transaction in
            let earlier = try await transaction.run(ReadReplays(keys: [request.key])).first
            return try earlier.map { try Receipt($0.entry) }
        }
    }

    static func find(
        _ mentions: [NamedPerson], on today: CivilDate, in registry: GovernmentRegistry,
        _ transaction: Transaction
    ) async throws -> [Result<Identifier, PersonUnclear>] {
        let names = mentions.compactMap { mention -> String? in
            if case .named(let name, _) = mention.who { return name }
            return nil
        }
        let known =
            names.isEmpty ? [] : try await people(called: Set(names).sorted(), in: transaction)
        return mentions.map { mention in
            switch mention.who {
            case .id(let id): .success(id)
            case .named(let name, let office):
                RelayHoldings.KnownPerson.find(
                    name: name, office: office, field: mention.field,
                    on: min(mention.on?.latest ?? today, today), today: today, among: known,
                    in: registry)
            }
        }
    }
}
