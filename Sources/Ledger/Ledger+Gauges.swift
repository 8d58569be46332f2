import Postgres

extension Ledger {
    /// - Throws: `LedgerFailure`.
    package func figures() async throws -> LedgerFigures {
        try await ask(ReadLedgerFigures())[0]
    }

    /// Measures of each schedule when it last filed and what a check last found wrong.
    /// - Throws: `LedgerFailure`.
    package func measureSchedules() async throws {
        try await read { try await measurePublication(in: $0) }
        for row in try await read({ try await $0.run(ReadScheduleFigures()) }) {
            if let filedAt = row.lastFiledAt {
                Measures.count(row.schedule, lastFiledAt: filedAt)
            }
            if let outputs = row.outputs, let finding = try RunFinding(parsing: outputs) {
                Measures.count(row.schedule, finding)
            }
        }
    }
}
