@testable import Postgres
import TestSupport

/// Connections and pools on a database of their own, closed at the end.
enum Session {
    static func withConnection<T: Sendable>(
        _ conninfo: String, name: String = "postgres-tests",
        configure: (inout ConnectionConfiguration) -> Void = { _ in },
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        var configuration = ConnectionConfiguration(conninfo: conninfo, applicationName: name)
        configure(&configuration)
        let connection = try await Connection.connect(configuration)
        do {
            let value = try await body(connection)
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    static func withPool<T: Sendable>(
        _ conninfo: String, name: String = "postgres-tests",
        configure: (inout PoolConfiguration) -> Void = { _ in },
        _ body: (Pool) async throws -> T
    ) async throws -> T {
        var configuration = PoolConfiguration(
            connection: ConnectionConfiguration(conninfo: conninfo, applicationName: name))
        configure(&configuration)
        let pool = Pool(configuration: configuration)
        do {
            let value = try await body(pool)
            await pool.close()
            return value
        } catch {
            await pool.close()
            throw error
        }
    }

    /// A connection to the shared server, where nothing is left behind.
    static func withScratchConnection<T: Sendable>(
        name: String = "postgres-tests",
        configure: (inout ConnectionConfiguration) -> Void = { _ in },
        _ body: (Connection) async throws -> T
    ) async throws -> T {
        try await withConnection(
            try await TestServer.shared.conninfo(), name: name, configure: configure, body)
    }

    /// Waits on the server until so many sessions of that name are as the condition says.
    static func wait(
        on connection: Connection, for name: String, count: Int = 1,
        until condition: String = "wait_event = 'PgSleep'"
    ) async throws {
        try await connection.execute(
            """
            DO $$
            BEGIN
                FOR i IN 1..4000 LOOP
                    PERFORM pg_stat_clear_snapshot();
                    IF (SELECT count(*) FROM pg_stat_activity
                        WHERE application_name = '\(name)' AND \(condition)) >= \(count)
                    THEN RETURN; END IF;
                    PERFORM pg_sleep(0.005);
                END LOOP;
                RAISE EXCEPTION 'never: \(name)';
            END $$
            """)
    }

    static func terminate(_ name: String, by connection: Connection) async throws {
        try await connection.execute(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = '\(name)'
            """)
    }
}

/// Runs the body and gives the `PostgresError` it throws; anything else is thrown on.
func postgresError(_ body: () async throws -> Void) async throws -> PostgresError? {
    do {
        try await body()
        return nil
    } catch let error as PostgresError {
        return error
    }
}

/// Opens once, for everybody who waits or will.
actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func pass() async {
        guard !isOpen else { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}

/// Opens when so many have arrived.
actor Meeting {
    private let count: Int
    private var arrived = 0
    private let gate = Gate()

    init(of count: Int) {
        self.count = count
    }

    func arrive() async {
        arrived += 1
        if arrived >= count { await gate.open() }
        await gate.pass()
    }
}

actor Counter {
    private(set) var value = 0

    @discardableResult
    func increment() -> Int {
        value += 1
        return value
    }
}
