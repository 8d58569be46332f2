/// How much of what others do at the same time a transaction may see.
package enum TransactionIsolation: String, Sendable {
    case readCommitted = "READ COMMITTED"
    case repeatableRead = "REPEATABLE READ"
    case serializable = "SERIALIZABLE"
}

/// A transaction in the hands of the closure that is its life: when the closure returns it is
/// committed, when it throws it is rolled back. Used after that it throws.
package struct Transaction: Sendable {
    let connection: Connection
    let number: UInt64

    /// Runs one statement and gives its rows.
    package func run<S: Statement>(_ statement: S) async throws -> [S.Row] {
        try await connection.run(statement, in: number)
    }

    /// Runs statements of any types in one flight: one journey to the server and back.
    package func pipeline<each S: Statement>(
        _ statement: repeat each S
    ) async throws -> (repeat [(each S).Row]) {
        try await connection.pipeline(repeat each statement, in: number)
    }

    /// The same for any number of statements of one type.
    package func pipeline<S: Statement>(_ statements: [S]) async throws -> [[S.Row]] {
        try await connection.pipeline(statements, in: number)
    }

    /// Runs the transaction's last statements, whose rows nobody needs, and commits, all in one
    /// flight: a journey to the server less than leaving COMMIT to the closure's end. Nothing may
    /// follow it, and no cancelled task interrupts it.
    /// - Throws: the error of the first statement that fails, and nothing has happened then; or
    ///   `PostgresError` with `isInDoubt` when nobody can say what became of COMMIT.
    package func commit<each S: Statement>(after statement: repeat each S) async throws {
        try await connection.commit(after: repeat each statement, in: number)
    }

    /// Runs several statements in one string, for migrations. Their rows are dropped.
    package func execute(_ script: String) async throws {
        try await connection.execute(script, in: number)
    }

    /// Runs `COPY … FROM STDIN`; if the closure throws, nothing is copied.
    /// - Returns: how many rows were copied.
    nonisolated(nonsending) package func copyIn(
        _ sql: String, _ write: nonisolated(nonsending) (CopyWriter) async throws -> Void
    ) async throws -> Int {
        try await connection.copyIn(sql, in: number, write)
    }

    /// Runs `COPY … TO STDOUT` and gives its bytes in chunks of whole rows.
    /// - Returns: how many rows were copied.
    nonisolated(nonsending) package func copyOut(
        _ sql: String, _ receive: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws -> Int {
        try await connection.copyOut(sql, in: number, receive)
    }
}
