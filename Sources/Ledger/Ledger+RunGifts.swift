package import Hometown
import Postgres

extension Ledger {
    /// 이어 보이는 기부. Which of these donations everybody is told of a run that showed them, and
    /// of which everybody is told that run. A run in office may show a gift from before it: the name
    /// on the one side would say who is masked on the other.
    /// - Throws: `LedgerFailure`.
    package func tiedGifts(among ids: [Identifier]) async throws -> Set<Identifier> {
        guard !ids.isEmpty else { return [] }
        let gifts = try await read { transaction in
            try await Ledger.tiedGifts(ReadRunGifts(ids: ids), in: transaction)
        }
        return Set(gifts.map(\.id))
    }

    /// Those of which both the gift and its run name whose they are, or neither does.
    static func tiedGifts(
        _ question: ReadRunGifts, in transaction: Transaction
    ) async throws -> [ReadRunGifts.Row] {
        guard !question.isEmpty else { return [] }
        let gifts = try await transaction.run(question)
        let people = Set(gifts.flatMap { [$0.donor, $0.runner] }).sorted()
        let offices = Dictionary(
            grouping: try await transaction.byKeys(ReadOffices(people: people)), by: \.person)
        func isNamed(_ person: Identifier, on day: CivilDate?) -> Bool {
            offices[person, default: []].mayHoldOffice(on: day)
        }
        return gifts.filter { gift in
            isNamed(gift.donor, on: gift.donatedOn.latest)
                == isNamed(gift.runner, on: gift.ranOn?.latest)
        }
    }
}
