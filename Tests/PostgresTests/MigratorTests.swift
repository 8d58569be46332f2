@testable import Postgres
import TestSupport
import Testing

@Suite struct MigratorTests {
    private static let first = Migration(
        number: 1, name: "item", sql: InsertItem.table, sha256: "aa")
    private static let second = Migration(
        number: 2, name: "rows", sql: "INSERT INTO item VALUES (1); INSERT INTO item VALUES (2)",
        sha256: "bb")

    private func migrator(_ migrations: [Migration], _ conninfo: String) throws -> Migrator {
        try Migrator(
            migrations: migrations, configuration: ConnectionConfiguration(conninfo: conninfo))
    }

    private func ids(_ conninfo: String) async throws -> [Int64] {
        try await Session.withConnection(conninfo) { try await $0.run(ItemIds()) }
    }

    @Test func `What is pending is applied once, in order, and then nothing is`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            let one = try migrator([MigratorTests.first], conninfo)
            #expect(try await one.status().pending.map(\.number) == [1])
            #expect(try await one.migrate() == [MigratorTests.first])

            let both = try migrator([MigratorTests.first, MigratorTests.second], conninfo)
            let behind = try await both.status()
            #expect(throws: MigrationError.behind([2])) { try behind.check() }
            #expect(try await both.migrate().map(\.number) == [2])
            #expect(try await both.migrate().isEmpty)
            let status = try await both.status()
            try status.check()
            #expect(status.applied.map(\.name) == ["item", "rows"])
            #expect(status.applied.allSatisfy { $0.appliedAt.microsecondsSince2000 > 0 })
            #expect(try await ids(conninfo) == [1, 2])
        }
    }

    @Test func `A dry run applies everything and leaves nothing`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            let both = try migrator([MigratorTests.first, MigratorTests.second], conninfo)
            #expect(try await both.migrate(dryRun: true).map(\.number) == [1, 2])
            #expect(try await both.status().applied.isEmpty)
            #expect(try await both.migrate().map(\.number) == [1, 2])
        }
    }

    @Test func `A failing migration leaves those before it, nothing of itself, and its line`()
        async throws
    {
        let broken = Migration(
            number: 2, name: "broken", sql: "INSERT INTO item\nVALUES (9);\n\nSELEC 1;",
            sha256: "cc")
        try await TestServer.shared.withDatabase { conninfo in
            let both = try migrator([MigratorTests.first, broken], conninfo)
            do {
                _ = try await both.migrate()
                Issue.record("the second migration cannot succeed")
            } catch let error as MigrationError {
                guard case .failed(2, "broken", 4, let cause) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(cause.sqlState == .syntaxError)
            }
            #expect(try await both.status().pending.map(\.number) == [2])
            #expect(try await ids(conninfo).isEmpty)
        }
    }

    @Test func `A database ahead of the program or of another history is refused`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            let both = try migrator([MigratorTests.first, MigratorTests.second], conninfo)
            _ = try await both.migrate()
            let older = try migrator([MigratorTests.first], conninfo)
            await #expect(throws: MigrationError.ahead([2])) { _ = try await older.migrate() }
            let ahead = try await older.status()
            #expect(throws: MigrationError.ahead([2])) { try ahead.check() }

            let other = Migration(number: 2, name: "rows", sql: "SELECT 1", sha256: "dd")
            let changed = try migrator([MigratorTests.first, other], conninfo)
            let error = MigrationError.changed(number: 2, name: "rows")
            await #expect(throws: error) { _ = try await changed.migrate() }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `Of several that migrate at once one does and the others find it done`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            let both = try migrator([MigratorTests.first, MigratorTests.second], conninfo)
            let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
                for _ in 1...4 { group.addTask { try await both.migrate() } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.map(\.number) == [1, 2])
            #expect(try await ids(conninfo) == [1, 2])
        }
    }

    @Test func `Migrations are numbered without gaps, and every error says what to do`() throws {
        #expect(throws: MigrationError.misnumbered(expected: 1, found: 2)) {
            _ = try migrator([MigratorTests.second], "")
        }
        let cause = PostgresError(.server, "", sqlState: .syntaxError)
        let errors: [MigrationError] = [
            .ahead([7]), .behind([7]), .changed(number: 7, name: "seven"),
            .misnumbered(expected: 1, found: 7),
            .failed(number: 7, name: "seven", line: 7, cause: cause), .locked,
        ]
        for error in errors {
            #expect(!error.hint.isEmpty)
            #expect(error == .locked || error.text.contains("7"))
        }
    }
}
