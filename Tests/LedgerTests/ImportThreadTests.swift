import Hometown
import Ledger
import Synchronization
import TestSupport
import Testing

/// Where a list is read, and for how long.
@Suite struct ImportThreadTests {
    private static let draft = DonationImportTests.draft([DonationImportTests.row("1")])

    /// Notes what its tasks run on.
    private final class Caller: ImportListener {
        private struct Seen {
            var executors: [UnownedTaskExecutor?] = []
            var batches = 0
        }

        private let seen = Mutex(Seen())
        private let leaves: Bool

        init(leaves: Bool = false) {
            self.leaves = leaves
        }

        var executors: [UnownedTaskExecutor?] { seen.withLock { $0.executors } }
        var batches: Int { seen.withLock { $0.batches } }

        func begin(_ columns: DonationColumns) {
            let executor = withUnsafeCurrentTask { $0?.unownedTaskExecutor }
            seen.withLock { $0.executors.append(executor) }
            if leaves { withUnsafeCurrentTask { $0?.cancel() } }
        }

        func reject(_ rows: [RejectedRow]) {}

        func proceed(_ progress: ImportProgress) {
            seen.withLock { $0.batches += 1 }
        }
    }

    @Test func `a list is read on no event loop, whoever asks`() async throws {
        try await TestLedger.with { test in
            let (loop, caller) = (QueueExecutor(), Caller())
            try await withTaskExecutorPreference(loop) {
                _ = try await test.ledger.tryImport(Self.draft, listener: caller)
                _ = try await test.ledger.importDonations(
                    Self.draft, request: Request(author: test.author, key: "list"),
                    listener: caller)
            }
            #expect(caller.executors.count == 2 && caller.batches == 2)
            let ranThere = caller.executors.contains(loop.asUnownedTaskExecutor())
            #expect(!ranThere)
        }
    }

    @Test func `a list is read no further once whoever asked has gone`() async throws {
        try await TestLedger.with { test in
            let caller = Caller(leaves: true)
            await #expect(throws: LedgerFailure.unavailable) {
                try await Task {
                    try await test.ledger.tryImport(Self.draft, listener: caller)
                }.value
            }
            #expect(caller.batches == 0)
        }
    }
}
