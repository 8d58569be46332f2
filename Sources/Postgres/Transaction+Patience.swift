extension Transaction {
    /// From here to the end of the transaction each statement may take so long. The server is told,
    /// and its silence meanwhile is not taken for its death.
    package func allowStatements(ms limitMs: Int) async throws {
        try await connection.allowStatements(ms: limitMs, in: number)
    }
}

extension Connection {
    fileprivate func allowStatements(ms limitMs: Int, in number: UInt64) async throws {
        _ = try await run(SetStatementTimeout(limitMs: limitMs), in: number)
        guard transaction?.number == number else { return }
        transaction?.statementTimeoutMs = limitMs
    }
}

private struct SetStatementTimeout: Statement {
    static let sql = "SELECT set_config('statement_timeout', $1, true)"
    let limitMs: Int

    func bind(to parameters: inout Parameters) {
        parameters.append(String(limitMs))
    }

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}
