import Postgres
import TestSupport
import Testing

/// Role × table × verb, tried one by one, not read from the catalogue's own opinion of itself.
@Suite struct RightsTests {
    /// Tries every verb on every table, and every column for SELECT and UPDATE; each try is undone.
    /// A verb that is allowed may still fail for what it would write. One line a table.
    private static let matrix = """
        DO $$
        DECLARE
            tried record;
            verdict text;
            line text;
            table_name text := '';
        BEGIN
            FOR tried IN
                SELECT relname, verb.no, verb.name, attname,
                    CASE verb.name
                        WHEN 'select' THEN format('SELECT %I FROM %I', attname, relname)
                        WHEN 'insert' THEN format('INSERT INTO %I DEFAULT VALUES', relname)
                        WHEN 'update'
                            THEN format('UPDATE %I SET %I = DEFAULT', relname, attname)
                        WHEN 'delete' THEN format('DELETE FROM %I', relname)
                        WHEN 'truncate' THEN format('TRUNCATE %I CASCADE', relname)
                        END AS statement
                FROM pg_class
                CROSS JOIN unnest(ARRAY['select', 'insert', 'update', 'delete', 'truncate'])
                    WITH ORDINALITY AS verb (name, no)
                LEFT JOIN pg_attribute
                    ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
                    AND verb.name IN ('select', 'update')
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
                ORDER BY relname COLLATE "C", verb.no, attnum
            LOOP
                IF tried.relname <> table_name THEN
                    RAISE NOTICE '%', line;
                    table_name := tried.relname;
                    line := table_name || ':';
                END IF;
                BEGIN
                    EXECUTE tried.statement;
                    RAISE EXCEPTION USING ERRCODE = 'P0000';
                EXCEPTION
                    WHEN insufficient_privilege THEN verdict := '';
                    WHEN restrict_violation THEN verdict := '!';
                    WHEN OTHERS THEN verdict := ' ';
                END;
                IF verdict <> '' THEN
                    line := line || ' ' || trim(verdict) || tried.name
                        || coalesce('.' || tried.attname, '');
                END IF;
            END LOOP;
            RAISE NOTICE '%', line;
        END $$
        """

    @Test func `what each role may do with each table is what is recorded`() async throws {
        try await SchemaDatabase.with { conninfo in
            let columns = try await SchemaDatabase.ask(
                """
                SELECT relname || ' ' || relnatts FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                """, conninfo)
            let counts = Dictionary(
                uniqueKeysWithValues: columns.split(separator: "\n").map { line in
                    let words = line.split(separator: " ")
                    return (String(words[0]), Int(words[1]) ?? 0)
                })
            var text = ""
            for account in SchemaDatabase.Account.allCases {
                text += "# \(account.rawValue)\n"
                let output = try await TestServer.shared.psql(
                    account.conninfo(conninfo), ["-q"], input: RightsTests.matrix)
                for line in output.split(separator: "\n") {
                    let words = line.split(separator: " ").drop { $0 != "NOTICE:" }.dropFirst()
                    // Other notices tell of cascades; a table without any right has one word.
                    guard let name = words.first?.dropLast(), let count = counts[String(name)],
                        words.count > 1
                    else { continue }
                    text += RightsTests.short(words.map(String.init), columnCount: count) + "\n"
                }
            }
            #expect(try Golden.difference("Tests/golden/rights.txt", from: text.utf8) == nil)
        }
    }

    /// `token: select insert update(revoked_at) !delete`: a verb on all columns stands alone; `!`
    /// is a right that a trigger refuses.
    private static func short(_ words: [String], columnCount: Int) -> String {
        var verbs: [(verb: String, columns: [String])] = []
        for word in words.dropFirst() {
            let parts = word.split(separator: ".").map(String.init)
            if verbs.last?.verb != parts[0] { verbs.append((parts[0], [])) }
            verbs[verbs.count - 1].columns += parts.dropFirst()
        }
        let texts = verbs.map { verb, columns in
            columns.isEmpty || columns.count == columnCount
                ? verb : "\(verb)(\(columns.joined(separator: " ")))"
        }
        return "\(words[0]) \(texts.joined(separator: " "))"
    }

    /// What goes around the verbs.
    private static let detours = [
        "ALTER TABLE entry DISABLE TRIGGER ALL",
        "ALTER TABLE entry DROP CONSTRAINT entry_leaf_hash_matches",
        "ALTER TABLE donor_year ADD COLUMN note text",
        "DROP TABLE entry",
        "DROP TRIGGER donation_is_lawful ON donation",
        "CREATE TABLE public.entry_copy (id int)",
        "CREATE FUNCTION public.annual_cap(int, int) RETURNS bigint LANGUAGE sql RETURN 1",
        "CREATE OR REPLACE FUNCTION annual_cap(year int) RETURNS bigint LANGUAGE sql RETURN 1",
        "CREATE TRIGGER early BEFORE INSERT ON entry EXECUTE FUNCTION refuse_change()",
        "CREATE RULE silent AS ON INSERT TO entry DO INSTEAD NOTHING",
        "CALL make_append_only('donor_year')",
        "LOCK TABLE entry IN ACCESS EXCLUSIVE MODE",
        "SELECT setval('entry_id', 1)",
        "SET session_replication_role = replica",
        "SET ROLE pumasi",
        "SET ROLE pumasi_auditor",
        "SET SESSION AUTHORIZATION pumasi",
        "ALTER ROLE pumasi_app SUPERUSER",
        "GRANT pumasi TO pumasi_app",
        "COPY entry TO PROGRAM 'true'",
        "COPY entry FROM '/etc/hostname'",
        "SELECT pg_read_file('/etc/hostname')",
    ]

    /// Whoever may execute a trigger's function may put it on a table of their own.
    @Test func `what runs with its owner's rights is for nobody else`() async throws {
        try await SchemaDatabase.with { conninfo in
            let open = try await SchemaDatabase.ask(
                """
                SELECT proname FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND prosecdef
                    AND (proacl IS NULL OR EXISTS (
                        SELECT FROM aclexplode(proacl) AS acl WHERE acl.grantee = 0))
                """, conninfo)
            #expect(open == "")
        }
    }

    @Test func `the daemon's role has no way around`() async throws {
        try await SchemaDatabase.with { conninfo in
            let app = SchemaDatabase.Account.app.conninfo(conninfo)
            try await SchemaDatabase.withConnection(app) { connection in
                for statement in RightsTests.detours {
                    let error = try await SchemaDatabase.refusal(statement, on: connection)
                    #expect(error?.sqlState == .insufficientPrivilege, "\(statement)")
                }
            }
        }
    }

    /// A table of the same name in pg_temp does not come before the real one.
    @Test func `a temporary table deceives no trigger`() async throws {
        try await SchemaDatabase.with { conninfo in
            let app = SchemaDatabase.Account.app.conninfo(conninfo)
            try await SchemaDatabase.execute(Scene.script, on: app)
            try await SchemaDatabase.withConnection(app) { connection in
                let error = try await SchemaDatabase.refusal(
                    """
                    CREATE TEMP TABLE participation (id uuid, person_id uuid);
                    \(Scene.breaking("nomination_to_self"))
                    """, on: connection)
                #expect(error?.constraintName == "nomination_to_self")
            }
        }
    }
}
