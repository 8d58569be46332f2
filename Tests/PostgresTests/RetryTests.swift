@testable import Postgres
import Testing
import TestSupport

@Suite struct RetryTests {
    private struct CountItems: Statement {
        static let sql = "SELECT count(*) FROM item"
        static func decode(_ row: inout RowReader) throws -> Int64 { try row.next() }
    }

    private struct TouchItem: Statement {
        static let sql = "UPDATE item SET note = coalesce(note, '') || 'x' WHERE id = $1"
        let id: Int64
        func bind(to parameters: inout Parameters) { parameters.append(id) }
    }

    private struct Notes: Statement {
        static let sql = "SELECT note FROM item ORDER BY id"
        static func decode(_ row: inout RowReader) throws -> String? { try row.next() }
    }

    private func withItems(_ test: (Pool) async throws -> Void) async throws {
        try await TestServer.shared.withDatabase { conninfo in
            try await Session.withPool(conninfo) { pool in
                try await pool.withConnection { try await $0.execute(InsertItem.table) }
                try await test(pool)
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `Of two serializable transactions that cannot both be, one runs again`() async throws {
        try await withItems { pool in
            let meeting = Meeting(of: 2)
            let runs = Counter()
            try await withThrowingTaskGroup { group in
                for _ in 1...2 {
                    group.addTask {
                        try await pool.transaction(isolation: .serializable) { transaction in
                            await runs.increment()
                            let count = try await transaction.run(CountItems())[0]
                            await meeting.arrive()
                            _ = try await transaction.run(InsertItem(id: count + 1))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(await runs.value == 3)
            #expect(try await pool.transaction { try await $0.run(ItemIds()) } == [1, 2])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `Of two transactions in deadlock one runs again`() async throws {
        try await withItems { pool in
            try await pool.transaction { transaction in
                _ = try await transaction.pipeline([InsertItem(id: 1), InsertItem(id: 2)])
            }
            let meeting = Meeting(of: 2)
            let runs = Counter()
            try await withThrowingTaskGroup { group in
                for order in [[1, 2], [2, 1]] as [[Int64]] {
                    group.addTask {
                        try await pool.transaction { transaction in
                            await runs.increment()
                            _ = try await transaction.run(TouchItem(id: order[0]))
                            await meeting.arrive()
                            _ = try await transaction.run(TouchItem(id: order[1]))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(await runs.value == 3)
            #expect(try await pool.transaction { try await $0.run(Notes()) } == ["xx", "xx"])
        }
    }

    @Test(arguments: ["40001", "40P01"])
    func `A transaction that always fails so is given up after five more runs`(
        code: String
    ) async throws {
        try await withItems { pool in
            let runs = Counter()
            let error = try await postgresError {
                try await pool.transaction { transaction in
                    await runs.increment()
                    try await transaction.execute(
                        "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '\(code)'; END $$")
                }
            }
            #expect(error?.sqlState?.code == code)
            #expect(error?.isSafeToRetry == true)
            #expect(await runs.value == 6)
        }
    }

    @Test func `What a constraint refuses is not tried again`() async throws {
        try await withItems { pool in
            let runs = Counter()
            let error = try await postgresError {
                try await pool.transaction { transaction in
                    await runs.increment()
                    _ = try await transaction.run(InsertItem(id: -1))
                }
            }
            #expect(error?.constraintName == "item_id_positive")
            #expect(error?.tableName == "item")
            #expect(error?.statementName == "InsertItem")
            #expect(error?.isSafeToRetry == false)
            #expect(await runs.value == 1)
        }
    }

    @Test func `A swallowed failure that may be retried is retried`() async throws {
        try await withItems { pool in
            let runs = Counter()
            try await pool.transaction { transaction in
                guard await runs.increment() == 1 else { return }
                let script = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$"
                try? await transaction.execute(script)
            }
            #expect(await runs.value == 2)
        }
    }

    /// Ends its own session the first time; numbers of a sequence are never taken back.
    private struct DieOnce: Statement {
        static let sql = """
            SELECT CASE nextval('attempt') WHEN 1 THEN pg_terminate_backend(pg_backend_pid()) END
            """
        static func decode(_ row: inout RowReader) throws -> Bool? { try row.next() }
    }

    private struct DivideByZero: Statement {
        static let sql = "SELECT 1 / (0 * nextval('attempt'))"
        static func decode(_ row: inout RowReader) throws -> Int64 { try row.next() }
    }

    private struct Attempts: Statement {
        static let sql = "SELECT last_value FROM attempt"
        static func decode(_ row: inout RowReader) throws -> Int64 { try row.next() }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A question whose answer was lost with its connection is asked again`() async throws {
        try await withItems { pool in
            try await pool.withConnection { try await $0.execute("CREATE SEQUENCE attempt") }
            let (answers, attempts) = try await pool.ask(DieOnce(), Attempts())
            #expect(answers == [nil])
            #expect(attempts == [2])
            // By itself, such a statement may have done something, and nobody knows.
            try await pool.withConnection {
                try await $0.execute("ALTER SEQUENCE attempt RESTART")
            }
            let error = try await postgresError {
                try await pool.withConnection { _ = try await $0.run(DieOnce()) }
            }
            #expect(error?.isSafeToRetry == false)
        }
    }

    @Test func `A question that fails by itself is asked once`() async throws {
        try await withItems { pool in
            try await pool.withConnection { try await $0.execute("CREATE SEQUENCE attempt") }
            let error = try await postgresError { _ = try await pool.ask(DivideByZero()) }
            #expect(error?.sqlState?.code == "22012")
            let attempts = try await pool.ask(Attempts())
            #expect(attempts == [1])
        }
    }

    @Test func `The pause before a retry grows and stays within 10 to 500 ms`() {
        func longest(_ retry: Int) -> Int {
            let pauses = (0..<1_000).map { _ in Pool.backoffMs(retry: retry) }
            #expect(pauses.allSatisfy { (10...500).contains($0) })
            return pauses.reduce(0, max)
        }
        for retry in 1...100 { _ = longest(retry) }
        // Twice as much at most from try to try; of a thousand by chance one is above half of it.
        for (retry, most) in [(1, 40), (2, 80), (3, 160), (4, 320), (5, 500)] {
            #expect((most / 2...most).contains(longest(retry)), "\(retry)")
        }
    }
}
