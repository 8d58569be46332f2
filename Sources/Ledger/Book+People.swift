import Hometown
import Postgres

extension Book {
    /// Finds everybody a request mentions, in their order.
    /// - Throws: `Refused` with everything that is unclear.
    func find(_ mentions: [NamedPerson]) async throws -> [Identifier] {
        let answers = try await Ledger.find(mentions, on: today, in: registry, transaction)
        var found: [Identifier] = []
        var refusals: [Refusal] = []
        for answer in answers {
            switch answer {
            case .success(let id): found.append(id)
            case .failure(let unclear): refusals.append(unclear.refusal)
            }
        }
        guard refusals.isEmpty else { throw Refused(refusals) }
        return found
    }
}

extension Ledger {
    /// Those whom names, or numbers in their place, may mean, with their offices.
    static func people(
        called names: [String], in transaction: Transaction
    ) async throws -> [RelayHoldings.KnownPerson] {
        let numbers = names.compactMap { Reference($0)?.number }
        let people = try await transaction.run(FindPeople(names: names, numbers: numbers))
        let offices = Dictionary(
            grouping: try await transaction.run(ReadOffices(people: people.map(\.id))),
            by: \.person)
        return people.compactMap { person in
            person.name.map { name in
                RelayHoldings.KnownPerson(
                    id: person.id, no: person.no, name: name,
                    offices: (offices[person.id] ?? []).map(\.office))
            }
        }
    }
}
