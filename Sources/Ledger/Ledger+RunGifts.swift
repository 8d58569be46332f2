package import Hometown
import Postgres

// 이어 보이는 기부. A run in office may show a gift from before it: told of both, everybody would read
// in the name on the one side who is masked on the other.
extension Ledger {
    /// A donation as everybody is told of it.
    /// - Returns: `nil` when there is no such donation.
    /// - Throws: `LedgerFailure`.
    package func publishedDonation(_ id: Identifier) async throws -> RecordedDonation? {
        guard let found = try await donation(id) else { return nil }
        return try await read { try await Ledger.published([found], in: $0) }.first
    }

    /// As everybody is told of them: each with the run that showed it where it is tied to that.
    static func published(
        _ donations: [RecordedDonation], in transaction: Transaction
    ) async throws -> [RecordedDonation] {
        let shown = donations.filter { $0.participation != nil }.map(\.id)
        let tied = try await tiedGifts(ReadRunGifts(ids: shown), in: transaction)
        let ids = Set(tied.map(\.id))
        return donations.map { $0.published(isTied: ids.contains($0.id)) }
    }

    /// As everybody is told of it: its runs show the gifts that are tied to them, and nominees go
    /// by the runs that answered.
    static func published(
        _ relay: RelayRecord, in transaction: Transaction
    ) async throws -> RelayRecord {
        let shown = relay.participations.flatMap(\.donations)
        let tied = try await tiedGifts(ReadRunGifts(ids: shown), in: transaction)
        let known = Set(relay.participations.map(\.id))
        let answers = Set(relay.nominations.compactMap(\.answeredBy)).subtracting(known)
        return relay.published(
            showing: Set(tied.map(\.id)),
            answers: try await days(of: answers.sorted(), in: transaction))
    }

    /// Those of which everybody is told which run showed them: both the gift and its run name whose
    /// they are, or neither does.
    static func tiedGifts(
        _ question: ReadRunGifts, in transaction: Transaction
    ) async throws -> [ReadRunGifts.Row] {
        guard !question.isEmpty else { return [] }
        let gifts = try await transaction.run(question)
        let people = Set(gifts.flatMap { [$0.donor, $0.runner] }).sorted()
        let offices = try await RecordedOffice.read(of: people, in: transaction)
        let undated = gifts.filter { $0.ranOn == nil }.map(\.run)
        let passedOn = try await passings(of: undated, in: transaction)
        func isNamed(_ person: Identifier, on day: CivilDate?) -> Bool {
            offices[person, default: []].mayHoldOffice(on: day)
        }
        return gifts.filter { gift in
            isNamed(gift.donor, on: gift.donatedOn.latest)
                == isNamed(gift.runner, on: (gift.ranOn ?? passedOn[gift.run])?.latest)
        }
    }

    /// When each of these runs was made or, unless that is known, first passed the baton on.
    private static func days(
        of runs: [Identifier], in transaction: Transaction
    ) async throws -> [Identifier: EventDate] {
        guard !runs.isEmpty else { return [:] }
        let days = try await transaction.run(ReadRunDays(runs: runs))
        let dated = Dictionary(uniqueKeysWithValues: days.map { ($0.run, $0.on) })
        let undated = runs.filter { dated[$0] == nil }
        return try await passings(of: undated, in: transaction).merging(dated) { $1 }
    }

    /// When each of these runs first passed the baton on, where that is known.
    static func passings(
        of runs: [Identifier], in transaction: Transaction
    ) async throws -> [Identifier: EventDate] {
        guard !runs.isEmpty else { return [:] }
        let passings = try await transaction.run(ReadPassings(runs: runs))
        return Dictionary(uniqueKeysWithValues: passings.map { ($0.run, $0.on) })
    }
}
