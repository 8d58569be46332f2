import Hometown
import Postgres

struct ReadLedgerFigures: Statement {
    static let sql = """
        SELECT
            (SELECT extract(epoch FROM clock_timestamp() - signed_at)::float8
                FROM checkpoint
                ORDER BY no DESC
                LIMIT 1),
            coalesce(sum(recorded), 0)::bigint, coalesce(sum(refused), 0)::bigint,
            coalesce(sum(known), 0)::bigint
        FROM import
        """

    static func decode(_ row: inout RowReader) throws -> LedgerFigures {
        LedgerFigures(
            checkpointAgeSeconds: try row.next(),
            importRows: try LedgerFigures.ImportRows(row: &row))
    }
}

/// Of every schedule when it last filed something and, of a check, what it last found.
struct ReadScheduleFigures: Statement {
    static let sql = """
        SELECT schedule.name, filed.filed_at, checked.outputs
        FROM schedule
        LEFT JOIN LATERAL (
            SELECT filed_at
            FROM run
            WHERE run.schedule_id = schedule.id AND run.state = 'filed'
            ORDER BY filed_at DESC
            LIMIT 1
        ) AS filed ON true
        LEFT JOIN LATERAL (
            SELECT outputs
            FROM run
            WHERE run.schedule_id = schedule.id AND run.state <> 'skipped'
                AND schedule.job = ANY ($1::text[])
            ORDER BY filed_at DESC
            LIMIT 1
        ) AS checked ON true
        """

    struct Row: Sendable {
        let schedule: String
        let lastFiledAt: Instant?
        let outputs: [UInt8]?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(Job.allCases.filter { !$0.isReport }.map(\.rawValue))
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            schedule: try row.next(), lastFiledAt: try row.next(),
            outputs: try row.next(PostgresBytes?.self)?.bytes)
    }
}
