import Postgres
import TestSupport
import Testing

/// What was recorded stays, whoever asks: here the owner does, a superuser.
@Suite struct AppendOnlyTests {
    /// Tables that nobody changes by any verb.
    private static let kept = [
        "access", "account_change", "agreement", "agreement_field", "agreement_party",
        "agreement_place",
        "agreement_status", "approval", "author", "bar", "bar_ending", "bar_publication",
        "checkpoint", "claim",
        "claim_choice", "correction", "delivery_attempt", "document", "donation",
        "donor_joining", "donor_parting", "entry",
        "erased_entry", "erasure", "exchange", "fund_figure", "government_edition",
        "government_version", "import",
        "import_range", "import_reversal", "installation", "interest", "interest_ending",
        "kept_answer", "late_approval", "late_entry", "leaf", "leg", "leg_donation", "nomination",
        "nomination_answer", "nomination_reply", "office", "office_ending", "official_receipt",
        "official_receipt_recall", "participation", "participation_donation", "period_closing",
        "period_reopening", "person", "project", "project_ending", "receiver_change", "region_kept",
        "relay", "run_attempt", "schedule_change", "schema_migration", "settlement", "source",
        "summary", "summary_file", "tile_run",
    ]

    @Test func `every table that is only added to has its trigger, and no other has`()
        async throws
    {
        try await SchemaDatabase.with { conninfo in
            let found = try await SchemaDatabase.ask(
                """
                SELECT tgrelid::regclass::text FROM pg_trigger
                WHERE tgname = tgrelid::regclass::text || '_append_only' AND tgenabled = 'A'
                ORDER BY tgrelid::regclass::text COLLATE "C"
                """, conninfo)
            #expect(found == AppendOnlyTests.kept.joined(separator: "\n"))
        }
    }

    @Test func `not even the owner changes a row or empties a table`() async throws {
        try await SchemaDatabase.with { conninfo in
            try await SchemaDatabase.withConnection(conninfo) { connection in
                for table in AppendOnlyTests.kept {
                    try await expectUnchangeable(table, on: connection)
                }
            }
        }
    }

    private func expectUnchangeable(_ table: String, on connection: Connection) async throws {
        let update = """
            DO $$ BEGIN
                EXECUTE (
                    SELECT format('UPDATE \(table) SET %I = DEFAULT', attname) FROM pg_attribute
                    WHERE attrelid = '\(table)'::regclass AND attnum = 1);
            END $$
            """
        for statement in [
            update, "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE",
            "SET LOCAL session_replication_role = replica; DELETE FROM \(table)",
        ] {
            let error = try await SchemaDatabase.refusal(statement, on: connection)
            #expect(error?.sqlState?.code == "23001", "\(statement)")
            // TRUNCATE … CASCADE may meet the trigger of a table that refers to this one.
            let name = error?.constraintName ?? ""
            #expect(name.hasSuffix("_append_only") || name.hasSuffix("_kept"), "\(statement)")
        }
    }

    /// What else is guarded: the statements that must fail, after what goes before.
    private static let guarded: [(name: String, script: String)] = [
        ("personal_unchanged", "UPDATE personal SET salts = salts"),
        ("personal_unchanged", "TRUNCATE personal"),
        ("idempotency_unchanged", "UPDATE idempotency SET entry_id = 1"),
        ("idempotency_unchanged", "TRUNCATE idempotency"),
        ("idempotency_answered", "DELETE FROM idempotency WHERE entry_id = 1"),
        ("unsealed_unchanged", "UPDATE unsealed SET entry_ids = '{1}'"),
        ("unsealed_unchanged", "TRUNCATE unsealed"),
        ("unsealed_gets_sealed", "DELETE FROM unsealed"),
        ("leaf_entry_exists", "INSERT INTO leaf (log_index, entry_id) VALUES (0, 1000)"),
        ("tree_head_kept", "DELETE FROM tree_head"),
        ("tree_head_kept", "TRUNCATE tree_head"),
        (
            "tree_head_follows_leaves",
            "UPDATE tree_head SET size = 1, frontier = sha256('')"
        ),
        (
            "tree_head_follows_leaves",
            """
            INSERT INTO leaf (log_index, entry_id) VALUES (0, 1), (2, 2);
            UPDATE tree_head SET size = 3, frontier = sha256('') || sha256('')
            """
        ),
        (
            "tree_head_follows_leaves",
            """
            INSERT INTO leaf (log_index, entry_id) VALUES (0, 1);
            INSERT INTO tile_run (level, first, hashes) VALUES (0, 0, sha256(''));
            UPDATE tree_head SET size = 1, frontier = sha256('');
            UPDATE tree_head SET size = 0, frontier = ''
            """
        ),
        (
            "tree_head_follows_tiles",
            """
            INSERT INTO leaf (log_index, entry_id) VALUES (0, 1);
            UPDATE tree_head SET size = 1, frontier = sha256('')
            """
        ),
        (
            "tile_run_within_a_tile",
            "INSERT INTO tile_run (level, first, hashes) VALUES (0, 255, sha256('') || sha256(''))"
        ),
        (
            "checkpoint_follows",
            "INSERT INTO checkpoint (no, size, root, note) VALUES (1, 1, sha256(''), 'a')"
        ),
        (
            "checkpoint_follows",
            "INSERT INTO checkpoint (no, size, root, note) VALUES (2, 0, sha256(''), 'a')"
        ),
        (
            "checkpoint_follows",
            """
            INSERT INTO checkpoint (no, size, root, note) VALUES (1, 0, sha256(''), 'a');
            INSERT INTO checkpoint (no, size, root, note) VALUES (2, 0, sha256('b'), 'b')
            """
        ),
        ("government_kept", "DELETE FROM government"),
        ("donor_year_kept", "DELETE FROM donor_year"),
        ("token_kept", "DELETE FROM token"),
        ("account_kept", "DELETE FROM account"),
        (
            "sign_in_link_used_once",
            """
            INSERT INTO sign_in_link (hash, role, expires_at, used_at)
            VALUES (sha256(''), 'clerk', clock_timestamp(), clock_timestamp());
            UPDATE sign_in_link SET used_at = NULL
            """
        ),
        (
            "token_revoked_for_good",
            """
            INSERT INTO token (id, author_id, role, hash, expires_at)
            SELECT id, id, 'clerk', sha256(''), clock_timestamp() FROM author;
            UPDATE token SET revoked_at = clock_timestamp();
            UPDATE token SET revoked_at = NULL
            """
        ),
    ]

    @Test func `what has to change sometimes changes in the one way that is right`()
        async throws
    {
        try await SchemaDatabase.with { conninfo in
            try await SchemaDatabase.execute(Scene.script, on: conninfo)
            try await SchemaDatabase.withConnection(conninfo) { connection in
                for (name, script) in AppendOnlyTests.guarded {
                    let error = try await SchemaDatabase.refusal(script, on: connection)
                    #expect(error?.constraintName == name, "\(script)")
                }
                for script in [
                    // An id that no entry answered is withdrawn.
                    "DELETE FROM idempotency WHERE entry_id = 1000",
                    // What is taken to be sealed gets its place.
                    """
                    DELETE FROM unsealed;
                    INSERT INTO leaf (log_index, entry_id) VALUES (0, 1), (1, 2);
                    INSERT INTO tile_run (level, first, hashes)
                    VALUES (0, 0, sha256('') || sha256(''));
                    UPDATE tree_head SET size = 2, frontier = sha256('')
                    """,
                    // What only opens a commitment can be erased.
                    "DELETE FROM personal",
                ] {
                    let error = try await SchemaDatabase.refusal(script, on: connection)
                    #expect(error == nil, "\(script): \(error?.logText ?? "")")
                }
            }
        }
    }
}
