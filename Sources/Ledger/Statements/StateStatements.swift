import Postgres

/// Durability is the server's to promise: what is set otherwise could cost acknowledged entries.
/// Without a standby, `remote_apply` waits for no more than `on` (PostgreSQL, 20.5.1).
struct ReadServerState: Statement {
    static let sql = """
        SELECT pg_is_in_recovery(), array(
            SELECT format('%s = %s', name, current_setting(name))
            FROM (
                VALUES ('fsync', ARRAY['on']), ('full_page_writes', ARRAY['on']),
                    ('synchronous_commit', ARRAY['on', 'remote_apply']),
                    ('data_sync_retry', ARRAY['off'])
            ) AS asked (name, wanted)
            WHERE NOT current_setting(name) = ANY (wanted)
            ORDER BY name
        ), current_setting('synchronous_standby_names') <> ''
        """

    static func decode(_ row: inout RowReader) throws -> (
        isStandby: Bool, unsafeSettings: [String], awaitsStandby: Bool
    ) {
        (try row.next(), try row.next([String].self), try row.next())
    }
}

struct ReadSchemaMarks: Statement {
    static let sql = "SELECT sha256 FROM schema_migration ORDER BY number"

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

/// Writes to the log and, by sorting more than fits into memory, some megabytes beside it; neither
/// leaves anything.
struct ProbeStorage: Statement {
    static let smallMemory = "SET LOCAL work_mem = '64kB'"
    static let sql = """
        SELECT pg_logical_emit_message(true, 'pumasi', 'probe') IS NOT NULL, (
            SELECT count(*)
            FROM (
                SELECT md5(number::text) AS filler
                FROM generate_series(1, 50000) AS made (number)
                ORDER BY filler
            ) AS sorted
        )
        """
}
