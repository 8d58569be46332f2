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
            var authors: [Author] = []
            for number in 0..<4 {
                authors.append(try await test.ledger.author(.account, name: "clerk \(number)"))
            }
            let clerks = authors
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<4000 {
                    group.addTask {
                        do {
                            let clerk = clerks[index % 4]
                            return try await test.give(by: clerk, key: "q\(index)").receipt != nil
                        } catch {
                            let failure = error as? LedgerFailure
                            #expect(failure == .overloaded || failure == .tooManyAtOnce)
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

    /// While the database stands still one batch is on its way, of 256 at most, and 512 wait.
    @Test(.timeLimit(.minutes(1)))
    func `who sends without end is stopped and leaves others room`() async throws {
        try await TestLedger.with { test in
            let other = try await test.ledger.author(.account, name: "other")
            let (refusals, refusal) = AsyncStream.makeStream(of: Void.self)
            let (crowd, lone) = try await test.pool.transaction { transaction in
                try await transaction.execute(Self.stopClaims)
                let crowd: [Task<Bool, any Error>] = (0..<900).map { index in
                    Task {
                        let isRecorded = try await test.gives(by: test.author, key: "c\(index)")
                        if !isRecorded { refusal.yield() }
                        return isRecorded
                    }
                }
                var count = 0
                for await _ in refusals {
                    count += 1
                    if count == 900 - 256 - 512 { break }
                }
                return (crowd, Task { try await test.give(by: other, key: "lone") })
            }
            #expect(try await lone.value.receipt != nil)
            var recorded = 0
            for gift in crowd { recorded += try await gift.value ? 1 : 0 }
            #expect((512...768).contains(recorded), "\(recorded)")
            let listed = try await test.ledger.donations(rowsMax: 1000)
            #expect(listed.count == recorded + 1)
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

extension TestLedger {
    /// Records a gift of a donor who gives but once.
    fileprivate func give(by author: Author, key: String) async throws -> Answer {
        let draft = intake(1, donor: key)
        return try await ledger.record(
            draft, content: draft.canonical.bytes, request: Request(author: author, key: key))
    }

    /// - Returns: whether it was recorded; else too many of its author were waiting.
    fileprivate func gives(by author: Author, key: String) async throws -> Bool {
        do {
            return try await give(by: author, key: key).receipt != nil
        } catch LedgerFailure.tooManyAtOnce {
            return false
        }
    }
}
