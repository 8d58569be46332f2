package import Logging
import Postgres
import Schema
import Transparency

/// 데이터베이스. Where a ledger lies and how much of it we use: its schema can be seen and brought up
/// to date before there is a ledger in it to open.
package struct LedgerDatabase: Sendable {
    /// The role the ledger works as, whoever connects: it may add and not change.
    package static let role = "pumasi_app"

    /// libpq's connection string, untouched; empty means libpq's own variables.
    private let conninfo: String
    /// The owner of the schema.
    private let ownerConninfo: String
    private let applicationName: String
    private let connectionsMax: Int
    private let logger: Logger

    /// - Parameters:
    ///   - ownerConninfo: for migrations; `nil` when whoever connects is the owner.
    ///   - applicationName: what `pg_stat_activity` shows.
    ///   - connectionsMax: connections at once; one more listens.
    package init(
        conninfo: String, ownerConninfo: String? = nil, applicationName: String,
        connectionsMax: Int, logger: Logger
    ) {
        self.conninfo = conninfo
        self.ownerConninfo = ownerConninfo ?? conninfo
        self.applicationName = applicationName
        self.connectionsMax = connectionsMax
        self.logger = logger
    }

    /// What the database has, beside what this program knows. Changes nothing.
    /// - Throws: `DatabaseProblem`.
    package func schema() async throws -> LedgerSchema {
        try await DatabaseProblem.naming {
            LedgerSchema(try await migrator(conninfo).status())
        }
    }

    /// 이전. Applies what is missing, as the owner; one process at a time, the others wait and find
    /// it done.
    /// - Parameter dryRun: applies everything in one transaction and takes it back.
    /// - Returns: what was applied, or would be.
    /// - Throws: `DatabaseProblem`; what was applied before stays.
    package func migrate(dryRun: Bool = false) async throws -> [LedgerSchema.Step] {
        try await DatabaseProblem.naming {
            try await migrator(ownerConninfo).migrate(dryRun: dryRun)
                .map { LedgerSchema.Step(number: $0.number, name: $0.name) }
        }
    }

    /// The ledger in it, for whoever brings its secret.
    /// - Throws: `DatabaseProblem` unless schema and role are there; `LedgerFailure.wrongSecret`
    ///   and others.
    package func open(_ secret: LedgerSecret) async throws -> Ledger {
        try await DatabaseProblem.naming {
            try await migrator(conninfo).status().check()
            let connection = try await Connection.connect(configuration, logger: logger)
            await connection.close()
        }
        var limits = PoolConfiguration(connection: configuration)
        limits.connectionCountMax = connectionsMax
        let pool = Pool(configuration: limits, logger: logger)
        let ledger = Ledger(pool: pool, secret: secret, logger: logger)
        do {
            try await ledger.open()
            return ledger
        } catch {
            await pool.close()
            throw error
        }
    }

    private var configuration: ConnectionConfiguration {
        ConnectionConfiguration(
            conninfo: conninfo, applicationName: applicationName, role: LedgerDatabase.role)
    }

    private func migrator(_ conninfo: String) throws -> Migrator {
        try Migrator(
            migrations: Schema.migrations.map { step in
                Migration(
                    number: step.number, name: step.name, sql: step.sql,
                    sha256: Hash256.of(Array(step.sql.utf8)).description)
            },
            configuration: ConnectionConfiguration(
                conninfo: conninfo, applicationName: applicationName),
            logger: logger)
    }
}

/// 스키마. How far a database has been migrated.
package struct LedgerSchema: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let number: Int
        package let name: String
    }

    package enum State: String, Sendable, CaseIterable {
        /// Exactly what this program knows.
        case current
        /// Migrations are missing.
        case behind
        /// It has migrations that this program does not know.
        case ahead
        /// A migration that has landed is not the one this program knows.
        case changed
    }

    package let applied: [Step]
    package let pending: [Step]
    package let state: State

    init(_ status: SchemaStatus) {
        applied = status.applied.map { Step(number: $0.number, name: $0.name) }
        pending = status.pending.map { Step(number: $0.number, name: $0.name) }
        state =
            if !status.unknown.isEmpty {
                .ahead
            } else if !status.changed.isEmpty {
                .changed
            } else {
                status.pending.isEmpty ? .current : .behind
            }
    }
}
