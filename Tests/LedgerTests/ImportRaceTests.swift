import Hometown
import Interchange
import Ledger
import Postgres
import TestSupport
import Testing
import Transparency

/// An import takes no lock of a donor's year, so it meets those who record for the same donors.
@Suite struct ImportRaceTests {
    /// How often a list was begun: once, unless all of it is read again.
    private actor Readings: ImportListener {
        private(set) var count = 0

        func begin(_ columns: DonationColumns) { count += 1 }

        func reject(_ rows: [RejectedRow]) {}

        func proceed(_ progress: ImportProgress) async {}
    }

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

    /// Whoever connects from here on waits longer before it looks for a circle.
    private static let lookLate = """
        DO $$ BEGIN
            EXECUTE format(
                'ALTER DATABASE %I SET deadlock_timeout = ''4s''', current_database());
        END $$
        """

    /// The other one opened a year that the list opens, too, and then wants one that the list has
    /// added to. The list lets its years go, not its rows.
    @Test func `a list that waits in a circle begins anew with the years alone`() async throws {
        try await TestLedger.with { test in
            _ = try test.id(await test.give(100_000, donor: "known", key: "before"))
            let draft = DonationImportTests.draft(
                ["known", "new"].map { DonationImportTests.row($0, "200,000") })
            let readings = Readings()
            let (known, new) = (
                test.ledger.secret.donor("known"), test.ledger.secret.donor("new")
            )
            // Whoever looks for a circle first is ended: the list, however slow this machine is.
            try await test.pool.transaction { try await $0.execute(Self.lookLate) }
            let other = try await TestLedger(conninfo: test.conninfo)
            let task = try await test.pool.transaction { transaction in
                try await transaction.execute("SET LOCAL deadlock_timeout = '1min'")
                try await transaction.execute(
                    "INSERT INTO donor_year VALUES ('\(new)', 2026, 1, 0)")
                let task = Task {
                    try await other.ledger.importDonations(
                        draft, request: test.request("list"), listener: readings)
                }
                try await transaction.execute(Self.awaitWaiter)
                try await transaction.execute(
                    "UPDATE donor_year SET total = total + 2 WHERE donor_id = '\(known)'")
                return task
            }
            guard case .recorded(_, let report) = try await task.value else {
                Issue.record("\(try await task.value)")
                return
            }
            #expect(report.counts.recorded == 2)
            #expect(await readings.count == 1)
            #expect(try await test.count("donor_year WHERE total = 300002") == 1)
            #expect(try await test.count("donor_year WHERE total = 200001") == 1)
            #expect(try await test.count("donation") == 3)
            await other.pool.close()
        }
    }

    /// Half of the donors are known, half are new; two daemons record for all of them meanwhile, up
    /// to the cap and beyond.
    @Test func `a list and two daemons at once fail nobody and pass no cap`() async throws {
        try await TestLedger.with { test in
            let other = try await TestLedger(conninfo: test.conninfo)
            for index in 0..<50 {
                _ = try test.id(
                    await test.give(1_000, donor: "d\(index)", key: "before \(index)"))
            }
            var draft = DonationImportTests.draft(
                (0..<9_000).map { DonationImportTests.row("d\($0 % 100)", "150,000") })
            draft.keepsValidRows = true
            let (list, request) = (draft, test.request("list"))
            async let imported = test.ledger.importDonations(list, request: request)
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for index in 0..<400 {
                    let daemon = index % 2 == 0 ? test : other
                    group.addTask {
                        try await daemon.give(
                            3_000_000, donor: "d\(99 - index % 100)", key: "s\(index)")
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for answer in answers where answer.receipt == nil {
                #expect(answer.reasons == ["amount over_annual_cap"])
            }
            guard case .recorded(_, let report) = try await imported else {
                Issue.record("\(try await imported)")
                return
            }
            let singles = answers.count { $0.receipt != nil }
            #expect(try await test.count("donation") == 50 + singles + report.counts.recorded)
            #expect(try await test.count("donor_year") == 100)
            try await test.publish()
            let fault = try await test.ledger.verify(
                Verification(keys: [TestLedger.signingKey().verifier])
            ).fault
            #expect(fault == nil)
            await other.pool.close()
        }
    }
}
