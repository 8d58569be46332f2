import Dispatch
@testable import Postgres
import TestSupport
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite struct FaultTests {
    @Test(.timeLimit(.minutes(1)))
    func `A backend killed in mid-query is a lost connection`() async throws {
        try await Session.withScratchConnection(name: "mid-query") { connection in
            async let alone = postgresError { _ = try await connection.run(SleepStatement()) }
            try await Session.withScratchConnection { other in
                try await Session.wait(on: other, for: "mid-query")
                try await Session.terminate("mid-query", by: other)
            }
            let error = try await alone
            #expect(error?.sqlState == .adminShutdown, "\(String(describing: error))")
            #expect(error?.isConnectionLost == true)
            // By itself a statement commits at its end: nobody knows.
            #expect(error?.isInDoubt == true)
            #expect(connection.hasEnded)
            let next = try await postgresError { _ = try await connection.run(BackendStatement()) }
            #expect(next?.isConnectionLost == true)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A dying session's last words are heard however its end arrives`() async throws {
        try await Session.withScratchConnection { other in
            for round in 1...50 {
                let name = "last-words-\(round)"
                try await Session.withScratchConnection(name: name) { connection in
                    async let outcome = postgresError {
                        _ = try await connection.run(SleepStatement())
                    }
                    try await Session.wait(on: other, for: name)
                    try await Session.terminate(name, by: other)
                    let error = try await outcome
                    #expect(error?.sqlState == .adminShutdown)
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A transaction whose backend is killed before COMMIT runs again elsewhere`()
        async throws
    {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo, name: "before-commit") { pool in
            let runs = Counter()
            let backends = try await pool.transaction { transaction in
                let backend = try await transaction.run(BackendStatement())
                if await runs.increment() == 1 {
                    try await Session.withScratchConnection { other in
                        try await Session.terminate("before-commit", by: other)
                    }
                }
                return try await transaction.run(BackendStatement()) == backend
            }
            #expect(backends)
            #expect(await runs.value == 2)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `An idle connection that dies is noticed and replaced`() async throws {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo, name: "idle-death") { pool in
            let first = try await pool.withConnection { try await $0.run(BackendStatement()) }
            try await Session.withScratchConnection { other in
                try await Session.terminate("idle-death", by: other)
                try await Session.wait(on: other, for: "postgres-tests", until: "true")
            }
            let second = try await pool.transaction { try await $0.run(BackendStatement()) }
            #expect(first != second)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A server restarted under load loses nothing that was acknowledged`() async throws {
        try await TestServer.withServer { server in
            let conninfo = try await server.conninfo()
            try await Session.withPool(conninfo) {
                $0.connectionCountMax = 4
                $0.waitTimeMaxMs = 30_000
            } _: { pool in
                try await pool.withConnection { try await $0.execute(InsertItem.table) }
                let acknowledged = Ledger()
                try await withThrowingTaskGroup { group in
                    for worker in 0..<8 as Range<Int64> {
                        group.addTask {
                            for step in 1...100 as ClosedRange<Int64> {
                                try await acknowledged.write(worker * 1_000 + step, to: pool)
                            }
                        }
                    }
                    await acknowledged.halfway.pass()
                    try await server.restart()
                    try await group.waitForAll()
                }
                let ids = Set(try await pool.transaction { try await $0.run(ItemIds()) })
                let counts = await (acknowledged.kept, acknowledged.doubtful)
                #expect(counts.0.isSubset(of: ids))
                #expect(ids.isSubset(of: counts.0.union(counts.1)))
                #expect(counts.0.count + counts.1.count == 800)
            }
        }
    }

    /// Who was told what.
    private actor Ledger {
        var kept: Set<Int64> = []
        var doubtful: Set<Int64> = []
        let halfway = Gate()

        nonisolated func write(_ id: Int64, to pool: Pool) async throws {
            do {
                try await pool.transaction { _ = try await $0.run(InsertItem(id: id)) }
                await keep(id)
            } catch let error as PostgresError where error.isInDoubt {
                await doubt(id)
            }
        }

        private func keep(_ id: Int64) async {
            kept.insert(id)
            if kept.count == 400 { await halfway.open() }
        }

        private func doubt(_ id: Int64) {
            doubtful.insert(id)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `Sixteen stuck connections stop neither timers nor each other's cancellation`()
        async throws
    {
        let conninfo = try await TestServer.shared.conninfo()
        try await Session.withPool(conninfo, name: "stuck") {
            $0.connectionCountMax = 16
        } _: { pool in
            let stuck = (1...16).map { _ in
                Task { try await pool.withConnection { try await $0.run(SleepStatement()) } }
            }
            try await Session.withScratchConnection { other in
                try await Session.wait(on: other, for: "stuck", count: 16)
            }
            // The machine may be busy with other tests, so the middle one of many counts.
            var delays: [Duration] = []
            for _ in 1...21 { delays.append(await delayOfTimer()) }
            #expect(delays.sorted()[10] < .milliseconds(50))
            for task in stuck { task.cancel() }
            for task in stuck {
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            #expect(await pool.statistics.busy == 0)
        }
    }

    private func delayOfTimer() async -> Duration {
        let clock = ContinuousClock()
        let due = clock.now + .milliseconds(5)
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(5)) {
                continuation.resume(returning: due.duration(to: clock.now))
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `What a transaction lets take long is waited for, and silence beyond that is not`()
        async throws
    {
        try await Session.withScratchConnection {
            $0.statementTimeoutMs = 100
            $0.silenceMaxMs = 100
        } _: { connection in
            try await connection.transaction { transaction in
                try await transaction.allowStatements(ms: 60_000)
                _ = try await transaction.run(SleepStatement(seconds: 1))
            }
            let late = try await postgresError { _ = try await connection.run(SleepStatement()) }
            #expect(late?.sqlState == .queryCanceled)
            let process = try await connection.run(BackendStatement())[0]
            defer { kill(process, SIGCONT) }
            let error = try await postgresError {
                try await connection.transaction { transaction in
                    try await transaction.allowStatements(ms: 300)
                    kill(process, SIGSTOP)
                    _ = try await transaction.run(BackendStatement())
                }
            }
            #expect(error?.cause == .connectionLost)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `A frozen backend is given up, asked or in mid-query`() async throws {
        try await Session.withScratchConnection {
            $0.statementTimeoutMs = 100
            $0.silenceMaxMs = 100
        } _: { connection in
            let process = try await connection.run(BackendStatement())[0]
            kill(process, SIGSTOP)
            defer { kill(process, SIGCONT) }
            let error = try await postgresError {
                try await connection.transaction { _ = try await $0.run(BackendStatement()) }
            }
            #expect(error?.cause == .connectionLost)
            #expect(error?.isSafeToRetry == true)
        }
        try await Session.withScratchConnection { connection in
            #expect(await connection.answers(withinMs: 60_000))
            let process = try await connection.run(BackendStatement())[0]
            kill(process, SIGSTOP)
            defer { kill(process, SIGCONT) }
            #expect(await !connection.answers(withinMs: 50))
            #expect(connection.hasEnded)
        }
    }
}
