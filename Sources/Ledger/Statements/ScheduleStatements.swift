import Hometown
import Postgres
import Timetable
import Transparency

struct ReadSchedules: Statement {
    static let sql = """
        SELECT id, name, job, at_minute, zone, misfire, catch_up_seconds, known_since
        FROM schedule
        ORDER BY id
        """

    static func decode(_ row: inout RowReader) throws -> RecordedSchedule {
        let id: Int16 = try row.next()
        let name: String = try row.next()
        let job: String = try row.next()
        let minute: Int16 = try row.next()
        let zone: String = try row.next()
        let misfire: String = try row.next()
        let window: Int64 = try row.next()
        let since: Instant = try row.next()
        guard let zone = Zone(zone), let misfire = Schedule.Misfire(rawValue: misfire),
            let schedule = Schedule(
                name: name, rule: .daily(hour: Int(minute) / 60, minute: Int(minute) % 60),
                zone: zone, knownSince: since, misfire: misfire, catchUpSeconds: window)
        else { throw LedgerFailure.damaged }
        return RecordedSchedule(id: id, job: job, schedule: schedule)
    }
}

/// The periods of a schedule that have their one row, whatever became of them.
struct ReadSettledPeriods: Statement {
    static let sql = """
        SELECT period_key FROM run WHERE schedule_id = $1::smallint AND revision = 0
        """
    let schedule: Int16

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
    }

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

/// Claims a period. No row comes back when somebody else has it: stop, it is no error.
struct ClaimRun: Statement {
    static let sql = """
        INSERT INTO run (
            id, schedule_id, period_key, revision, state, cause, origin, reason, author_id,
            daemon_id, scheduled_for, started_at, filed_at)
        VALUES (
            $1::uuid, $2::smallint, $3::text, 0, $4::text, $5::text, $6::text, $7::text, $8::uuid,
            $9::uuid, $10::timestamptz, $11::timestamptz, clock_timestamp())
        ON CONFLICT (schedule_id, period_key, revision) DO NOTHING
        RETURNING id
        """
    let id: Identifier
    let schedule: Int16
    let period: String
    let state: RunState
    let cause: String?
    let origin: RunOrigin
    let reason: String?
    let author: Identifier
    let daemon: Identifier
    let scheduledFor: Instant
    let startedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(schedule)
        parameters.append(period)
        parameters.append(state.rawValue)
        parameters.append(cause)
        parameters.append(origin.rawValue)
        parameters.append(reason)
        parameters.append(author)
        parameters.append(daemon)
        parameters.append(scheduledFor)
        parameters.append(startedAt)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

struct InsertAttempt: Statement {
    static let sql = """
        INSERT INTO run_attempt (
            schedule_id, period_key, daemon_id, started_at, ended_at, outcome, error)
        VALUES (
            $1::smallint, $2::text, $3::uuid, $4::timestamptz, clock_timestamp(), $5::text,
            $6::text)
        RETURNING ended_at
        """
    let schedule: Int16
    let period: String
    let daemon: Identifier
    let startedAt: Instant
    let outcome: String
    let error: String?

    static func decode(_ row: inout RowReader) throws -> Instant {
        try row.next()
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(period)
        parameters.append(daemon)
        parameters.append(startedAt)
        parameters.append(outcome)
        parameters.append(error)
    }
}

struct ReadRuns: Statement {
    static let sql = """
        SELECT run.id, schedule.name, run.period_key, run.revision, run.state, run.cause,
            run.origin, run.reason, run.scheduled_for, run.started_at, run.filed_at, summary.id
        FROM run
        JOIN schedule ON schedule.id = run.schedule_id
        LEFT JOIN summary ON summary.run_id = run.id
        WHERE schedule.name = $1::text
        ORDER BY run.scheduled_for DESC, run.revision DESC
        LIMIT $2::int
        """
    let schedule: String
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedRun {
        RecordedRun(
            id: try row.next(), schedule: try row.next(), period: try row.next(),
            revision: try row.next(), state: RunState(rawValue: try row.next()) ?? .failed,
            cause: try row.next(), origin: RunOrigin(rawValue: try row.next()) ?? .scheduled,
            reason: try row.next(), scheduledFor: try row.next(), startedAt: try row.next(),
            filedAt: try row.next(), summary: try row.next())
    }
}
