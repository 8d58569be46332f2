import Hometown
import Postgres
import Synchronization

/// The registry of governments as last read. Editions change a few times a year; each batch asks
/// for the number of the newest and reads the table again only when it is another.
final class RegistryCache: Sendable {
    private let cached = Mutex<(edition: Int64, registry: GovernmentRegistry)?>(nil)

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
