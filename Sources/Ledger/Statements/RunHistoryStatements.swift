import Hometown
import Postgres
import Timetable
import Transparency

/// Runs of a schedule, newest first: all, those that are older than a place, or of one period its
/// newest revision, whenever that came due.
struct ReadRuns: Statement {
    static let sql = """
        SELECT run.id, schedule.name, run.period_key, run.revision, run.state, run.cause,
            run.former_cause, run.origin, run.reason, author.name, run.scheduled_for,
            run.started_at, run.filed_at, run.log_size, run.input_hash, run.output_hash,
            (SELECT count(*)
                FROM run_attempt
                WHERE run_attempt.schedule_id = run.schedule_id
                    AND run_attempt.period_key = run.period_key
                    AND run_attempt.revision = run.revision),
            summary.id
        FROM run
        JOIN schedule ON schedule.id = run.schedule_id
        JOIN author ON author.id = run.author_id
        LEFT JOIN summary ON summary.run_id = run.id
        WHERE ($1::uuid IS NULL OR run.id = $1::uuid)
            AND ($2::text IS NULL OR schedule.name = $2::text)
            AND ($3::text IS NULL
                OR run.period_key = $3::text AND NOT EXISTS (
                    SELECT FROM run AS later
                    WHERE later.schedule_id = run.schedule_id
                        AND later.period_key = run.period_key
                        AND later.revision > run.revision))
            AND ($4::timestamptz IS NULL
                OR (run.scheduled_for, run.revision, run.id)
                    < ($4::timestamptz, $5::int, $6::uuid))
        ORDER BY run.scheduled_for DESC, run.revision DESC, run.id DESC
        LIMIT $7::int
        """
    var id: Identifier?
    var schedule: String?
    var period: String?
    var before: RunPlace?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(schedule)
        parameters.append(period)
        parameters.append(before?.scheduledFor)
        parameters.append(before?.revision)
        parameters.append(before?.id)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedRun {
        let (id, schedule, period): (Identifier, String, String) = (
            try row.next(), try row.next(), try row.next()
        )
        let revision: Int32 = try row.next()
        let state = try RunState(row: &row)
        let (cause, formerCause): (String?, String?) = (try row.next(), try row.next())
        let origin: String = try row.next()
        guard let origin = RunOrigin(rawValue: origin) else { throw LedgerFailure.damaged }
        return RecordedRun(
            id: id, schedule: schedule, period: period, revision: revision, state: state,
            cause: cause, formerCause: formerCause, origin: origin, reason: try row.next(),
            author: try row.next(), scheduledFor: try row.next(), startedAt: try row.next(),
            filedAt: try row.next(), logSize: try row.next(), inputHash: try row.next(),
            outputHash: try row.next(), attempts: try row.next(), summary: try row.next())
    }
}

/// When each schedule last filed, by the newest of its periods that is filed.
struct ReadLastFilings: Statement {
    static let sql = """
        SELECT schedule.name, filed.filed_at
        FROM schedule
        CROSS JOIN LATERAL (
            SELECT run.filed_at
            FROM run
            WHERE run.schedule_id = schedule.id AND run.state = 'filed'
            ORDER BY run.scheduled_for DESC, run.revision DESC
            LIMIT 1
        ) AS filed
        ORDER BY schedule.name
        """

    static func decode(_ row: inout RowReader) throws -> (schedule: String, filedAt: Instant) {
        (try row.next(), try row.next())
    }
}

/// What a run was made from and what it made.
struct ReadRunBytes: Statement {
    static let sql = "SELECT inputs, outputs FROM run WHERE id = $1::uuid"
    let run: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(run)
    }

    static func decode(_ row: inout RowReader) throws -> (inputs: [UInt8]?, outputs: [UInt8]?) {
        let (inputs, outputs): (PostgresBytes?, PostgresBytes?) = (try row.next(), try row.next())
        return (inputs?.bytes, outputs?.bytes)
    }
}

/// Attempts number from one. Two at once may bear the same number: both are there.
struct InsertAttempt: Statement {
    static let sql = """
        INSERT INTO run_attempt (
            schedule_id, period_key, revision, attempt, daemon_id, started_at, ended_at, outcome,
            error, error_code, is_permanent)
        SELECT $1::smallint, $2::text, $3::int, count(*)::int + 1, $4::uuid, $5::timestamptz,
            $6::timestamptz, $7::text, $8::text, $9::text, $10::boolean
        FROM run_attempt
        WHERE schedule_id = $1::smallint AND period_key = $2::text AND revision = $3::int
        RETURNING attempt
        """
    let schedule: Int16
    let period: String
    let revision: Int32
    let daemon: Identifier
    let startedAt: Instant
    let endedAt: Instant
    let outcome: RunAttempt.Outcome
    let failure: RunFailure?

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(period)
        parameters.append(revision)
        parameters.append(daemon)
        parameters.append(startedAt)
        parameters.append(endedAt)
        parameters.append(outcome.rawValue)
        parameters.append(failure?.text)
        parameters.append(failure?.code)
        parameters.append(failure?.isPermanent ?? false)
    }

    static func decode(_ row: inout RowReader) throws -> Int32 {
        try row.next()
    }
}

struct ReadAttempts: Statement {
    static let sql = """
        SELECT run_attempt.attempt, run_attempt.revision, run_attempt.daemon_id,
            run_attempt.started_at, run_attempt.ended_at, run_attempt.outcome, run_attempt.error,
            run_attempt.error_code
        FROM run_attempt
        JOIN run ON run.schedule_id = run_attempt.schedule_id
            AND run.period_key = run_attempt.period_key AND run.revision = run_attempt.revision
        WHERE run.id = $1::uuid
        ORDER BY run_attempt.id
        """
    let run: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(run)
    }

    static func decode(_ row: inout RowReader) throws -> RunAttempt {
        let (attempt, revision): (Int32, Int32) = (try row.next(), try row.next())
        let daemon: Identifier = try row.next()
        let (startedAt, endedAt): (Instant, Instant) = (try row.next(), try row.next())
        let outcome: String = try row.next()
        guard let outcome = RunAttempt.Outcome(rawValue: outcome) else {
            throw LedgerFailure.damaged
        }
        return RunAttempt(
            attempt: attempt, revision: revision, daemon: daemon, startedAt: startedAt,
            endedAt: endedAt, outcome: outcome, error: try row.next(), errorCode: try row.next())
    }
}

/// How often each of these periods has failed, and when last.
struct ReadFailures: Statement {
    static let sql = """
        SELECT period_key, count(*), count(*) FILTER (WHERE is_permanent), max(ended_at)
        FROM run_attempt
        WHERE schedule_id = $1::smallint AND period_key = ANY ($2::text[])
            AND revision = $4::int AND outcome = 'failed'
            AND ($3::timestamptz IS NULL OR started_at >= $3::timestamptz)
        GROUP BY period_key
        """
    let schedule: Int16
    let periods: [String]
    /// Attempts before somebody asked for the period anew do not count.
    var since: Instant?
    var revision: Int32 = 0

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(periods)
        parameters.append(since)
        parameters.append(revision)
    }

    static func decode(_ row: inout RowReader) throws -> (
        period: String, count: Int64, permanent: Int64, lastEndedAt: Instant
    ) {
        (try row.next(), try row.next(), try row.next(), try row.next())
    }
}
