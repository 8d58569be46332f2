import Hometown
import Ledger
import Logging
import Postgres
import Schema
import Testing
import TestSupport
import Transparency

@Suite struct OpeningTests {
    @Test func `a ledger opens with its own secret and with no other`() async throws {
        try await TestLedger.with { test in
            try await test.ledger.open()
            let other = try #require(
                LedgerSecret(bytes: [UInt8](repeating: 8, count: LedgerSecret.byteCount)))
            let stranger = Ledger(
                pool: test.pool, secret: other, logger: Logger(label: "test"))
            await #expect(throws: LedgerFailure.wrongSecret) { try await stranger.open() }
            #expect(LedgerSecret(bytes: [1, 2, 3]) == nil)
        }
    }

    @Test func `an author is made when first met and found ever after`() async throws {
        try await TestLedger.with { test in
            let first = try await test.ledger.author(.account, name: "나")
            #expect(try await test.ledger.author(.account, name: "나") == first)
            #expect(try await test.ledger.author(.daemon, name: "나") != first)
        }
    }

    @Test func `the registry is loaded once, and one daemon of several loads it`() async throws {
        try await TestLedger.with { test in
            #expect(try await test.count("government_edition") == 1)
            let edition = Schema.governments + "\n"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await test.ledger.loadRegistry(
                            Schema.governments, author: test.author)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await test.count("government_edition") == 1)
            try await test.ledger.loadRegistry(edition, author: test.author)
            #expect(try await test.count("government_edition") == 2)
            let registry = try await test.ledger.governments()
            let day = try #require(CivilDate("2023-04-10"))
            #expect(registry.governments.count { $0.isInForce(on: day) } == 243)
        }
    }

    @Test func `a token remembers to the minute when it last worked`() async throws {
        try await TestLedger.with { test in
            let hash = Hash256.of(Array("token".utf8))
            let id = try await test.ledger.addToken(
                hash: hash, role: "clerk", name: "창구", by: test.author)
            let looked = try await test.ledger.token(hash: hash)
            #expect(looked != nil && looked?.usedAt == nil)
            #expect(try await test.ledger.useToken(hash: hash)?.id == id)
            let first = try #require(try await test.ledger.tokens().first?.usedAt)
            #expect(try await test.ledger.useToken(hash: hash)?.usedAt == first)
            #expect(try await test.ledger.tokens().first?.usedAt == first, "within a minute")
            _ = try await test.ledger.revokeToken(id, by: test.author)
            #expect(try await test.ledger.useToken(hash: hash) == nil)
            #expect(try await test.ledger.tokens().first?.usedAt == first)
        }
    }

    @Test func `a token is found by its hash until it is revoked`() async throws {
        try await TestLedger.with { test in
            let hash = Hash256.of(Array("token".utf8))
            #expect(try await test.ledger.token(hash: hash) == nil)
            let id = try await test.ledger.addToken(
                hash: hash, role: "clerk", name: "창구", days: 9_000, by: test.author)
            let token = try #require(try await test.ledger.token(hash: hash))
            #expect(token.id == id)
            #expect(token.role == "clerk")
            #expect(token.author.kind == .token && token.author.name == "창구")
            let life = token.expiresAt.microseconds - token.madeAt.microseconds
            #expect(life == Int64(Ledger.tokenDaysMax) * Instant.microsecondsPerDay)
            let boss = try await test.ledger.author(.account, name: "boss")
            #expect(try await test.ledger.revokeToken(id, by: boss))
            #expect(try await test.ledger.token(hash: hash) == nil)
            #expect(try await !test.ledger.revokeToken(id, by: boss))
            #expect(try await test.ledger.tokens().map { $0.revokedAt != nil } == [true])
            // Who gave a right and who took it stays written.
            let changes = try await test.ledger.tokenChanges(rowsMax: 9)
            #expect(changes.map(\.action) == [.tokenEnded, .tokenMade])
            #expect(changes.map(\.author) == ["boss", "tester"])
            #expect(changes.allSatisfy { $0.token == id && $0.role == "clerk" })
        }
    }

    @Test func `an expired token is no token`() async throws {
        try await TestLedger.with { test in
            let hash = Hash256.of(Array("token".utf8))
            _ = try await test.ledger.addToken(
                hash: hash, role: "auditor", name: "감사", by: test.author)
            try await test.pool.withConnection {
                try await $0.execute(
                    "ALTER TABLE token DISABLE TRIGGER USER;"
                        + "UPDATE token SET made_at = made_at - interval '10 days',"
                        + " expires_at = clock_timestamp()")
            }
            #expect(try await test.ledger.token(hash: hash) == nil)
        }
    }
}
