@testable import Postgres
import Testing
import TestSupport

@Suite struct TransactionTests {
    /// A table whose constraint trigger runs at COMMIT and does what it is told.
    private func withItems(
        atCommit body: String? = nil, _ test: (_ conninfo: String) async throws -> Void
    ) async throws {
        try await TestServer.shared.withDatabase { conninfo in
            try await Session.withConnection(conninfo) { connection in
                try await connection.execute(InsertItem.table)
                guard let body else { return }
                try await connection.execute(
                    """
                    CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN \(body); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON item
                        DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION at_commit()
                    """)
            }
            try await test(conninfo)
        }
    }

    private struct Refusal: Error {}

    @Test func `What the closure did is there after it returned and gone after it threw`()
        async throws
    {
        try await withItems { conninfo in
            try await Session.withPool(conninfo) { pool in
                let value = try await pool.transaction { transaction in
                    _ = try await transaction.run(InsertItem(id: 1))
                    return "done"
                }
                #expect(value == "done")
                await #expect(throws: Refusal.self) {
                    try await pool.transaction { transaction in
                        _ = try await transaction.run(InsertItem(id: 2))
                        throw Refusal()
                    }
                }
                let ids = try await pool.transaction(readOnly: true) { try await $0.run(ItemIds()) }
                #expect(ids == [1])
            }
        }
    }

    @Test func `A read-only transaction writes nothing and an empty one sends nothing`()
        async throws
    {
        try await withItems { conninfo in
            try await Session.withConnection(conninfo) { connection in
                let error = try await postgresError {
                    try await connection.transaction(readOnly: true) { transaction in
                        _ = try await transaction.run(InsertItem(id: 1))
                    }
                }
                #expect(error?.sqlState == .readOnlyTransaction)
                try await connection.transaction { _ in }
                #expect(await connection.isReusable)
            }
        }
    }

    @Test func `A transaction used after its end or beside itself is refused`() async throws {
        try await withItems { conninfo in
            try await Session.withConnection(conninfo) { connection in
                let escaped = try await connection.transaction { transaction in
                    _ = try await transaction.run(InsertItem(id: 1))
                    let beside = try await postgresError { _ = try await connection.run(ItemIds()) }
                    #expect(beside?.cause == .misuse)
                    return transaction
                }
                let late = try await postgresError { _ = try await escaped.run(ItemIds()) }
                #expect(late?.cause == .misuse)
                #expect(try await connection.run(ItemIds()) == [1])
            }
        }
    }

    @Test func `COMMIT of a failed transaction is an error and not a success`() async throws {
        try await withItems { conninfo in
            try await Session.withConnection(conninfo) { connection in
                let error = try await postgresError {
                    try await connection.transaction { transaction in
                        _ = try await transaction.run(InsertItem(id: 1))
                        _ = try? await transaction.run(InsertItem(id: 1))
                    }
                }
                #expect(error?.cause == .rolledBack)
                #expect(error?.sqlState == .uniqueViolation)
                #expect(error?.isInDoubt == false)
                #expect(try await connection.run(ItemIds()).isEmpty)
            }
        }
    }

    @Test func `A constraint that fails at COMMIT is a plain error with its name`() async throws {
        try await withItems { conninfo in
            try await Session.withPool(conninfo) { pool in
                try await pool.withConnection { connection in
                    try await connection.execute(
                        """
                        CREATE TABLE part (id bigint CONSTRAINT part_of_item REFERENCES item
                            DEFERRABLE INITIALLY DEFERRED)
                        """)
                }
                let error = try await postgresError {
                    try await pool.transaction {
                        try await $0.execute("INSERT INTO part VALUES (1)")
                    }
                }
                #expect(error?.sqlState == .foreignKeyViolation)
                #expect(error?.constraintName == "part_of_item")
                #expect(error?.isInDoubt == false)
            }
        }
    }

    @Test func `A warning during COMMIT leaves it in doubt`() async throws {
        try await withItems(atCommit: "RAISE WARNING 'not replicated'") { conninfo in
            try await Session.withPool(conninfo) { pool in
                let error = try await postgresError {
                    try await pool.transaction { _ = try await $0.run(InsertItem(id: 1)) }
                }
                #expect(error?.isInDoubt == true)
                #expect(error?.isSafeToRetry == false)
                // As after a cancelled wait for a standby: it is there.
                let ids = try await pool.transaction { try await $0.run(ItemIds()) }
                #expect(ids == [1])
                // A statement by itself contains its COMMIT.
                let alone = try await postgresError {
                    try await pool.withConnection { _ = try await $0.run(InsertItem(id: 2)) }
                }
                #expect(alone?.isInDoubt == true)
            }
        }
    }

    @Test func `A notice during COMMIT means nothing`() async throws {
        try await withItems(atCommit: "RAISE NOTICE 'by the way'") { conninfo in
            try await Session.withPool(conninfo) { pool in
                try await pool.transaction { _ = try await $0.run(InsertItem(id: 1)) }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A backend killed in mid-COMMIT leaves it in doubt, and nothing is run again`()
        async throws
    {
        try await withItems(atCommit: "PERFORM pg_sleep(60)") { conninfo in
            try await Session.withPool(conninfo, name: "mid-commit") { pool in
                let runs = Counter()
                async let outcome = postgresError {
                    try await pool.transaction { transaction in
                        await runs.increment()
                        _ = try await transaction.run(InsertItem(id: 1))
                    }
                }
                try await Session.withConnection(conninfo) { other in
                    try await Session.wait(
                        on: other, for: "mid-commit",
                        until: "wait_event = 'PgSleep' AND query = 'COMMIT'")
                    try await Session.terminate("mid-commit", by: other)
                }
                let error = try await outcome
                #expect(error?.isInDoubt == true)
                #expect(error?.isConnectionLost == true)
                #expect(error?.isSafeToRetry == false)
                #expect(await runs.value == 1)
                let ids = try await pool.transaction { try await $0.run(ItemIds()) }
                #expect(ids.isEmpty)
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A COMMIT outlives the cancellation of its task and the statement timeout`()
        async throws
    {
        try await withItems(atCommit: "PERFORM pg_advisory_xact_lock(7)") { conninfo in
            try await Session.withConnection(conninfo) { other in
                try await other.execute("SELECT pg_advisory_lock(7)")
                try await Session.withConnection(conninfo, name: "patient") {
                    $0.statementTimeoutMs = 300
                } _: { connection in
                    let task = Task {
                        try await connection.transaction { transaction in
                            try await transaction.run(InsertItem(id: 1))
                        }
                    }
                    try await Session.wait(
                        on: other, for: "patient",
                        until:
                            "wait_event = 'advisory' AND clock_timestamp() - query_start > '0.5 s'")
                    task.cancel()
                    // The cancelled task's request, had it been sent, would be here by now.
                    try await other.execute("SELECT pg_sleep(0.2)")
                    try await other.execute("SELECT pg_advisory_unlock(7)")
                    _ = try await task.value
                    #expect(try await connection.run(ItemIds()) == [1])
                }
            }
        }
    }
}
