import Hometown
import Ledger
import Logging
import Postgres
import TestSupport
import Testing

/// What the server has to promise before anything is acknowledged.
@Suite struct DurabilityTests {
    /// No standby comes: whatever is written after the name is set would wait for ever.
    @Test(.timeLimit(.minutes(2)))
    func `a book that is to outlive its primary wants a commit to wait for a standby`()
        async throws
    {
        try await TestServer.withServer { server in
            let conninfo = try await server.conninfo()
            try await LedgerSchema(conninfo: conninfo, logger: Logger(label: "test")).migrate()
            let test = try await TestLedger(conninfo: conninfo)
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
            for statement in [
                "ALTER SYSTEM SET synchronous_standby_names = 'other'", "SELECT pg_reload_conf()",
            ] {
                _ = try await server.psql(conninfo, ["-qc", statement])
            }
            // Every session of the server hears of it by itself.
            while try await ledger.databaseState().durabilityFault != local {}
            let safe = try #require(try await ledger.databaseState().durabilityRemedy)
            #expect(!safe.english.contains("standby"), "\(safe.english)")
            await test.pool.close()
        }
    }
}
