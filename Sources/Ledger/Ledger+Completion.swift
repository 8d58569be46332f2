package import Hometown
import Postgres

extension Ledger {
    /// Public persons are the holders of a few thousand offices; their names are looked through
    /// one by one, because what is typed may be a part, first consonants or the wrong keyboard.
    private static let namesMax = 10_000

    /// 인물 찾기. Public persons whose name or office on the day answers to what is typed, the better
    /// match first.
    /// - Throws: `LedgerFailure`.
    package func people(
        matching pattern: NamePattern, on day: CivilDate, rowsMax: Int
    ) async throws -> [PersonCompletion] {
        try await read { transaction in
            let registry = try await registry.current(in: transaction)
            let people = try await transaction.run(
                ReadPeople(after: 0, rowsMax: Int32(Ledger.namesMax)))
            let offices = Dictionary(
                grouping: try await transaction.run(ReadOffices(people: people.map(\.id))),
                by: \.person)
            var found: [(match: NamePattern.Match, isNamed: Bool, person: PersonCompletion)] = []
            for person in people {
                guard let name = person.name else { continue }
                let office = offices[person.id]?.held(on: day)
                let byName = pattern.match([name.korean, name.english])
                let byOffice = office.flatMap {
                    pattern.match([$0.title.korean, $0.title.english])
                }
                guard let match = byName ?? byOffice else { continue }
                let completion = PersonCompletion(
                    id: person.id, name: name, office: office,
                    government: office?.government.flatMap { registry[id: $0] })
                found.append((match, byName != nil, completion))
            }
            return found.sorted { left, right in
                (left.isNamed ? 0 : 1, left.match, left.person.name.korean)
                    < (right.isNamed ? 0 : 1, right.match, right.person.name.korean)
            }.prefix(rowsMax).map(\.person)
        }
    }
}
