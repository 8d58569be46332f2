import Hometown
import Postgres
import Synchronization

/// The registry of governments as last read. Editions change a few times a year; each batch asks
/// for the number of the newest and reads the table again only when it is another. A report that is
/// made again may ask for the one before.
final class RegistryCache: Sendable {
    /// Of a ledger that is fifty years old, those that are asked for side by side.
    private static let editionsMax = 4

    private let cached = Mutex<[(edition: Int64, registry: GovernmentRegistry)]>([])

    func current(edition: Int64?, in transaction: Transaction) async throws -> GovernmentRegistry {
        guard let edition else { throw LedgerFailure.registryMissing }
        if let known = cached.withLock({ $0.first { $0.edition == edition } }) {
            return known.registry
        }
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
