package import Logging

/// Brings a schema to what the program knows: one process at a time, each migration in a
/// transaction of its own together with its row in `schema_migration`.
package struct Migrator: Sendable {
    /// The key of the advisory lock: "pumasi" in ASCII. It belongs to the database it is taken in.
    private static let lockKey: Int64 = 0x70_75_6d_61_73_69
    /// How long another process may go on migrating before we give up.
    private static let lockTimeoutMs = 60_000

    private let migrations: [Migration]
    private let configuration: ConnectionConfiguration
    private let logger: Logger

    /// - Parameters:
    ///   - migrations: numbered 1, 2, 3, ….
    ///   - configuration: of the owner of the schema to migrate; of any role that may read
    ///     `schema_migration` for `status`. Statements of migrations are not timed.
    package init(
        migrations: [Migration], configuration: ConnectionConfiguration,
        logger: Logger = Logger(label: "postgres")
    ) throws {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw MigrationError.misnumbered(expected: index + 1, found: migration.number)
        }
        self.migrations = migrations
        self.configuration = configuration
        self.logger = logger
    }

    /// What the database has, beside what is known here. Changes nothing.
    package func status() async throws -> SchemaStatus {
        try await withConnection { try await status(on: $0) }
    }

    /// Applies what is pending.
    /// - Parameter dryRun: applies everything in one transaction and rolls it back.
    /// - Returns: what was applied, or would be.
    /// - Throws: `MigrationError`; what was applied before stays.
    package func migrate(dryRun: Bool = false) async throws -> [Migration] {
        try await withConnection { connection in
            // Before the lock, so that a program too old for the database says so at once.
            try await status(on: connection).checkHistory()
            try await lock(connection)
            if dryRun { return try await rehearse(on: connection) }
            try await connection.execute(CreateMigrationTable.sql)
            let status = try await status(on: connection)
            try status.checkHistory()
            for migration in status.pending {
                try await connection.transaction { transaction in
                    try await apply(migration, in: transaction)
                }
                logger.info(
                    "Migrated.",
                    metadata: ["number": "\(migration.number)", "name": "\(migration.name)"])
            }
            return status.pending
        }
    }

    private func withConnection<T: Sendable>(
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        var configuration = configuration
        configuration.statementTimeoutMs = 0
        let connection = try await Connection.connect(configuration, logger: logger)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            // The lock goes with the session.
            await connection.close()
            throw error
        }
    }

    private func status(on connection: Connection) async throws -> SchemaStatus {
        let exists = try await connection.run(MigrationTableExists()).first ?? false
        let applied = exists ? try await connection.run(SelectMigrations()) : []
        return SchemaStatus(applied: applied, known: migrations)
    }

    /// For the lock alone we wait long; a migration that waits for a table keeps others waiting
    /// behind it, so there the usual limit holds.
    private func lock(_ connection: Connection) async throws {
        do {
            try await connection.execute("SET lock_timeout = \(Migrator.lockTimeoutMs)")
            _ = try await connection.run(LockMigrations(key: Migrator.lockKey))
            try await connection.execute("SET lock_timeout = \(configuration.lockTimeoutMs)")
        } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
            throw MigrationError.locked
        }
    }

    private func apply(_ migration: Migration, in transaction: Transaction) async throws {
        do {
            try await transaction.execute(migration.sql)
            _ = try await transaction.run(InsertMigration(migration: migration))
        } catch let error as PostgresError where !error.isInDoubt {
            // The server counts characters, from 1.
            let line = error.position.map { position in
                migration.sql.unicodeScalars.prefix(position - 1).count { $0 == "\n" } + 1
            }
            throw MigrationError.failed(
                number: migration.number, name: migration.name, line: line, cause: error)
        }
    }

    private struct RehearsalEnd: Error {
        let migrations: [Migration]
    }

    private func rehearse(on connection: Connection) async throws -> [Migration] {
        do {
            try await connection.transaction { transaction in
                try await transaction.execute(CreateMigrationTable.sql)
                let applied = try await transaction.run(SelectMigrations())
                let status = SchemaStatus(applied: applied, known: migrations)
                try status.checkHistory()
                for migration in status.pending { try await apply(migration, in: transaction) }
                throw RehearsalEnd(migrations: status.pending)
            }
            return []
        } catch let end as RehearsalEnd {
            return end.migrations
        }
    }
}
