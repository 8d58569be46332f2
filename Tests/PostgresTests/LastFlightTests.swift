@testable import Postgres
import Testing
import TestSupport

/// COMMIT in the flight of a transaction's last statements.
@Suite struct LastFlightTests {
    private func withPool(
        named name: String = "last-flight", atCommit body: String? = nil,
        _ test: (_ conninfo: String, Pool) async throws -> Void
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
            try await Session.withPool(conninfo, name: name) { try await test(conninfo, $0) }
        }
    }

    @Test(arguments: [false, true])
    func `What flew with COMMIT is there, and the connection serves again`(
        onItsThread: Bool
    ) async throws {
        try await withPool { _, pool in
            for id in 1...3 {
                try await pool.transaction(onItsThread: onItsThread) { transaction in
                    _ = try await transaction.run(ItemIds())
                    try await transaction.commit(
                        after: InsertItem(id: Int64(id)), InsertItem(id: Int64(10 * id)))
                }
            }
            let ids = try await pool.transaction { try await $0.run(ItemIds()) }
            #expect(ids == [1, 2, 3, 10, 20, 30])
            #expect(await pool.statistics.idle == 1)
        }
    }

    @Test func `A statement that fails takes COMMIT with it and gives its own error`()
        async throws
    {
        try await withPool { _, pool in
            let error = try await postgresError {
                try await pool.transaction { transaction in
                    try await transaction.commit(after: InsertItem(id: 1), InsertItem(id: 1))
                }
            }
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.isInDoubt == false)
            let ids = try await pool.transaction { try await $0.run(ItemIds()) }
            #expect(ids.isEmpty)
        }
    }

    @Test func `A value is delivered once and only when its transaction has ended`() async throws {
        let body = "RAISE EXCEPTION 'no' USING ERRCODE = '23514', CONSTRAINT = 'item_refused'"
        try await withPool(atCommit: body) { _, pool in
            var delivered: [Int] = []
            for id in 1...2 {
                _ = try await pool.transaction(
                    onItsThread: true, delivering: { delivered.append($0) }
                ) { transaction -> Int in
                    _ = try await transaction.run(ItemIds())
                    #expect(delivered.count == id - 1)
                    return id
                }
            }
            _ = try await postgresError {
                _ = try await pool.transaction(
                    onItsThread: true, delivering: { delivered.append($0) }
                ) { transaction -> Int in
                    _ = try await transaction.run(InsertItem(id: 1))
                    return 3
                }
            }
            #expect(delivered == [1, 2])
        }
    }

    @Test func `A constraint that fails at COMMIT is a plain error with its name`() async throws {
        let body = "RAISE EXCEPTION 'no' USING ERRCODE = '23514', CONSTRAINT = 'item_refused'"
        try await withPool(atCommit: body) { _, pool in
            let error = try await postgresError {
                try await pool.transaction { try await $0.commit(after: InsertItem(id: 1)) }
            }
            #expect(error?.constraintName == "item_refused")
            #expect(error?.isInDoubt == false)
            let ids = try await pool.transaction { try await $0.run(ItemIds()) }
            #expect(ids.isEmpty)
        }
    }

    @Test func `Nothing runs in a transaction after it has committed`() async throws {
        try await withPool { _, pool in
            await #expect(throws: PostgresError.self) {
                try await pool.transaction { transaction in
                    try await transaction.commit(after: InsertItem(id: 1))
                    _ = try await transaction.run(InsertItem(id: 2))
                }
            }
            let ids = try await pool.transaction { try await $0.run(ItemIds()) }
            #expect(ids == [1])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A backend killed in mid-COMMIT leaves it in doubt, and nothing is run again`()
        async throws
    {
        try await withPool(named: "last-kill", atCommit: "PERFORM pg_sleep(60)") { conninfo, pool in
            async let outcome = postgresError {
                try await pool.transaction { try await $0.commit(after: InsertItem(id: 1)) }
            }
            try await Session.withConnection(conninfo) { other in
                try await Session.wait(
                    on: other, for: "last-kill",
                    until: "wait_event = 'PgSleep' AND query = 'COMMIT'")
                try await Session.terminate("last-kill", by: other)
            }
            let error = try await outcome
            #expect(error?.isInDoubt == true)
            #expect(error?.isSafeToRetry == false)
        }
    }
}
