import Hometown
import Postgres

/// Asks for periods, in this order. One that is asked for already is asked for once.
struct InsertRequests: Statement {
    static let sql = """
        INSERT INTO run_request (schedule_id, period_key, reason, author_id)
        SELECT $1::smallint, period_key, $3::text, $4::uuid
        FROM unnest($2::text[]) WITH ORDINALITY AS added (period_key, no)
        ORDER BY no
        ON CONFLICT (schedule_id, period_key) DO NOTHING
        """
    let schedule: Int16
    let periods: [String]
    let reason: String
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(periods)
        parameters.append(reason)
        parameters.append(author)
    }
}

/// What was asked for and is not done, oldest first; of all schedules or of one.
struct ReadRequests: Statement {
    static let sql = """
        SELECT run_request.id, run_request.schedule_id, run_request.period_key,
            run_request.reason, run_request.requested_at, author.id, author.kind, author.name
        FROM run_request
        JOIN author ON author.id = run_request.author_id
        WHERE ($1::smallint IS NULL OR run_request.schedule_id = $1::smallint)
            AND ($2::bigint IS NULL OR run_request.id > $2::bigint)
        ORDER BY run_request.id
        LIMIT $3::int
        """
    let schedule: Int16?
    /// The request that the page begins behind.
    let after: Int64?
    let rowsMax: Int32

    struct Row: Sendable {
        let id: Int64
        let schedule: Int16
        let period: String
        let reason: String
        let requestedAt: Instant
        let author: Author
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            id: try row.next(), schedule: try row.next(), period: try row.next(),
            reason: try row.next(), requestedAt: try row.next(), author: try Author(row: &row))
    }
}

struct DeleteRequest: Statement {
    static let sql = "DELETE FROM run_request WHERE id = $1::bigint"
    let id: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }
}
