extension Connection {
    /// Runs one statement by itself and gives its rows. If the connection is lost meanwhile, the
    /// error is in doubt: the server may have done it.
    nonisolated package func run<S: Statement>(_ statement: S) async throws -> [S.Row] {
        try await run(statement, in: nil)
    }

    /// Runs statements of any types in one flight, with one sync: each sees what the ones before
    /// it did, and if one fails none has happened.
    nonisolated package func pipeline<each S: Statement>(
        _ statement: repeat each S
    ) async throws -> (repeat [(each S).Row]) {
        try await pipeline(repeat each statement, in: nil)
    }

    /// The same for any number of statements of one type.
    nonisolated package func pipeline<S: Statement>(
        _ statements: [S]
    ) async throws -> [[S.Row]] {
        try await pipeline(statements, in: nil)
    }

    /// Runs several statements in one string, for migrations. Their rows are dropped.
    package func execute(_ script: String) async throws {
        try await execute(script, in: nil)
    }

    // Binding and decoding are the caller's work, done on the caller's thread: the connection's
    // own thread only moves bytes, unless its transaction asked for it (`onItsThread`).

    nonisolated func run<S: Statement>(
        _ statement: S, in transaction: UInt64?
    ) async throws -> [S.Row] {
        let results = try await fly([try Call(statement)], in: transaction)
        guard let result = results.first else { throw Connection.outOfStep }
        return try RowReader.rows(of: result, for: S.self)
    }

    nonisolated func pipeline<each S: Statement>(
        _ statement: repeat each S, in transaction: UInt64?
    ) async throws -> (repeat [(each S).Row]) {
        var calls: [Call] = []
        for statement in repeat each statement { calls.append(try Call(statement)) }
        var rest = try await fly(calls, in: transaction)[...]
        func rows<T: Statement>(of type: T.Type) throws -> [T.Row] {
            guard let result = rest.popFirst() else { throw Connection.outOfStep }
            return try RowReader.rows(of: result, for: type)
        }
        return try (repeat rows(of: (each S).self))
    }

    /// The same as the last flight of the transaction, with COMMIT behind it.
    nonisolated func commit<each S: Statement>(
        after statement: repeat each S, in transaction: UInt64
    ) async throws {
        var calls: [Call] = []
        for statement in repeat each statement { calls.append(try Call(statement)) }
        try await commit(after: calls, in: transaction)
    }

    nonisolated func pipeline<S: Statement>(
        _ statements: [S], in transaction: UInt64?
    ) async throws -> [[S.Row]] {
        let calls = try statements.map { try Call($0) }
        let results = try await fly(calls, in: transaction)
        return try results.map { try RowReader.rows(of: $0, for: S.self) }
    }

    func execute(_ script: String, in transaction: UInt64?) async throws {
        try await takeTurn()
        defer { passTurn() }
        try await begin(transaction)
        try await outsidePipeline { connection, libpq in
            guard libpq.sendScript(script) else { throw libpq.connectionError }
            let outcome = try await connection.scriptResults(libpq)
            if outcome.startedCopy != nil {
                throw PostgresError(.connectionLost, "COPY has calls of its own, not scripts")
            }
            if let failure = outcome.failure { throw failure }
        }
    }

    /// Takes a turn and flies. BEGIN travels with the first flight of a transaction.
    private func fly(_ calls: [Call], in transaction: UInt64?) async throws -> [LibPQResult] {
        try await takeTurn()
        defer { passTurn() }
        try check(transaction)
        guard !calls.isEmpty else { return [] }
        let commands = try plan(calls)
        guard transaction != nil else { return try await fly(commands, for: .autocommit) }
        let begin = takeBegin().map { [Command.control($0)] } ?? []
        do {
            return try await fly(begin + commands, for: .transaction)
        } catch let error as PostgresError where isDemotion(error, of: self.transaction) {
            throw endSession(demotedBy: error)
        } catch {
            noteFailure(error)
            throw error
        }
    }

    /// The commands of these calls, with what has to be prepared first on this connection.
    func plan(_ calls: [Call]) throws -> [Command] {
        var plan = FlightPlan(prepared: prepared, preparedCount: preparedCount)
        for call in calls { try plan.add(call) }
        preparedCount = plan.preparedCount
        return plan.commands
    }

    static var outOfStep: PostgresError {
        PostgresError(.decoding, "a flight came back with too few results")
    }
}
