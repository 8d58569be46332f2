import Postgres

struct ReadCheckupFigures: Statement {
    static let sql = """
        SELECT current_setting('server_version'), pg_database_size(current_database()),
            (SELECT size FROM tree_head),
            (SELECT coalesce(sum(cardinality(entry_ids)), 0)::bigint FROM unsealed),
            (SELECT coalesce(
                floor(extract(epoch FROM clock_timestamp() - min(entry.recorded_at))), 0)::bigint
                FROM unsealed
                JOIN entry ON entry.id = unsealed.entry_ids[1]),
            (SELECT size FROM checkpoint ORDER BY no DESC LIMIT 1),
            (SELECT count(*) FROM delivery WHERE state = 'waiting'),
            (SELECT count(*) FROM delivery WHERE state = 'given_up')
        """

    static func decode(_ row: inout RowReader) throws -> CheckupFigures {
        CheckupFigures(
            serverVersion: try row.next(), databaseBytes: try row.next(),
            logSize: try row.next(), unsealed: try row.next(), unsealedSeconds: try row.next(),
            signedSize: try row.next(), deliveriesWaiting: try row.next(),
            deliveriesGivenUp: try row.next())
    }
}
