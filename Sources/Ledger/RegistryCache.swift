import Hometown
import Postgres
import Synchronization

/// The registry of governments and the bars as last read. They change a few times a year; each
/// batch asks for the number of the newest edition, and how many bars there are, and reads them
/// again only when that is another.
final class RegistryCache: Sendable {
    private let cached = Mutex<(edition: Int64, registry: GovernmentRegistry)?>(nil)
    private let cachedBars = Mutex<[Bar]>([])

    /// Bars are only ever added: as many as are remembered are the same.
    /// - Parameter count: of those in the ledger.
    func bars(count: Int64, in transaction: Transaction) async throws -> [Bar] {
        let known = cachedBars.withLock { $0 }
        guard known.count != count else { return known }
        let bars = try await transaction.run(ReadBars())
        cachedBars.withLock { $0 = bars }
        return bars
    }

    func current(edition: Int64?, in transaction: Transaction) async throws -> GovernmentRegistry {
        guard let edition else { throw LedgerFailure.registryMissing }
        if let cached = cached.withLock({ $0 }), cached.edition == edition {
            return cached.registry
        }
        let registry = GovernmentRegistry(try await transaction.run(ReadGovernments()))
        cached.withLock { $0 = (edition, registry) }
        return registry
    }

    func current(in transaction: Transaction) async throws -> GovernmentRegistry {
        let edition = try await transaction.run(ReadEdition())
        return try await current(edition: edition.first ?? nil, in: transaction)
    }
}
