import Postgres

extension Ledger {
    /// Cheap: the ends of three indexes, and a queue that is empty every second.
    /// - Throws: `LedgerFailure`.
    package func bookState() async throws -> BookState {
        try await ask(ReadBookState())[0]
    }
}
