@testable import Postgres
import TestSupport
import Testing

@Suite struct CancellationTests {
    @Test(.timeLimit(.minutes(1)))
    func `A cancelled task ends its statement and leaves the connection to the next`()
        async throws
    {
        try await Session.withScratchConnection(name: "cancelled") { connection in
            for _ in 1...5 {
                let task = Task { try await connection.run(SleepStatement()) }
                try await Session.withScratchConnection { other in
                    try await Session.wait(on: other, for: "cancelled")
                }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                // A request that came late would hit this one.
                #expect(try await connection.run(Divide(dividend: 9, divisor: 3)) == [3])
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A cancelled transaction is rolled back`() async throws {
        try await TestServer.shared.withDatabase { conninfo in
            try await Session.withConnection(conninfo, name: "rolled-back") { connection in
                try await connection.execute(InsertItem.table)
                let task = Task {
                    try await connection.transaction { transaction in
                        _ = try await transaction.run(InsertItem(id: 1))
                        _ = try await transaction.run(SleepStatement())
                    }
                }
                try await Session.withConnection(conninfo) { other in
                    try await Session.wait(on: other, for: "rolled-back")
                }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(try await connection.run(ItemIds()).isEmpty)
                #expect(await connection.isReusable)
            }
        }
    }

    @Test func `A task cancelled before it begins sends nothing`() async throws {
        try await Session.withScratchConnection { connection in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await connection.run(BackendStatement())
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            let quotients = try await connection.run(Divide(dividend: 1, divisor: 1))
            #expect(quotients == [1])
        }
    }

    @Test func `The server ends a statement at its timeout and a wait for a lock at its own`()
        async throws
    {
        try await Session.withScratchConnection {
            $0.statementTimeoutMs = 50
        } _: { connection in
            let error = try await postgresError { _ = try await connection.run(SleepStatement()) }
            #expect(error?.sqlState == .queryCanceled)
            #expect(error?.isSafeToRetry == true)
            #expect(error?.isConnectionLost == false)
        }
        try await Session.withScratchConnection { holder in
            try await holder.execute("SELECT pg_advisory_lock(4711)")
            try await Session.withScratchConnection {
                $0.lockTimeoutMs = 50
            } _: { connection in
                let error = try await postgresError {
                    try await connection.execute("SELECT pg_advisory_lock(4711)")
                }
                #expect(error?.sqlState == .lockNotAvailable)
            }
        }
    }
}
