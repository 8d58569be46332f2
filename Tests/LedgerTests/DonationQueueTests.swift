import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// How many may wait to be recorded, and for how long.
@Suite struct DonationQueueTests {
    /// Whoever claims ids waits until this transaction has ended.
    private static let stopClaims = "LOCK TABLE idempotency IN ACCESS EXCLUSIVE MODE"

    /// Comes back once somebody waits for this transaction.
    private static let awaitWaiter = """
        DO $$ BEGIN
            WHILE NOT EXISTS (
                SELECT FROM pg_stat_activity
                WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))
            ) LOOP
                PERFORM pg_stat_clear_snapshot();
            END LOOP;
        END $$
        """

    @Test func `a full queue sheds instead of growing`() async throws {
        try await TestLedger.with { test in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<4000 {
                    group.addTask {
                        do {
                            return try await test.give(
                                1, donor: "q\(index)", key: "q\(index)"
                            ).receipt != nil
                        } catch {
                            #expect(error as? LedgerFailure == .overloaded)
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(outcomes >= 1024)
            let listed = try await test.ledger.donations(rowsMax: 5000)
            #expect(listed.count == outcomes)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `who waits too long for a batch is told so and may come again`() async throws {
        try await TestLedger.with { test in
            let hurried = try await TestLedger(conninfo: test.conninfo, donationWaitMsMax: 100)
            let first = try await test.pool.transaction { transaction in
                try await transaction.execute(Self.stopClaims)
                let first = Task { try await hurried.give(1_000, donor: "a", key: "first") }
                try await transaction.execute(Self.awaitWaiter)
                await #expect(throws: LedgerFailure.overloaded) {
                    try await hurried.give(1_000, donor: "b", key: "second")
                }
                return first
            }
            // It had set out: what became of it is its answer, however late.
            #expect(try await first.value.receipt != nil)
            #expect(try await test.ledger.donations(rowsMax: 9).count == 1)
            let again = try await hurried.give(1_000, donor: "b", key: "second")
            #expect(again.receipt != nil)
            #expect(try await test.ledger.donations(rowsMax: 9).count == 2)
            await hurried.pool.close()
        }
    }
}
