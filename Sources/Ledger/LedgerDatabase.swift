package import Logging
import Postgres

/// 데이터베이스. Where a ledger lies and how much of it we use: its schema can be seen and brought up
/// to date before there is a ledger in it to open.
package struct LedgerDatabase: Sendable {
    /// The role the ledger works as, whoever connects: it may add and not change.
    package static let role = "pumasi_app"

    /// The schema as whoever connects sees it.
    package let schema: LedgerSchema
    /// The schema in the hands of its owner.
    package let ownersSchema: LedgerSchema

    private(set) var configuration: PoolConfiguration
    let logger: Logger

    /// - Parameters:
    ///   - conninfo: libpq's connection string, untouched; empty means libpq's own variables.
    ///   - ownerConninfo: for migrations; `nil` when whoever connects is the owner.
    ///   - applicationName: what `pg_stat_activity` shows.
    ///   - connectionsMax: connections at once; one more listens.
    package init(
        conninfo: String, ownerConninfo: String? = nil, applicationName: String,
        connectionsMax: Int, logger: Logger
    ) {
        schema = LedgerSchema(conninfo: conninfo, logger: logger)
        ownersSchema = LedgerSchema(conninfo: ownerConninfo ?? conninfo, logger: logger)
        var configuration = PoolConfiguration(
            connection: ConnectionConfiguration(
                conninfo: conninfo, applicationName: applicationName, role: LedgerDatabase.role))
        configuration.connectionCountMax = connectionsMax
        self.configuration = configuration
        self.logger = logger
    }

    /// The same, with sessions of ``SessionRole``, which is made where there is none yet: only for
    /// a server of our own, whose schema is up to date.
    /// - Throws: `SchemaFailure`, `PostgresError`.
    package func withSessionRole() async throws -> LedgerDatabase {
        let owner = try await Connection.connect(ownersSchema.configuration, logger: logger)
        do {
            try await owner.execute(SessionRole.creation)
            await owner.close()
        } catch {
            await owner.close()
            throw error
        }
        var database = self
        // Of a word that stands twice in it libpq takes the last.
        database.configuration.connection.conninfo += " user=\(SessionRole.name)"
        return database
    }

    /// The ledger in it, for whoever brings its secret.
    /// - Throws: `SchemaFailure` unless schema and role are there; `LedgerFailure.wrongSecret` and
    ///   others.
    package func open(_ secret: LedgerSecret) async throws -> Ledger {
        try await schema.check()
        try await tryRole()
        let pool = Pool(configuration: configuration, logger: logger)
        let ledger = Ledger(pool: pool, secret: secret, logger: logger)
        do {
            try await ledger.open()
            return ledger
        } catch {
            await pool.close()
            throw error
        }
    }

    /// A pool would only say that it got no connection.
    private func tryRole() async throws {
        do {
            let connection = try await Connection.connect(
                configuration.connection, logger: logger)
            await connection.close()
        } catch let error as PostgresError {
            let states: [SQLState] = [.insufficientPrivilege, .invalidParameterValue]
            guard let state = error.sqlState, states.contains(state) else {
                throw SchemaFailure(error) ?? error
            }
            throw SchemaFailure(withoutRole: error)
        }
    }
}
