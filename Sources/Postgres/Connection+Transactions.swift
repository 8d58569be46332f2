/// The transaction of a connection, from BEGIN being due to its end.
struct TransactionState {
    let number: UInt64
    let isReadOnly: Bool
    /// Nil once it has been sent.
    var begin: String?
    /// The first error of a statement. If the closure swallows it, COMMIT will answer ROLLBACK.
    var failure: PostgresError?
    /// What a statement may take, where that is not what the session's may.
    var statementTimeoutMs: Int?
}

extension Connection {
    /// Runs the closure once as a transaction. `Pool.transaction` also runs it again when that
    /// can help.
    /// - Throws: what the closure throws, after ROLLBACK; or `PostgresError`, with `isInDoubt`
    ///   when COMMIT was sent and nobody can say what became of it.
    nonisolated(nonsending) package func transaction<T: Sendable>(
        isolation: TransactionIsolation = .readCommitted, readOnly: Bool = false,
        _ body: nonisolated(nonsending) (Transaction) async throws -> T
    ) async throws -> T {
        let transaction = try await openTransaction(isolation, readOnly: readOnly)
        let value: T
        do {
            value = try await body(transaction)
            if await hasCommitted(transaction.number) { return value }
            try Task.checkCancellation()
        } catch {
            await rollBack(transaction.number)
            throw error
        }
        try await commit(transaction.number)
        return value
    }

    private func openTransaction(
        _ isolation: TransactionIsolation, readOnly: Bool
    ) throws -> Transaction {
        _ = try live()
        guard transaction == nil else {
            throw PostgresError.misuse("a transaction is open on this connection")
        }
        transactionCount &+= 1
        let begin =
            "BEGIN ISOLATION LEVEL \(isolation.rawValue) READ \(readOnly ? "ONLY" : "WRITE")"
        transaction = TransactionState(
            number: transactionCount, isReadOnly: readOnly, begin: begin)
        return Transaction(connection: self, number: transactionCount)
    }

    /// A statement runs in the transaction that is open, or outside of one when none is.
    func check(_ number: UInt64?) throws {
        guard transaction?.number == number else {
            throw PostgresError.misuse(
                number == nil
                    ? "a transaction is open on this connection" : "the transaction is over")
        }
    }

    /// BEGIN, if it is still to be sent.
    func takeBegin() -> String? {
        defer { transaction?.begin = nil }
        return transaction?.begin
    }

    /// Sends BEGIN by itself, before what cannot travel with it.
    func begin(_ number: UInt64?) async throws {
        try check(number)
        if let begin = takeBegin() {
            _ = try await fly([.control(begin)], for: .transaction)
        }
    }

    /// A transaction that said READ WRITE can only meet this on a server that has become a
    /// standby: the next connection will look for the primary.
    func isDemotion(_ error: PostgresError, of transaction: TransactionState?) -> Bool {
        error.sqlState == .readOnlyTransaction && transaction?.isReadOnly == false
    }

    func endSession(demotedBy error: PostgresError) -> PostgresError {
        let loss = error.recast(as: .connectionLost)
        endSession(loss)
        return loss
    }

    func noteFailure(_ error: any Error) {
        guard transaction?.failure == nil else { return }
        transaction?.failure = error as? PostgresError
    }

    private func hasCommitted(_ number: UInt64) -> Bool { committedNumber == number }

    /// Sends COMMIT by itself.
    private func commit(_ number: UInt64) async throws {
        try await takeTurn()
        defer { passTurn() }
        try check(number)
        guard transaction?.begin == nil else {
            transaction = nil
            return
        }
        try await commit(behind: [])
    }

    /// Sends the last statements of a transaction and COMMIT behind them in one flight. When one
    /// of them fails the server skips the rest of the flight, COMMIT included: then nothing has
    /// happened and the error is that statement's. When the connection is lost meanwhile, nobody
    /// can say whether COMMIT had arrived: the error is in doubt.
    func commit(after calls: [Call], in number: UInt64) async throws {
        try await takeTurn()
        defer { passTurn() }
        try check(number)
        let commands = try plan(calls)
        let begin = takeBegin().map { [Command.control($0)] } ?? []
        try await commit(behind: begin + commands)
        committedNumber = number
    }

    /// Success is the tag COMMIT and no warning, nothing else. No timer and no cancelled task
    /// touches a COMMIT, and no timeout of the server ends its wait for a standby; statements
    /// before it have the server's timeout still.
    private func commit(behind statements: [Command]) async throws {
        let state = transaction
        transaction = nil
        let libpq = try live()
        let untimed = Command.control("SET LOCAL statement_timeout = 0")
        let ending = libpq.isInFailedTransaction ? [.commit] : [untimed, .commit]
        let results: [LibPQResult]
        do {
            results = try await fly(statements + ending, for: .commit)
        } catch {
            if self.libpq != nil, !libpq.isIdle { await sendRollback() }
            if let error = error as? PostgresError, isDemotion(error, of: state) {
                throw endSession(demotedBy: error)
            }
            throw error
        }
        let warning = libpq.takeNotices().first(where: \.isWarning)
        guard results.last?.commandTag == "COMMIT" else {
            throw PostgresError(
                .rolledBack, "COMMIT of a failed transaction", sqlState: state?.failure?.sqlState)
        }
        if let warning {
            throw PostgresError(
                .inDoubt, "the server warned during COMMIT", sqlState: warning.sqlState)
        }
    }

    /// Gives the transaction up. If even that fails the session is ended, which does the same.
    private func rollBack(_ number: UInt64) async {
        let turn: Void? = try? await takeTurn()
        guard turn != nil else {
            return endSession(PostgresError(.connectionLost, "too many calls waited to roll back"))
        }
        defer { passTurn() }
        guard transaction?.number == number else { return }
        let hasBegun = transaction?.begin == nil
        transaction = nil
        guard hasBegun, let libpq, !libpq.isIdle else { return }
        await sendRollback()
    }

    private func sendRollback() async {
        do {
            _ = try await fly([.control("ROLLBACK")], for: .rollback)
        } catch {
            endSession(PostgresError(.connectionLost, "a transaction could not be rolled back"))
        }
    }
}
