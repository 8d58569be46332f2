import Foundation
import Ledger
import Schema
import TestSupport
import Testing

/// The migrations on a real server, through the same door as `pumasi db migrate`.
@Suite struct MigrationTests {
    private func schema(_ conninfo: String) -> LedgerSchema {
        LedgerSchema(conninfo: conninfo, logger: SchemaDatabase.logger)
    }

    private func failure(
        _ body: () async throws -> some Any
    ) async throws -> SchemaFailure? {
        do {
            _ = try await body()
            return nil
        } catch let failure as SchemaFailure {
            return failure
        }
    }

    @Test func `every migration applies in order, in a transaction of its own`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            let applied = try await schema(conninfo).migrate()
            #expect(applied.map(\.name) == Schema.migrations.map(\.name))
            let status = try await schema(conninfo).status()
            #expect(status.map(\.number) == Schema.migrations.map(\.number))
            #expect(status.allSatisfy { $0.state == .applied && $0.appliedAt != nil })
            let transactions = try await SchemaDatabase.ask(
                "SELECT count(DISTINCT xmin::text) FROM schema_migration", conninfo)
            #expect(transactions == "\(Schema.migrations.count)")
        }
    }

    @Test func `a second run changes nothing`() async throws {
        try await SchemaDatabase.with { conninfo in
            let before = SnapshotTests.tidied(try await TestServer.shared.dump(conninfo))
            #expect(try await schema(conninfo).migrate() == [])
            let after = SnapshotTests.tidied(try await TestServer.shared.dump(conninfo))
            #expect(before == after)
            try await schema(conninfo).check()
        }
    }

    @Test func `a rehearsal goes through all of it and leaves nothing`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            let rehearsed = try await schema(conninfo).migrate(isRehearsal: true)
            #expect(rehearsed.count == Schema.migrations.count)
            let status = try await schema(conninfo).status()
            #expect(status.allSatisfy { $0.state == .pending && $0.appliedAt == nil })
            let tables = try await SchemaDatabase.ask(
                "SELECT count(*) FROM pg_tables "
                    + "WHERE schemaname = 'public'", conninfo)
            #expect(tables == "0")
        }
    }

    @Test func `a database that lacks migrations is refused, and says how to bring it on`()
        async throws
    {
        try await TestServer.shared.withDatabase { conninfo in
            let failure = try await failure { try await schema(conninfo).check() }
            #expect(failure?.cause == .behind)
            #expect(failure?.hint.contains("pumasi db migrate") == true)
        }
    }

    @Test func `a database of a newer program is refused, and says to take that one`()
        async throws
    {
        try await SchemaDatabase.with { conninfo in
            try await SchemaDatabase.execute(
                """
                INSERT INTO schema_migration (number, name, sha256)
                VALUES (9999, 'future', 'unknown')
                """, on: conninfo)
            for failure in [
                try await failure { try await schema(conninfo).check() },
                try await failure { try await schema(conninfo).migrate() },
            ] {
                #expect(failure?.cause == .ahead)
                #expect(failure?.text.contains("9999") == true)
                #expect(failure?.hint.contains("newer version") == true)
            }
            let last = try await schema(conninfo).status().last
            #expect(last?.state == .unknown && last?.name == "future")
        }
    }

    @Test func `a migration that was applied with other content is refused by its name`()
        async throws
    {
        try await SchemaDatabase.with { conninfo in
            try await SchemaDatabase.execute(
                """
                ALTER TABLE schema_migration DISABLE TRIGGER USER;
                UPDATE schema_migration SET sha256 = 'other' WHERE number = 3
                """, on: conninfo)
            for failure in [
                try await failure { try await schema(conninfo).check() },
                try await failure { try await schema(conninfo).migrate() },
            ] {
                #expect(failure?.cause == .changed)
                #expect(failure?.text.contains("Migration 3 (entry)") == true)
                #expect(failure?.hint.contains("restore the migration's file") == true)
            }
            #expect(try await schema(conninfo).status()[2].state == .changed)
        }
    }

    @Test func `a database that does not answer is said to be unreachable`() async throws {
        let nowhere = LedgerSchema(
            conninfo: "host=/nonexistent dbname=none", logger: SchemaDatabase.logger)
        let failure = try await failure { try await nowhere.status() }
        #expect(failure?.cause == .unreachable)
    }

    @Test func `two who migrate at once do it once`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            async let first = schema(conninfo).migrate()
            async let second = schema(conninfo).migrate()
            let counts = try await [first.count, second.count].sorted()
            #expect(counts == [0, Schema.migrations.count])
        }
    }

    /// Roles belong to the server: two ledgers that are made at once meet in them.
    @Test func `two ledgers are made on one server at once`() async throws {
        try await TestServer.withServer { server in
            let names = try await [server.createDatabase(), server.createDatabase()]
            try await withThrowingTaskGroup(of: Int.self) { group in
                for name in names {
                    let conninfo = try await server.conninfo(database: name)
                    group.addTask { try await schema(conninfo).migrate().count }
                }
                for try await count in group { #expect(count == Schema.migrations.count) }
            }
        }
    }

    @Test func `an owner without the right to make roles is told what a superuser must do`()
        async throws
    {
        try await TestServer.withServer { server in
            let superuser = try await server.conninfo(database: "postgres")
            for statement in ["CREATE ROLE plain LOGIN", "CREATE DATABASE book OWNER plain"] {
                _ = try await server.psql(superuser, ["-qc", statement])
            }
            let owner = try await server.conninfo(database: "book") + " user=plain"
            let failure = try await failure { try await schema(owner).migrate() }
            #expect(failure?.cause == .failed)
            let command =
                "CREATE ROLE pumasi_app; CREATE ROLE pumasi_report; "
                + "CREATE ROLE pumasi_auditor;"
            #expect(failure?.text.contains(command) == true)
            _ = try await server.psql(superuser, ["-qc", command])
            #expect(try await schema(owner).migrate().count == Schema.migrations.count)
            _ = try await server.psql(superuser, ["-qc", "CREATE DATABASE other OWNER plain"])
            _ = try await server.psql(superuser, ["-qc", "ALTER ROLE pumasi_report CREATEROLE"])
            let other = try await server.conninfo(database: "other") + " user=plain"
            let mighty = try await self.failure { try await schema(other).migrate() }
            #expect(mighty?.text.contains("NOCREATEROLE") == true)
        }
    }

    @Test func `the hash of a migration is the one that stands in the repository`() async throws {
        try await SchemaDatabase.with { conninfo in
            let applied = try await SchemaDatabase.ask(
                "SELECT sha256 || '  ' || lpad(number::text, 4, '0') || '_' || name || '.sql' "
                    + "FROM schema_migration ORDER BY number", conninfo)
            #expect(try applied + "\n" == Golden.read("Schema/migrations.sha256"))
        }
    }
}
