import Hometown
import Ledger
import Logging
import Postgres
import Schema
import TestSupport
import Testing
import Transparency

/// What the server has to promise before anything is acknowledged.
@Suite struct DurabilityTests {
    /// No standby comes: whatever is written after the name is set would wait for ever.
    @Test(.timeLimit(.minutes(2)))
    func `a book that is to outlive its primary wants a commit to wait for a standby`()
        async throws
    {
        try await withServer { server, test in
            // The server of the tests is as unsafe as can be, and that is told as well.
            let local = "fsync = off, full_page_writes = off"
            #expect(try await test.ledger.databaseState().durabilityFault == local)
            var ledger = test.ledger
            ledger.durability = .replicated
            let alone = try await ledger.databaseState()
            #expect(alone.durabilityFault == local + ", synchronous_standby_names = ''")
            let remedy = try #require(alone.durabilityRemedy)
            for word in ["postgresql.conf", "synchronous_standby_names", "database.durability"] {
                #expect(remedy.korean.contains(word), "\(remedy.korean)")
                #expect(remedy.english.contains(word), "\(remedy.english)")
            }
            try await alter(server, "SET synchronous_standby_names = 'other'")
            // Every session of the server hears of it by itself.
            while try await ledger.databaseState().durabilityFault != local {}
            let safe = try #require(try await ledger.databaseState().durabilityRemedy)
            #expect(!safe.english.contains("standby"), "\(safe.english)")
        }
    }

    /// A commit whose session has gone can be read before any standby has it. The mark of another
    /// session shows that the server waits for one, which it hears of in its own time.
    @Test(.timeLimit(.minutes(2)))
    func `who asks again is answered no sooner than a standby has what is found`() async throws {
        try await withServer { server, test in
            try await test.ledger.loadRegistry(Schema.governments, author: test.author)
            let first = try #require(try await test.give(10_000, key: "once").receipt)
            let marking = try await withoutStandby(server)
            async let again = test.give(10_000, key: "once")
            while try await waitingCount(server) < 2 {}
            try await alter(server, "RESET synchronous_standby_names")
            let answer = try await again
            #expect(answer == .replayed(first))
            marking.cancel()
            _ = await marking.result
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `who comes with a token or a session is known while no standby answers`() async throws {
        try await withServer { server, test in
            let (ledger, life) = (test.ledger, SessionLife())
            let hash = Hash256.of(Array("secret".utf8))
            let token = try await ledger.addToken(
                hash: hash, role: "clerk", name: "desk", by: test.author)
            let account = try await ledger.addAccount(
                login: "jimin", name: "지민", role: "clerk", by: test.author)
            try await ledger.beginSession(
                hash, of: account.id, life: life, address: nil, agent: nil)
            // So long ago that it is noted anew.
            try await test.run("UPDATE session SET seen_at = seen_at - interval '10 minutes'")
            let marking = try await withoutStandby(server)
            // Whoever waited for the standby would wait until the test's time is over.
            #expect(try await ledger.useToken(hash: hash)?.id == token)
            let holder = try await ledger.session(hash, life: life, isActivity: true)
            #expect(holder?.account.id == account.id)
            #expect(try await ledger.tokens().allSatisfy { $0.usedAt != nil })
            try await alter(server, "RESET synchronous_standby_names")
            marking.cancel()
            _ = await marking.result
        }
    }

    /// A ledger on a server of its own, whose settings nobody else depends on.
    private func withServer(
        _ body: (TestServer, TestLedger) async throws -> Void
    ) async throws {
        try await TestServer.withServer { server in
            let conninfo = try await server.conninfo()
            try await LedgerSchema(conninfo: conninfo, logger: Logger(label: "test")).migrate()
            let test = try await TestLedger(conninfo: conninfo)
            try await body(server, test)
            await test.pool.close()
        }
    }

    /// Has every commit wait for a standby that does not come.
    /// - Returns: what waits and waits again, since the server has heard of it.
    private func withoutStandby(_ server: TestServer) async throws -> Task<Void, any Error> {
        let conninfo = try await server.conninfo()
        try await alter(server, "SET synchronous_standby_names = 'other'")
        let marking = Task {
            let mark = "SELECT pg_logical_emit_message(true, 'test', '')"
            while !Task.isCancelled {
                _ = try await server.psql(conninfo, ["-qc", mark])
            }
        }
        while try await waitingCount(server) < 1 {}
        return marking
    }

    private func alter(_ server: TestServer, _ change: String) async throws {
        for statement in ["ALTER SYSTEM \(change)", "SELECT pg_reload_conf()"] {
            _ = try await server.psql(try await server.conninfo(), ["-qc", statement])
        }
    }

    /// How many commits wait for a standby.
    private func waitingCount(_ server: TestServer) async throws -> Int {
        let question = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        let text = try await server.psql(try await server.conninfo(), ["-qAtc", question])
        return Int(text.filter(\.isNumber)) ?? 0
    }
}
