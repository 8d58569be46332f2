package import Hometown
package import Logging
import Postgres
import Schema
import Transparency

/// 원장 스키마. The schema of a database beside the one this program knows, by the owner's
/// connection. The daemon itself connects as a role that may not change the schema, and only looks.
package struct LedgerSchema: Sendable {
    /// One migration, in the database or in this program or both.
    package struct Step: Hashable, Sendable {
        package enum State: String, Sendable, CaseIterable {
            case applied, pending
            /// In the database and not in this program, which is too old for it.
            case unknown
            /// In both, with different content.
            case changed
        }

        package let number: Int
        package let name: String
        package let state: State
        /// By the database's clock; `nil` while pending.
        package let appliedAt: Instant?
    }

    /// Once at a start, an operator waits longer than a request does.
    private static let connectTimeoutMs = 15_000

    let configuration: ConnectionConfiguration
    private let logger: Logger

    /// - Parameter conninfo: of the owner, for `migrate`; of any role of the ledger that may read
    ///   `schema_migration`, for the rest. Handed to libpq as it is.
    package init(conninfo: String, logger: Logger) {
        var configuration = ConnectionConfiguration(
            conninfo: conninfo, applicationName: "pumasi-migrate")
        configuration.connectTimeoutMs = LedgerSchema.connectTimeoutMs
        self.configuration = configuration
        self.logger = logger
    }

    /// Every migration, in the order of their numbers. Changes nothing.
    /// - Throws: `SchemaFailure`.
    package func status() async throws -> [Step] {
        try await explaining { migrator in
            let status = try await migrator.status()
            let unknown = Set(status.unknown.map(\.number))
            let changed = Set(status.changed.map(\.number))
            let applied = try status.applied.map { row in
                try Step(
                    number: row.number, name: row.name,
                    state: unknown.contains(row.number)
                        ? .unknown : changed.contains(row.number) ? .changed : .applied,
                    appliedAt: Instant(row.appliedAt))
            }
            return (applied + status.pending.map(Step.init(pending:)))
                .sorted { $0.number < $1.number }
        }
    }

    /// Whether the daemon may start on this database.
    /// - Throws: `SchemaFailure`, which says what to do, unless the schema is the known one.
    package func check() async throws {
        try await explaining { try await $0.status().check() }
    }

    /// Applies what is pending, each migration in a transaction of its own.
    /// - Parameter isRehearsal: applies everything in one transaction and rolls it back.
    /// - Returns: what was applied, or would be.
    /// - Throws: `SchemaFailure`; what was applied before it stays.
    @discardableResult
    package func migrate(isRehearsal: Bool = false) async throws -> [Step] {
        try await explaining { migrator in
            try await migrator.migrate(dryRun: isRehearsal).map(Step.init(pending:))
        }
    }

    private func explaining<Value: Sendable>(
        _ body: (Migrator) async throws -> Value
    ) async throws -> Value {
        do {
            let migrator = try Migrator(
                migrations: LedgerSchema.migrations, configuration: configuration, logger: logger)
            return try await body(migrator)
        } catch {
            throw SchemaFailure(error) ?? error
        }
    }

    /// The migrations this program carries, with the hash of the bytes it would run.
    private static let migrations = Schema.migrations.map { migration in
        Migration(
            number: migration.number, name: migration.name, sql: migration.sql,
            sha256: Hash256.of(Array(migration.sql.utf8)).description)
    }
}

extension LedgerSchema.Step {
    fileprivate init(pending migration: Migration) {
        self.init(
            number: migration.number, name: migration.name, state: .pending, appliedAt: nil)
    }
}

extension LedgerSchema.Step.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .applied: Bilingual("적용함", "applied")
        case .pending: Bilingual("적용할 것", "pending")
        case .unknown: Bilingual("이 프로그램이 모름", "not known here")
        case .changed: Bilingual("내용이 다름", "changed")
        }
    }
}
