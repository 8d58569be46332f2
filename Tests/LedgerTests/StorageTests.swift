import Hometown
import Ledger
import TestSupport
import Testing

/// The database's disk is full: the server says so, as it does when nothing can be extended.
@Suite struct StorageTests {
    private func fill(_ table: String, _ test: TestLedger) async throws {
        try await test.run(
            """
            CREATE FUNCTION say_full() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'could not extend file: No space left on device'
                    USING ERRCODE = 'disk_full';
            END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON \(table)
                FOR EACH STATEMENT EXECUTE FUNCTION say_full();
            """)
    }

    @Test func `a full disk is an outage that is told until writing has gone well for a while`()
        async throws
    {
        try await TestLedger.with { test in
            #expect(await test.ledger.storageFault() == nil)
            try await fill("entry", test)
            for key in ["1", "2"] {
                await #expect(throws: LedgerFailure.unavailable) {
                    try await test.give(10_000, key: key)
                }
            }
            #expect(await test.ledger.storageFault()?.contains("53100") == true)
            try await test.run("DROP TRIGGER full_disk ON entry")
            #expect(try await test.give(10_000, key: "1").receipt != nil)
            // One recording that went well says nothing of the next, larger one.
            #expect(await test.ledger.storageFault()?.contains("53100") == true)
            #expect(await test.ledger.storageFault(quietSecondsMin: 0) == nil)
            #expect(await test.ledger.storageFault() == nil)
        }
    }

    @Test func `a report waits while the disk is full, however often it is tried`() async throws {
        try await TestLedger.with { test in
            try await test.run(
                "UPDATE schedule SET known_since = '2026-11-13T01:00:00Z', "
                    + "settled_through = NULL, is_on = name = 'daily'")
            try await fill("summary", test)
            for hour in 1...5 {
                await #expect(throws: LedgerFailure.unavailable) {
                    try await test.ledger.settleSchedules(desk(test, hour: hour))
                }
            }
            #expect(try await test.ledger.runs(of: "daily", rowsMax: 9).isEmpty)
            try await test.run("DROP TRIGGER full_disk ON summary")
            _ = try await test.ledger.settleSchedules(desk(test, hour: 9))
            let runs = try await test.ledger.runs(of: "daily", rowsMax: 9)
            #expect(runs.map(\.state) == [.filed])
            #expect(runs.map(\.attempts) == [6])
        }
    }

    /// Some hours after a Saturday's report came due.
    private func desk(_ test: TestLedger, hour: Int) throws -> SummaryDesk {
        let now = try #require(Instant("2026-11-14T0\(hour):00:00Z"))
        return SummaryDesk(
            author: test.author, daemon: Identifier(high: 1, low: 1), time: { _ in now }
        ) { _ in
            RenderedSummary(
                title: Bilingual("요약", "Summary"), rendererVersion: 1,
                files: [
                    .init(
                        name: "facts.txt", mediaType: "text/plain", bytes: Array("facts".utf8))
                ])
        }
    }
}
