import TestSupport
import Testing

@testable import Ledger
@testable import Postgres

/// What callers are told of a commit whose outcome is unknown.
@Suite struct DoubtTests {
    @Test func `who goes while a commit is in doubt is not told that nothing was recorded`()
        async throws
    {
        try await TestLedger.with { test in
            let pool = test.pool
            let asking = Task {
                try await pool.settling { _, _ -> Void in
                    withUnsafeCurrentTask { $0?.cancel() }
                    throw PostgresError(.inDoubt, "the answer to COMMIT is lost")
                }
            }
            await #expect(throws: LedgerFailure.commitUnknown) { try await asking.value }
        }
    }

    @Test func `who goes before anything was sent is told that nothing was recorded`()
        async throws
    {
        try await TestLedger.with { test in
            let pool = test.pool
            let asking = Task {
                try await pool.settling { transaction, _ in
                    withUnsafeCurrentTask { $0?.cancel() }
                    _ = try await transaction.run(WriteMark())
                }
            }
            await #expect(throws: CancellationError.self) { try await asking.value }
        }
    }
}
