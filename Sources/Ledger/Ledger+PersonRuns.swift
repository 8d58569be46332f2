package import Hometown
import Postgres

extension Ledger {
    /// A person's runs, newest first.
    /// - Throws: `LedgerFailure`.
    package func runs(ofPerson person: Identifier, rowsMax: Int) async throws -> [PersonRun] {
        try await ask(ReadPersonRuns(person: person, rowsMax: Int32(clamping: rowsMax)))
    }

    /// A run of a relay by its id; `nil` when there is none.
    /// - Throws: `LedgerFailure`.
    package func relayRun(_ id: Identifier) async throws -> PersonRun? {
        try await ask(FindPersonRun(id: id)).first
    }

    /// The longest wait first; those without a date last.
    /// - Throws: `LedgerFailure`.
    package func openNominations(rowsMax: Int) async throws -> [OpenNomination] {
        try await ask(ReadOpenNominations(rowsMax: Int32(clamping: rowsMax)))
    }

    /// The gifts of a person, newest first.
    /// - Parameter seesPrivateNames: whether whoever asks is told what the person gave in private.
    /// - Throws: `LedgerFailure`.
    package func donations(
        ofPerson person: Identifier, seesPrivateNames: Bool, rowsMax: Int
    ) async throws -> [RecordedDonation] {
        try await read { transaction in
            try await donations(
                transaction.run(
                    FindPersonDonations(
                        person: person, rowsMax: Int32(clamping: rowsMax),
                        includesPrivate: seesPrivateNames)),
                in: transaction)
        }
    }

    /// Donations by their ids, in this order; what is unknown is left out.
    /// - Throws: `LedgerFailure`.
    package func donations(_ ids: [Identifier]) async throws -> [RecordedDonation] {
        try await read { try await donations(ids, in: $0) }
    }

    func donations(
        _ ids: [Identifier], in transaction: Transaction
    ) async throws -> [RecordedDonation] {
        let registry = try await registry.current(in: transaction)
        let rows = try await transaction.byKeys(ReadDonations(ids: ids))
        let found = try await Ledger.complete(rows, registry, in: transaction)
        let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        return ids.compactMap { byID[$0] }
    }
}
