import Postgres

/// Durability is the server's to promise: what is off here could cost acknowledged entries.
struct ReadServerState: Statement {
    static let sql = """
        SELECT pg_is_in_recovery(), array(
            SELECT name
            FROM unnest(ARRAY['fsync', 'full_page_writes', 'synchronous_commit']) AS asked (name)
            WHERE current_setting(name) = 'off'
            ORDER BY name
        )
        """

    static func decode(_ row: inout RowReader) throws -> (
        isStandby: Bool, unsafeSettings: [String]
    ) {
        (try row.next(), try row.next([String].self))
    }
}

struct ReadSchemaMarks: Statement {
    static let sql = "SELECT sha256 FROM schema_migration ORDER BY number"

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}
