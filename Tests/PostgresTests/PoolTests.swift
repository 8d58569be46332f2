@testable import Postgres
import TestSupport
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite struct PoolTests {
    /// Occupies all connections of the pool while the body runs.
    private func occupying(
        _ pool: Pool, count: Int, _ body: () async throws -> Void
    ) async throws {
        let meeting = Meeting(of: count + 1)
        let release = Gate()
        try await withThrowingTaskGroup { group in
            for _ in 1...count {
                group.addTask {
                    do {
                        try await pool.withConnection { _ in
                            await meeting.arrive()
                            await release.pass()
                        }
                    } catch {
                        // Nobody is left waiting for one who does not come.
                        await meeting.arrive()
                        throw error
                    }
                }
            }
            await meeting.arrive()
            do { try await body() } catch {
                await release.open()
                throw error
            }
            await release.open()
            try await group.waitForAll()
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A pool opens no more connections than it may`() async throws {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo) {
            $0.connectionCountMax = 3
        } _: { pool in
            let backends = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 1...100 {
                    group.addTask {
                        try await pool.withConnection { try await $0.run(BackendStatement())[0] }
                    }
                }
                return try await group.reduce(into: Set<Int32>()) { $0.insert($1) }
            }
            let statistics = await pool.statistics
            #expect(statistics.busy == 0 && statistics.waiting == 0)
            // One that was opened last may have found nothing left to do.
            #expect(backends.count <= statistics.idle && statistics.idle <= 3)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `Who waits too long is told, and who would be one too many at once`() async throws {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo) {
            $0.connectionCountMax = 2
            $0.waitTimeMaxMs = 50
            $0.waiterCountMax = 0
        } _: { pool in
            let full = try await postgresError { try await pool.withConnection { _ in } }
            #expect(full?.cause == .poolQueueFull)
            #expect(full?.isSafeToRetry == true)
        }
        try await Session.withPool(conninfo) {
            $0.connectionCountMax = 2
            // Long enough to open two connections on a busy machine.
            $0.waitTimeMaxMs = 5_000
        } _: { pool in
            try await occupying(pool, count: 2) {
                let late = try await postgresError { try await pool.withConnection { _ in } }
                #expect(late?.cause == .poolTimeout)
                #expect(late?.hint != nil)
                let statistics = await pool.statistics
                #expect(statistics == PoolStatistics(idle: 0, busy: 2, opening: 0, waiting: 0))
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A cancelled task stops waiting`() async throws {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo) {
            $0.connectionCountMax = 1
            $0.waitTimeMaxMs = 60_000
        } _: { pool in
            try await occupying(pool, count: 1) {
                let task = Task { try await pool.withConnection { _ in } }
                while await pool.statistics.waiting == 0 { await Task.yield() }
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
                #expect(await pool.statistics.waiting == 0)
            }
        }
    }

    @Test func `What prefers a thread runs on that of an idle connection, which stays in the pool`()
        async throws
    {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo) {
            $0.connectionCountMax = 1
        } _: { pool in
            #expect(await pool.withIdleThread { 1 } == nil)
            let lent = try await pool.withConnection(onItsThread: true) { _ in
                #expect(await pool.withIdleThread { 1 } == nil)
                return pthread_self()
            }
            let threads = await pool.withIdleThread {
                #expect(await pool.statistics.idle == 1)
                let before = pthread_self()
                _ = try? await pool.withConnection(onItsThread: true) { _ in }
                return [before, pthread_self()]
            }
            #expect(threads == [lent, lent])
        }
    }

    @Test
    func `A session left in a transaction or without its prepared statements is not lent again`()
        async throws
    {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo) {
            $0.connectionCountMax = 1
        } _: { pool in
            let first = try await pool.withConnection { connection in
                try await connection.execute("BEGIN")
                return try await connection.run(BackendStatement())
            }
            let second = try await pool.withConnection { connection in
                let backend = try await connection.run(BackendStatement())
                try await connection.execute("DEALLOCATE ALL")
                let error = try await postgresError {
                    _ = try await connection.run(BackendStatement())
                }
                #expect(error?.sqlState == .invalidStatementName)
                return backend
            }
            let third = try await pool.withConnection { try await $0.run(BackendStatement()) }
            #expect(Set([first, second, third]).count == 3)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A closed pool lends nothing and waits for what it lent`() async throws {
        let conninfo = try await TestServer.shared.conninfo()
        let pool = Pool(
            configuration: PoolConfiguration(
                connection: ConnectionConfiguration(conninfo: conninfo)))
        let inside = Gate()
        let task = Task {
            try await pool.withConnection { connection in
                await inside.open()
                return try await connection.run(Divide(dividend: 6, divisor: 2))
            }
        }
        await inside.pass()
        await pool.close()
        #expect(try await task.value == [3])
        let error = try await postgresError { try await pool.withConnection { _ in } }
        #expect(error?.cause == .poolClosed)
        #expect(
            await pool.statistics == PoolStatistics(idle: 0, busy: 0, opening: 0, waiting: 0))
    }

    @Test(.timeLimit(.minutes(1)))
    func `A pool made before its server serves when the server comes`() async throws {
        try await TestServer.withServer { server in
            let conninfo = try await server.conninfo()
            try await server.stop()
            try await Session.withPool(conninfo) {
                $0.waitTimeMaxMs = 30_000
            } _: { pool in
                let task = Task {
                    try await pool.transaction {
                        try await $0.run(Divide(dividend: 8, divisor: 2))
                    }
                }
                while await pool.statistics.waiting == 0 { await Task.yield() }
                try await server.resume()
                #expect(try await task.value == [4])
            }
        }
    }
}
