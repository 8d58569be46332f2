import Hometown
import Postgres

extension Book {
    /// Finds everybody a request mentions, in their order.
    /// - Throws: `Refused` with everything that is unclear.
    func find(_ mentions: [NamedPerson]) async throws -> [Identifier] {
        let names = mentions.compactMap { mention -> String? in
            if case .named(let name, _) = mention.who { return name }
            return nil
        }
        let known =
            names.isEmpty
            ? [] : try await Ledger.people(called: Set(names).sorted(), in: transaction)
        var found: [Identifier] = []
        var refusals: [Refusal] = []
        for mention in mentions {
            switch mention.who {
            case .id(let id): found.append(id)
            case .named(let name, let office):
                let answer = RelayHoldings.KnownPerson.find(
                    name: name, office: office, field: mention.field,
                    on: min(mention.on?.latest ?? today, today), today: today, among: known,
                    in: registry)
                switch answer {
                case .success(let id): found.append(id)
                case .failure(let unclear): refusals.append(unclear.refusal)
                }
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
        let numbers = names.compactMap { $0.split(separator: "-").last.flatMap { Int64($0) } }
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
