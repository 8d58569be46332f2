import Hometown
import Postgres
import Timetable
import Transparency

/// Which of these periods have their one row, whatever became of them.
struct ReadSettledPeriods: Statement {
    static let sql = """
        SELECT period_key, state, scheduled_for
        FROM run
        WHERE schedule_id = $1::smallint AND revision = 0 AND period_key = ANY ($2::text[])
        """
    let schedule: Int16
    let periods: [String]

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(periods)
    }

    static func decode(_ row: inout RowReader) throws -> (
        period: String, state: RunState, scheduledFor: Instant
    ) {
        (try row.next(), try RunState(row: &row), try row.next())
    }
}

/// Given up: a person has to look. Of a check only its newest result counts.
struct ReadFailedPeriods: Statement {
    static let sql = """
        SELECT failed.schedule_id, failed.period_key, failed.scheduled_for
        FROM unnest($1::smallint[], $3::boolean[]) AS asked (schedule_id, is_check)
        CROSS JOIN LATERAL (
            SELECT run.schedule_id, run.period_key, run.scheduled_for
            FROM run
            WHERE run.schedule_id = asked.schedule_id AND run.state = 'failed'
                AND NOT EXISTS (
                    SELECT FROM run AS later
                    WHERE later.schedule_id = run.schedule_id AND later.state <> 'skipped'
                        AND (later.period_key = run.period_key AND later.revision > run.revision
                            OR asked.is_check AND later.scheduled_for > run.scheduled_for))
            ORDER BY run.scheduled_for
            LIMIT $2::int) AS failed
        ORDER BY failed.schedule_id, failed.scheduled_for
        """
    let schedules: [Int16]
    /// Of each schedule.
    let rowsMax: Int32
    /// Of the schedules in their order.
    let areChecks: [Bool]

    func bind(to parameters: inout Parameters) {
        parameters.append(schedules)
        parameters.append(rowsMax)
        parameters.append(areChecks)
    }

    static func decode(
        _ row: inout RowReader
    ) throws -> (schedule: Int16, period: String, scheduledFor: Instant) {
        (try row.next(), try row.next(), try row.next())
    }
}

/// When runs of a schedule were going on, at or after an instant.
struct ReadExecutions: Statement {
    static let sql = """
        SELECT started_at, filed_at
        FROM run
        WHERE schedule_id = $1::smallint AND state = 'filed' AND filed_at >= $2::timestamptz
            AND started_at < filed_at
        """
    let schedule: Int16
    let since: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(since)
    }

    static func decode(_ row: inout RowReader) throws -> Range<Instant> {
        let (start, end): (Instant, Instant) = (try row.next(), try row.next())
        return start..<end
    }
}

/// Whether nobody else runs what this number stands for; held until the transaction ends.
struct TryLock: Statement {
    static let sql = "SELECT pg_try_advisory_xact_lock($1::bigint)"
    let number: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
    }

    static func decode(_ row: inout RowReader) throws -> Bool {
        try row.next()
    }
}

/// What becomes of a period, as a row of it.
struct RunDraft: Sendable {
    let id: Identifier
    let schedule: Int16
    let occurrence: Occurrence
    var revision: Int32 = 0
    let state: RunState
    var cause: String?
    let origin: RunOrigin
    let reason: String?
    let author: Identifier
    let daemon: Identifier
    let startedAt: Instant
    let filedAt: Instant
    var logSize: Int64?
    var inputs: [UInt8]?
    var outputs: [UInt8]?

    fileprivate static let columns = """
        id, schedule_id, period_key, revision, state, cause, origin, reason, author_id, daemon_id,
        scheduled_for, started_at, filed_at, log_size, inputs, outputs
        """

    fileprivate static let values = """
        $1::uuid, $2::smallint, $3::text, $4::int, $5::text, $6::text, $7::text, $8::text,
        $9::uuid, $10::uuid, $11::timestamptz, $12::timestamptz, $13::timestamptz, $14::bigint,
        $15::bytea, $16::bytea
        """

    fileprivate func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(schedule)
        parameters.append(occurrence.period.text)
        parameters.append(revision)
        parameters.append(state.rawValue)
        parameters.append(cause)
        parameters.append(origin.rawValue)
        parameters.append(reason)
        parameters.append(author)
        parameters.append(daemon)
        parameters.append(occurrence.scheduledFor)
        parameters.append(startedAt)
        parameters.append(filedAt)
        parameters.append(logSize)
        parameters.append(inputs.map { PostgresBytes($0) })
        parameters.append(outputs.map { PostgresBytes($0) })
    }
}

/// Claims a period. No row comes back when somebody else has it: stop, it is no error.
struct ClaimRun: Statement {
    static let sql = """
        INSERT INTO run (\(RunDraft.columns))
        VALUES (\(RunDraft.values))
        ON CONFLICT (schedule_id, period_key, revision) DO NOTHING
        RETURNING id
        """
    let draft: RunDraft

    func bind(to parameters: inout Parameters) {
        draft.bind(to: &parameters)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// The same by hand, which also takes up what was skipped or given up.
struct TakeUpRun: Statement {
    static let sql = """
        INSERT INTO run (\(RunDraft.columns))
        VALUES (\(RunDraft.values))
        ON CONFLICT (schedule_id, period_key, revision) DO UPDATE SET
            state = excluded.state, cause = excluded.cause,
            former_cause = coalesce(run.former_cause, run.cause), origin = excluded.origin,
            reason = excluded.reason, author_id = excluded.author_id,
            daemon_id = excluded.daemon_id, started_at = excluded.started_at,
            filed_at = excluded.filed_at, log_size = excluded.log_size,
            inputs = excluded.inputs, outputs = excluded.outputs
        WHERE run.state IN ('failed', 'skipped')
        RETURNING id
        """
    let draft: RunDraft

    func bind(to parameters: inout Parameters) {
        draft.bind(to: &parameters)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// Periods that will not run, each with its cause.
struct InsertSkips: Statement {
    static let sql = """
        INSERT INTO run (
            id, schedule_id, period_key, revision, state, cause, origin, author_id, daemon_id,
            scheduled_for, started_at, filed_at)
        SELECT id, $5::smallint, period_key, 0, 'skipped', cause, 'scheduled', $6::uuid,
            $7::uuid, scheduled_for, $8::timestamptz, $8::timestamptz
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
            AS added (id, period_key, cause, scheduled_for)
        ON CONFLICT (schedule_id, period_key, revision) DO NOTHING
        RETURNING period_key
        """
    let ids: [Identifier]
    let skips: [(occurrence: Occurrence, cause: SkipCause)]
    let schedule: Int16
    let author: Identifier
    let daemon: Identifier
    let at: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
        parameters.append(skips.map(\.occurrence.period.text))
        parameters.append(skips.map(\.cause.rawValue))
        parameters.append(skips.map(\.occurrence.scheduledFor))
        parameters.append(schedule)
        parameters.append(author)
        parameters.append(daemon)
        parameters.append(at)
    }

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

extension RunState {
    init(row: inout RowReader) throws {
        let text: String = try row.next()
        guard let state = RunState(rawValue: text) else { throw LedgerFailure.damaged }
        self = state
    }
}
