import Hometown
import Ledger
import Postgres
import Synchronization
import TestSupport
import Testing
import Transparency

/// The book of what is to be written down, and the table it goes to.
@Suite struct AccessBookTests {
    private static let somebody = Identifier(high: 1, low: 1)

    private static func read(_ count: Int = 1) -> [Access] {
        (0..<count).map {
            Access(
                .read, author: somebody, address: "192.0.2.1", kind: .donation,
                subjects: [Identifier(high: 2, low: UInt64($0))])
        }
    }

    @Test func `what waits is kept until the database has it, and then nothing more is shown`()
        async throws
    {
        let book = AccessBook { 0 }
        let rows = AccessBook.weightMax / 2
        try book.add(Self.read(rows))
        #expect(throws: LedgerFailure.overloaded) { try book.add(Self.read()) }
        #expect(book.waitingCount == rows)
        try await TestLedger.with { test in
            let written = try await test.ledger.write(book)
            #expect(written == AccessBook.rowsMax)
            #expect(book.waitingCount == rows - written)
            try book.add(Self.read(written))
        }
    }

    @Test func `a failure keeps every row, and sent again they are there once`() async throws {
        try await TestLedger.with { test in
            let book = AccessBook { 0 }
            try book.add(Self.read(5))
            // The server ends the session in the middle of it, after the rows were sent.
            let count = "SELECT count(*) FROM access"
            let broken = try await TestLedger(conninfo: test.conninfo)
            await broken.pool.close()
            await #expect(throws: LedgerFailure.self) { try await broken.ledger.write(book) }
            #expect(book.waitingCount == 5)
            #expect(try await test.ledger.write(book) == 5)
            #expect(book.waitingCount == 0)
            let found = try await TestServer.shared.psql(test.conninfo, ["-qAtc", count])
            #expect(found.hasPrefix("5"))
        }
    }

    @Test func `a row bears the time of its deed and not that of its writing`() async throws {
        try await TestLedger.with { test in
            let now = Mutex<UInt64>(0)
            let book = AccessBook { now.withLock { $0 } }
            try book.add(Self.read())
            now.withLock { $0 = 3_600_000 }
            try book.add(Self.read())
            _ = try await test.ledger.write(book)
            let found = try await test.ledger.audit(
                AuditFilter(deed: .access(.read)), rowsMax: 2
            ).records
            try #require(found.count == 2)
            #expect(found[0].at.microseconds - found[1].at.microseconds == 3_600_000_000)
        }
    }

    @Test func `an author's address is told once an hour`() throws {
        let now = Mutex<UInt64>(0)
        let book = AccessBook { now.withLock { $0 } }
        for address in ["192.0.2.1", "192.0.2.1", "192.0.2.2", nil, "192.0.2.1"] {
            try book.connect(Self.somebody, from: address)
        }
        #expect(book.waitingCount == 3)
        now.withLock { $0 = AccessBook.connectedMs }
        try book.connect(Self.somebody, from: "192.0.2.1")
        #expect(book.waitingCount == 4)
    }

    @Test func `an address that goes on while it is locked out is told once a minute`() throws {
        let now = Mutex<UInt64>(0)
        let book = AccessBook { now.withLock { $0 } }
        for address in ["192.0.2.1", "192.0.2.1", "192.0.2.2", nil, "192.0.2.1"] {
            _ = try book.lockOut(from: address)
        }
        #expect(try !book.lockOut(from: nil))
        #expect(book.remains.map(\.address) == ["192.0.2.1", "192.0.2.2", nil])
        #expect(book.remains.allSatisfy { $0.action == .signInLocked && $0.author == nil })
        now.withLock { $0 = AccessBook.lockedMs }
        #expect(try book.lockOut(from: "192.0.2.1"))
        #expect(book.waitingCount == 4)
    }

    @Test func `whatever somebody sent, the row can be written`() async throws {
        try await TestLedger.with { test in
            let book = AccessBook { 0 }
            let long = String(repeating: "가", count: 10_000)
            try book.add([
                Access(
                    .read, author: Self.somebody, address: long, count: .max,
                    scope: "\u{0}880101-1234567\r\n" + long, reason: "")
            ])
            #expect(try await test.ledger.write(book) == 1)
            let row = try await test.ledger.audit(AuditFilter(deed: .access(.read)), rowsMax: 1)
                .records.first
            #expect(row?.scope?.hasPrefix("******-*******가") == true)
            #expect(row?.reason == nil)
        }
    }

    @Test func `rows are not changed, and a month is kept for two years`() async throws {
        try await TestLedger.with { test in
            try await test.ledger.write(Self.read())
            let month = try await TestServer.shared.psql(
                test.conninfo,
                ["-qAtc", "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')"]
            ).filter { !$0.isWhitespace }
            for statement in [
                "UPDATE access SET address = NULL", "DELETE FROM access", "TRUNCATE access",
                "UPDATE access_\(month) SET address = NULL", "DELETE FROM access_\(month)",
                "TRUNCATE access_\(month)", "SELECT discard_access_month(now()::date, 'x')",
                "SELECT discard_access_month((now() - interval '24 months')::date, 'x')",
            ] {
                let error = await #expect(throws: TestServerError.self, "\(statement)") {
                    try await TestServer.shared.psql(test.conninfo, ["-qc", statement])
                }
                let text = error?.description ?? ""
                #expect(
                    text.contains("_append_only") || text.contains("access_kept_two_years"),
                    "\(statement): \(text)")
            }
        }
    }

    @Test func `an old month goes by the owner's command, and the log keeps that it went`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await TestServer.shared.psql(
                test.conninfo, ["-q"],
                input: """
                    SELECT keep_access_month('2020-02-29');
                    INSERT INTO access (at, id, author_id, action)
                    SELECT '2020-02-10', gen_random_uuid(), id, 'read' FROM author LIMIT 1;
                    """)
            let schema = LedgerSchema(conninfo: test.conninfo, logger: test.logger)
            let day = CivilDate(year: 2020, month: 2, day: 1)
            let old = try #require(day)
            let foreseen = try await schema.discardAccesses(
                of: old, reason: "보존 기간 만료", isRehearsal: true)
            #expect(foreseen == .gone(rows: 1))
            #expect(try await schema.discardAccesses(of: old, reason: "보존 기간 만료") == .gone(rows: 1))
            #expect(try await schema.discardAccesses(of: old, reason: "보존 기간 만료") == .absent)
            let today = try await test.ledger.now().koreanDate
            #expect(try await schema.discardAccesses(of: today, reason: "x") == .kept)
            let told = try await test.ledger.audit(
                AuditFilter(deed: .access(.discarded)), rowsMax: 5
            ).records
            #expect(told.map(\.reason) == ["보존 기간 만료"])
            #expect(told.first?.scope?.hasPrefix("access_2020_02 1 ") == true)
        }
    }

    @Test func `a verification that somebody ordered is written down with what came of it`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(10_000, key: "a")
            try await test.publish()
            let order = VerificationOrder()
            let origin = AccessOrigin(
                author: test.author.id, address: nil, scope: "/audit/verifications")
            #expect(order.place(by: origin))
            #expect(!order.place(by: origin))
            #expect(try await test.ledger.lastVerification() == nil)
            await withTaskGroup { group in
                group.addTask {
                    await order.run(test.ledger, logger: test.logger) {
                        Verification(keys: [try TestLedger.signingKey().verifier])
                    }
                }
                while order.isUnderWay { await Task.yield() }
                group.cancelAll()
            }
            let found = try await test.ledger.lastVerification()
            #expect(found?.author == test.author)
            #expect(found?.scope?.hasPrefix("ok entries=") == true)
        }
    }
}
