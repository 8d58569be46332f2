import Hometown
import Postgres

extension Ledger {
    /// 한자리에서 읽기. What `body` asks of this ledger it reads at one moment of it and over one
    /// connection. A page asks a dozen questions: each by itself would take a connection, begin and
    /// end, and see what was recorded since the one before. `body` only reads: what writes would
    /// wait for a second connection while it holds the first.
    /// - Throws: `LedgerFailure`, and whatever else `body` throws as it is.
    package func reading<Value: Sendable>(
        _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        guard openReading == nil else { return try await body() }
        do {
            return try await pool.transaction(
                isolation: .repeatableRead, readOnly: true, onItsThread: true
            ) { transaction in
                let reading = Reading(pool: pool, transaction: transaction)
                return try await Reading.$current.withValue(reading) { try await body() }
            }
        } catch let error as PostgresError {
            throw LedgerFailure(error, logger: logger)
        } catch is CancellationError {
            throw LedgerFailure.unavailable
        }
    }

    /// The transaction of a page that is being read from this ledger, if any.
    private var openReading: Transaction? {
        Reading.current.flatMap { $0.pool === pool ? $0.transaction : nil }
    }

    /// Runs a use case that reads. It asks more than it computes: changing threads for each flight
    /// cost more than all the flights.
    func read<Value: Sendable>(
        _ body: @Sendable (Transaction) async throws -> Value
    ) async throws -> Value {
        try await read(.readCommitted, body)
    }

    /// The same with several statements that must see one moment of the ledger.
    func snapshot<Value: Sendable>(
        _ body: @Sendable (Transaction) async throws -> Value
    ) async throws -> Value {
        try await read(.repeatableRead, body)
    }

    private func read<Value: Sendable>(
        _ isolation: TransactionIsolation, _ body: @Sendable (Transaction) async throws -> Value
    ) async throws -> Value {
        try await telling {
            guard let transaction = openReading else {
                return try await pool.transaction(
                    isolation: isolation, readOnly: true, onItsThread: true, body)
            }
            return try await body(transaction)
        }
    }

    /// 물음. What a statement that only reads says, in one flight and no transaction of its own.
    func ask<S: Statement>(_ statement: S) async throws -> [S.Row] {
        try await asking(statement)
    }

    /// The same for several.
    func ask<each S: Statement>(
        _ statement: repeat each S
    ) async throws -> (repeat [(each S).Row]) {
        try await asking(repeat each statement)
    }

    private func asking<each S: Statement>(
        _ statement: repeat each S
    ) async throws -> (repeat [(each S).Row]) {
        try await telling {
            guard let transaction = openReading else {
                return try await pool.ask(repeat each statement)
            }
            return try await transaction.pipeline(repeat each statement)
        }
    }

    private func telling<Value>(_ reading: () async throws -> Value) async throws -> Value {
        do {
            return try await reading()
        } catch let error as PostgresError where openReading != nil {
            // Whoever opened the transaction begins anew, or tells why not.
            throw error
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}
