import Hometown
import Postgres
import Synchronization

/// The registry of governments and the bars as last read. They change a few times a year; each
/// batch asks for the number of the newest edition, and how many bars and ends of bars there are,
/// and reads them again only when that is another. A report that is made again may ask for the
/// edition before.
final class RegistryCache: Sendable {
    /// Of a ledger that is fifty years old, those that are asked for side by side.
    private static let editionsMax = 4

    private let cached = Mutex<[(edition: Int64, registry: GovernmentRegistry)]>([])
    private let cachedBars = Mutex<(entries: Int64, bars: [Bar])>((entries: 0, bars: []))

    /// Bars and their ends are only ever added: as many as before are the same.
    /// - Parameter entries: how many bars and ends of bars the ledger has.
    func bars(entries: Int64, in transaction: Transaction) async throws -> [Bar] {
        let known = cachedBars.withLock { $0 }
        guard known.entries != entries else { return known.bars }
        let bars = try await transaction.run(ReadBars())
        cachedBars.withLock { $0 = (entries: entries, bars: bars) }
        return bars
    }

    /// The registry of an edition, if it is remembered.
    func known(_ edition: Int64?) -> GovernmentRegistry? {
        cached.withLock { $0.first { $0.edition == edition }?.registry }
    }

    func current(edition: Int64?, in transaction: Transaction) async throws -> GovernmentRegistry {
        guard let edition else { throw LedgerFailure.registryMissing }
        if let known = known(edition) { return known }
        let registry = GovernmentRegistry(
            try await transaction.run(ReadGovernmentsOfEdition(edition: edition)))
        cached.withLock { cached in
            cached.removeAll { $0.edition == edition }
            cached.append((edition, registry))
            cached.removeFirst(max(0, cached.count - RegistryCache.editionsMax))
        }
        return registry
    }

    func current(in transaction: Transaction) async throws -> GovernmentRegistry {
        let edition = try await transaction.run(ReadEdition())
        return try await current(edition: edition.first ?? nil, in: transaction)
    }

    /// 그때의 등록부. The registry that a log of some size knows.
    func current(
        within logSize: Int64, in transaction: Transaction
    ) async throws -> GovernmentRegistry {
        let edition = try await transaction.run(ReadEditionOfLog(size: logSize))
        return try await current(edition: edition.first ?? nil, in: transaction)
    }
}
