package import Hometown
import Postgres

extension Ledger {
    /// Rows of a relay read in one journey: enough to make journeys rare, few enough that one
    /// answer of the server fits beside what is read already.
    private static let graphRowsMax: Int32 = 50_000

    /// 챌린지 그림. A relay of any size as a graph, as of one moment of the ledger.
    /// - Returns: `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func relayGraph(_ id: Identifier) async throws -> LoadedRelay? {
        try await snapshot { try await relayGraph(id, in: $0) }
    }

    /// 챌린지 지표. What a relay comes to today.
    /// - Returns: `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func relayFigures(_ id: Identifier) async throws -> RelayFigures? {
        try await relayGraph(id)?.figures
    }

    func relayGraph(
        _ id: Identifier, in transaction: Transaction
    ) async throws -> LoadedRelay? {
        let (relays, time) = try await transaction.pipeline(
            ReadRelays(id: id, after: 0, rowsMax: 1), ReadTime())
        guard !relays.isEmpty else { return nil }
        let rowsMax = Ledger.graphRowsMax
        let runs = try await pages(of: rowsMax, number: \.number) {
            try await transaction.run(ReadRelayRuns(relay: id, after: $0, rowsMax: rowsMax))
        }
        let nominations = try await pages(of: rowsMax, number: \.number) {
            try await transaction.run(
                ReadRelayNominations(relay: id, after: $0, rowsMax: rowsMax))
        }
        let offices = Dictionary(
            grouping: try await transaction.run(ReadRunnerOffices(relay: id)), by: \.person)
        let participations = runs.map { run in
            Participation(
                id: run.id, person: run.person, participatedOn: run.happenedOn,
                government: offices[run.person]?.map(\.office).government(
                    on: run.happenedOn?.latest))
        }
        return LoadedRelay(
            readAt: time[0],
            graph: RelayGraph(
                participations: participations, nominations: nominations.map(\.nomination)),
            governments: try await registry.current(in: transaction))
    }
}

extension [Office] {
    /// Whose office was held on the day; where the day does not decide, the one government there
    /// is.
    func government(on day: CivilDate?) -> Int16? {
        let held = filter { office in
            day.map { office.tenure(on: $0...$0) == .certain } ?? false
        }
        let governments = Set((held.isEmpty ? self : held).compactMap(\.government))
        return governments.count == 1 ? governments.first : nil
    }
}
