import Ledger
package import Transparency

/// Ways to a log of some size, signed or not.
extension TestLedger {
    package static func signingKey(_ first: UInt8 = 0) throws -> SigningKey {
        guard let key = SigningKey(name: "test.example/log", seed: (0..<32).map { first &+ $0 })
        else { throw LedgerFailure.bug }
        return key
    }

    /// The bytes of an entry that only the log can make something of.
    package static func filler(_ number: Int) -> [UInt8] {
        let digits = String(number)
        let id = String(repeating: "0", count: 12 - digits.count) + digits
        return Array(
            """
            {"id":"01900000-0000-7000-8000-\(id)","kind":"donation",\
            "recorded_at":"2026-03-02T00:00:00.000000Z","v":1}
            """.utf8)
    }

    /// Adds such entries as one batch.
    package func addFiller(_ count: Int, from start: Int = 0) async throws {
        let script = """
            WITH filler AS (
                INSERT INTO entry (id, kind, recorded_at, bytes, leaf_hash)
                SELECT nextval('entry_id'), 'donation', clock_timestamp(), made.bytes,
                    sha256('\\x00'::bytea || made.bytes)
                FROM generate_series(\(start), \(start + count - 1)) AS number
                CROSS JOIN LATERAL (
                    SELECT convert_to(
                        '{"id":"01900000-0000-7000-8000-' || lpad(number::text, 12, '0')
                            || '","kind":"donation",'
                            || '"recorded_at":"2026-03-02T00:00:00.000000Z","v":1}', 'UTF8')
                ) AS made (bytes)
                RETURNING id
            )
            INSERT INTO unsealed (entry_ids) SELECT array_agg(id ORDER BY id) FROM filler
            """
        _ = try await TestServer.shared.psql(conninfo, ["-qAt"], input: script)
    }

    /// Seals what waits, signs the head and keeps the note.
    @discardableResult
    package func publish(_ key: SigningKey? = nil) async throws -> Checkpoint {
        while try await ledger.seal() > 0 {}
        let key = try key ?? TestLedger.signingKey()
        let head = try await ledger.headToSign(after: nil)
        guard
            let checkpoint = Checkpoint(
                origin: key.verifier.name, size: Int(head.size), root: head.root)
        else { throw LedgerFailure.bug }
        try await ledger.keep(try checkpoint.signed(with: key), of: head)
        return checkpoint
    }

    /// Does as a superuser what no role of the ledger may, past triggers and checks.
    package func tamper(_ script: String) async throws {
        let free = """
            DO $$
            DECLARE
                name text;
            BEGIN
                FOR name IN
                    SELECT relname FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                LOOP
                    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER ALL', name);
                END LOOP;
            END $$;
            ALTER TABLE entry DROP CONSTRAINT entry_leaf_hash_matches;
            ALTER TABLE tree_head DROP CONSTRAINT tree_head_frontier_size;
            ALTER TABLE leaf DROP CONSTRAINT leaf_log_index_from_zero;
            """
        _ = try await TestServer.shared.psql(conninfo, ["-qAt"], input: free + script)
    }
}
