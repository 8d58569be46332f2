import TestSupport
import Testing

/// `Schema/schema.sql` is the whole schema as the database tells it, to be read in a diff.
@Suite struct SnapshotTests {
    private static let path = "Schema/schema.sql"

    /// pg_dump of another major version words the same schema differently.
    private static let major = 15

    @Test(.enabled { try await TestServer.shared.major() == major })
    func `the schema is the recorded one`() async throws {
        try await SchemaDatabase.with { conninfo in
            let dump = try await TestServer.shared.dump(conninfo)
            let text = SnapshotTests.tidied(dump)
            #expect(try Golden.difference(SnapshotTests.path, from: text.utf8) == nil)
        }
    }

    /// Without the dump's own remarks and settings, which change with every release.
    static func tidied(_ dump: String) -> String {
        var text = ""
        var wasBlank = true
        for line in dump.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("--") || line.hasPrefix("\\") || line.hasPrefix("SET ")
                || line.hasPrefix("SELECT pg_catalog.set_config")
            {
                continue
            }
            if line.isEmpty, wasBlank { continue }
            wasBlank = line.isEmpty
            text += line + "\n"
        }
        while text.hasSuffix("\n\n") { text.removeLast() }
        return text
    }

    @Test func `every constraint has a name of ours`() async throws {
        try await SchemaDatabase.with { conninfo in
            let unnamed = try await SchemaDatabase.ask(
                """
                SELECT string_agg(conname, ' ') FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace
                    AND conname ~ '_(check|fkey|excl|not_null)[0-9]*$'
                """, conninfo)
            #expect(unnamed == "")
        }
    }

    @Test func `every function with statements of its own names its search path`() async throws {
        try await SchemaDatabase.with { conninfo in
            let open = try await SchemaDatabase.ask(
                """
                SELECT string_agg(proname, ' ') FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND prosqlbody IS NULL
                    AND NOT coalesce(proconfig, '{}') @> '{"search_path=public, pg_temp"}'
                """, conninfo)
            #expect(open == "")
        }
    }
}
