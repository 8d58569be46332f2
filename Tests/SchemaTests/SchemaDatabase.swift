import Ledger
import Logging
import Postgres
import TestSupport

/// Databases with the ledger's schema, and accounts that hold one role of it each.
enum SchemaDatabase {
    /// An account of the test server.
    enum Account: String, CaseIterable {
        case app, report, auditor
        /// Owns the tables and is a superuser besides: nobody can do more.
        case owner

        func conninfo(_ owner: String) -> String {
            self == .owner ? owner : owner + " user=schema_test_\(rawValue)"
        }
    }

    static let logger: Logger = {
        var logger = Logger(label: "schema-tests")
        logger.logLevel = .critical
        return logger
    }()

    /// Runs a test on a migrated database of its own; the connection string is the owner's.
    static func with<Answer>(_ body: (_ conninfo: String) async throws -> Answer) async throws
        -> Answer
    {
        try await TestServer.shared.prepareTemplate(name: "schema") { conninfo in
            try await LedgerSchema(conninfo: conninfo, logger: logger).migrate()
            try await execute(
                """
                CREATE ROLE schema_test_app LOGIN IN ROLE pumasi_app;
                CREATE ROLE schema_test_report LOGIN IN ROLE pumasi_report;
                CREATE ROLE schema_test_auditor LOGIN IN ROLE pumasi_auditor
                """, on: conninfo)
        }
        return try await TestServer.shared.withDatabase(template: "schema", body)
    }

    /// Runs a script in one transaction.
    static func execute(_ script: String, on conninfo: String) async throws {
        try await withConnection(conninfo) { try await $0.execute(script) }
    }

    static func withConnection<Answer: Sendable>(
        _ conninfo: String, _ body: (Connection) async throws -> Answer
    ) async throws -> Answer {
        var configuration = ConnectionConfiguration(
            conninfo: conninfo, applicationName: "schema-tests")
        // The machine may be busy with every other test at once.
        configuration.connectTimeoutMs = 30_000
        let connection = try await Connection.connect(configuration)
        do {
            let answer = try await body(connection)
            await connection.close()
            return answer
        } catch {
            await connection.close()
            throw error
        }
    }

    /// What one question answers, as psql prints it without frills.
    static func ask(_ question: String, _ conninfo: String) async throws -> String {
        try await TestServer.shared.psql(conninfo, ["-qAtc", question])
            .trimmingSuffix(while: \.isNewline)
    }

    /// Why the server refuses a script; `nil` when it does not. Whatever it does is undone.
    static func refusal(_ script: String, on connection: Connection) async throws -> PostgresError?
    {
        struct Undone: Error {}
        do {
            try await connection.transaction { transaction in
                try await transaction.execute(script)
                // Deferred constraints speak up at the end of a transaction.
                try await transaction.execute("SET CONSTRAINTS ALL IMMEDIATE")
                throw Undone()
            }
        } catch let error as PostgresError {
            return error
        } catch is Undone {}
        return nil
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, predicate(last) { text.removeLast() }
        return String(text)
    }
}
