import Hometown
import Ledger
import Postgres
import Schema
import TestSupport
import Testing
import Transparency

/// A ledger as it should be passes; whatever a superuser changes in it is found and named.
@Suite struct VerificationTests {
    /// The sample, private donations, a filed summary, several seals and checkpoints.
    private static func withBook(
        _ body: (TestLedger, _ outside: Checkpoint) async throws -> Void
    ) async throws {
        let server = TestServer.shared
        try await TestLedger.with { _ in }
        try await server.prepareTemplate(name: "book", from: "ledger") { conninfo in
            let test = try await TestLedger(conninfo: conninfo)
            _ = try await test.ledger.loadSample(author: test.author)
            try await test.publish()
            for index in 0..<20 {
                _ = try await test.give(
                    100_000, donor: "d\(index % 3)", on: "2026-03-0\(1 + index % 9)",
                    key: "k\(index)")
            }
            let desk = SummaryDesk(
                author: try await test.ledger.author(.daemon, name: "daemon"),
                daemon: Identifier(high: 7, low: 7),
                render: { _ in
                    RenderedSummary(
                        title: Bilingual("요약", "Summary"), rendererVersion: 1,
                        files: [
                            .init(
                                name: "a.txt", mediaType: "text/plain", bytes: [65])
                        ])
                })
            _ = try await test.ledger.runNow("daily", period: nil, reason: "test", desk)
            try await test.publish()
            _ = try await test.give(100_000, donor: "late", key: "late")
            await test.pool.close()
        }
        try await server.withDatabase(template: "book") { conninfo in
            let test = try await TestLedger(conninfo: conninfo)
            do {
                let newest = try #require(try await test.ledger.checkpoint())
                let note = try SignedNote(bytes: Array(newest.note.utf8))
                try await body(test, try #require(Checkpoint(text: note.text)))
            } catch {
                await test.pool.close()
                throw error
            }
            await test.pool.close()
        }
    }

    private static func verify(
        _ test: TestLedger, outside: [Checkpoint]
    ) async throws -> Verification.Report {
        try await test.ledger.verify(
            Verification(keys: [TestLedger.signingKey().verifier], outside: outside))
    }

    @Test func `a whole ledger passes`() async throws {
        try await Self.withBook { test, outside in
            let report = try await Self.verify(test, outside: [outside])
            #expect(report.fault == nil, "\(String(describing: report.fault))")
            #expect(try await test.count("entry") == report.entries)
            #expect(report.head.size == report.entries - 1)
            #expect(report.checkpoints == 2)
        }
    }

    @Test func `an empty log passes`() async throws {
        try await TestLedger.with { test in
            let report = try await Self.verify(test, outside: [])
            #expect(report.fault == nil)
            #expect(report.head.size == 0)
        }
    }

    /// What is done, and the code of what is found.
    private static let deeds: [(script: String, code: String)] = [
        (
            "UPDATE entry SET bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) WHERE id = 7",
            "bytes_changed"
        ),
        (
            "UPDATE entry SET bytes = '{}', leaf_hash = sha256('\\x007b7d') WHERE id = 7",
            "tile_differs"
        ),
        ("UPDATE entry SET leaf_hash = sha256('') WHERE id = 7", "bytes_changed"),
        (
            "UPDATE entry SET recorded_at = recorded_at + interval '1 us' WHERE id = 7",
            "row_differs"
        ),
        ("UPDATE entry SET kind = 'person' WHERE kind = 'source'", "row_differs"),
        ("UPDATE entry SET kind = 'strange' WHERE id = 7", "kind_unknown"),
        ("DELETE FROM entry WHERE id = 7", "entry_missing"),
        ("DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)", "entry_missing"),
        ("DELETE FROM leaf WHERE log_index = 3", "places_broken"),
        ("DELETE FROM leaf WHERE log_index = (SELECT max(log_index) FROM leaf)", "outside_differs"),
        ("INSERT INTO leaf VALUES (1000, 1000)", "places_broken"),
        (
            """
            UPDATE leaf SET log_index = -1 WHERE log_index = 3;
            UPDATE leaf SET log_index = 3 WHERE log_index = 4;
            UPDATE leaf SET log_index = 4 WHERE log_index = -1
            """, "tile_differs"
        ),
        ("DELETE FROM unsealed", "unplaced"),
        ("INSERT INTO unsealed (entry_ids) VALUES ('{7}')", "unplaced"),
        (
            "UPDATE tile_run SET hashes = set_byte(hashes, 33, get_byte(hashes, 33) # 1)",
            "tile_differs"
        ),
        ("DELETE FROM tile_run", "tile_differs"),
        ("INSERT INTO tile_run VALUES (0, 1000, sha256(''))", "tile_differs"),
        ("INSERT INTO tile_run VALUES (5, 0, sha256(''))", "tile_differs"),
        ("UPDATE tree_head SET size = size + 2, frontier = frontier", "head_differs"),
        (
            "UPDATE tree_head SET frontier = set_byte(frontier, 0, get_byte(frontier, 0) # 1)",
            "head_differs"
        ),
        ("UPDATE checkpoint SET root = sha256('') WHERE no = 1", "checkpoint_forged"),
        ("UPDATE checkpoint SET size = size - 1 WHERE no = 2", "checkpoint_forged"),
        ("UPDATE checkpoint SET note = replace(note, 'example', 'exemple')", "checkpoint_forged"),
        ("DELETE FROM checkpoint WHERE no = 1", "checkpoint_missing"),
        (
            """
            INSERT INTO checkpoint (no, size, root, note)
            SELECT 3, size, root, note FROM checkpoint WHERE no = 1
            """, "checkpoint_misplaced"
        ),
        ("UPDATE donation SET amount = amount + 1", "row_differs"),
        (
            "UPDATE donation SET donor_id = gen_random_uuid()",
            "opening_differs"
        ),
        ("DELETE FROM leg_donation", "row_differs"),
        ("UPDATE participation_donation SET participation_id = gen_random_uuid()", "row_differs"),
        ("INSERT INTO leg_donation SELECT gen_random_uuid(), gen_random_uuid(), 1", "row_differs"),
        ("UPDATE claim SET attribute = 'x', value = 'x' WHERE position = 0", "row_differs"),
        ("DELETE FROM claim WHERE position = 0", "row_differs"),
        ("UPDATE agreement_party SET position = 7 WHERE position = 1", "row_differs"),
        ("INSERT INTO agreement_party VALUES (gen_random_uuid(), 0, 1)", "row_differs"),
        ("UPDATE agreement_field SET name_en = 'x' WHERE no = 2", "row_differs"),
        ("UPDATE nomination_answer SET nomination_id = gen_random_uuid()", "row_differs"),
        ("UPDATE participation SET origin = NOT origin", "row_differs"),
        ("UPDATE office SET held_to = DATE '2030-01-01'", "row_differs"),
        ("DELETE FROM person WHERE entry_id = (SELECT min(entry_id) FROM person)", "row_differs"),
        ("UPDATE person SET donor_id = gen_random_uuid()", "row_differs"),
        ("UPDATE exchange SET note = 'x'", "row_differs"),
        ("UPDATE leg SET people = coalesce(people, 0) + 1", "row_differs"),
        ("UPDATE source SET link = 'x'", "row_differs"),
        ("UPDATE relay SET goal = 7", "row_differs"),
        (
            "UPDATE nomination SET happened_on = '2023-01-01', date_precision = 'day'",
            "row_differs"
        ),
        ("UPDATE government_edition SET units = 7", "row_differs"),
        (
            """
            INSERT INTO bar
            VALUES (7, gen_random_uuid(), 1, '2023-01-01', '2023-02-01', 'x', NULL, now())
            """,
            "row_differs"
        ),
        ("UPDATE summary SET log_size = 0", "row_differs"),
        ("UPDATE run SET period_key = '2020-01-01'", "row_differs"),
        ("UPDATE run SET log_size = log_size - 1", "row_differs"),
        ("UPDATE run SET inputs = inputs || ' '::bytea", "row_differs"),
        ("UPDATE run SET outputs = outputs || ' '::bytea", "row_differs"),
        ("UPDATE summary_file SET name = 'b.txt'", "row_differs"),
        ("UPDATE government SET name_en = 'x' WHERE id = 7", "registry_differs"),
        (
            """
            ALTER TABLE government_version DROP CONSTRAINT government_version_edition_exists;
            INSERT INTO government_version (government_id, edition, name_en)
            SELECT government_id, max(edition) + 1, 'x' FROM government_version GROUP BY 1 LIMIT 1
            """,
            "registry_differs"
        ),
        (
            """
            ALTER TABLE government DROP CONSTRAINT government_level_known,
                DROP CONSTRAINT government_level_has_parent;
            UPDATE government SET level = 'bbsic' WHERE id = (
                SELECT max(id) FROM government WHERE level = 'basic')
            """,
            "registry_differs"
        ),
        (
            "UPDATE personal SET fields = fields || '{\"donor\":\"x\"}' WHERE fields ? 'donor'",
            "opening_differs"
        ),
        (
            "UPDATE personal SET salts = set_byte(salts, 5, get_byte(salts, 5) # 1)",
            "opening_differs"
        ),
        ("UPDATE personal SET fields = fields || '{\"more\":\"x\"}'", "opening_differs"),
        ("UPDATE donor_year SET total = total + 1", "total_differs"),
        ("DELETE FROM donor_year", "total_differs"),
        ("INSERT INTO donor_year VALUES (gen_random_uuid(), 2026, 5, 0)", "total_differs"),
    ]

    @Test(arguments: deeds.indices)
    func `what is changed behind the ledger's back is found`(index: Int) async throws {
        let deed = Self.deeds[index]
        try await Self.withBook { test, outside in
            try await test.tamper(deed.script)
            let fault = try await Self.verify(test, outside: [outside]).fault
            #expect(fault?.code == deed.code, "\(deed.script): \(String(describing: fault))")
        }
    }

    @Test func `a book rolled back as a whole is found by the checkpoint kept outside`()
        async throws
    {
        try await Self.withBook { test, outside in
            try await test.addFiller(3)
            try await test.publish()
            let newest = try #require(try await test.ledger.checkpoint())
            let note = try SignedNote(bytes: Array(newest.note.utf8))
            let later = try #require(Checkpoint(text: note.text))
            try await Self.withBook { older, _ in
                let found = try await Self.verify(older, outside: [later])
                #expect(found.fault?.code == "outside_differs")
                #expect(try await Self.verify(older, outside: [outside]).fault == nil)
            }
        }
    }

    @Test func `the fault names the entry`() async throws {
        try await Self.withBook { test, _ in
            try await test.tamper(
                "UPDATE donation SET channel = 'state_system' WHERE channel = 'bank_counter'")
            let fault = try #require(try await Self.verify(test, outside: []).fault)
            let donations = try await test.ledger.donations(rowsMax: 1_000)
            let first = donations.filter { $0.channel == .stateSystem }.map(\.number).min()
            #expect(fault.entry == first)
            #expect(fault.text.english.contains("donation"))
        }
    }

    @Test func `every kind of entry is derived, into a table that is there`() async throws {
        try await TestLedger.with { test in
            // Asking for any id asks every kind's table.
            let answer = try await test.ledger.proof(of: .id(test.author.id))
            #expect(answer == .unknown)
        }
    }
}
