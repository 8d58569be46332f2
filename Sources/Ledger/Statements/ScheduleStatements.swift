import Hometown
import Postgres
import Timetable

/// Schedules with the days off that those on working days heed; all, or one by its name.
struct ReadSchedules: Statement {
    static let sql = """
        SELECT id, name, job, rule, on_weekday, on_month, on_day, at_minute, zone, misfire,
            overlap, catch_up_seconds, known_since, on_working_days, is_on, paused_at, pause_note,
            settled_through
        FROM schedule
        WHERE $1::text IS NULL OR name = $1::text
        ORDER BY id
        """
    let name: String?

    func bind(to parameters: inout Parameters) {
        parameters.append(name)
    }

    /// - Returns: the schedule with no holiday known to it yet.
    static func decode(_ row: inout RowReader) throws -> RecordedSchedule {
        let id: Int16 = try row.next()
        let name: String = try row.next()
        let job: String = try row.next()
        let rule = try rule(&row)
        let minute: Int16 = try row.next()
        let (zone, misfire, overlap): (String, String, String) = (
            try row.next(), try row.next(), try row.next()
        )
        let window: Int64 = try row.next()
        let since: Instant = try row.next()
        guard let job = Job(rawValue: job), let rule, let zone = Zone(zone),
            let misfire = Schedule.Misfire(rawValue: misfire),
            let overlap = Schedule.Overlap(rawValue: overlap),
            var schedule = try? Schedule(
                name: name, rule: rule, at: TimeOfDay(minuteOfDay: Int(minute)), zone: zone,
                knownSince: since, catchUpSeconds: window)
        else { throw LedgerFailure.damaged }
        schedule.misfire = misfire
        schedule.overlap = overlap
        if try row.next(Bool.self) { schedule.workingDays = WorkingDays(holidays: []) }
        let isOn: Bool = try row.next()
        let (pausedAt, note): (Instant?, String?) = (try row.next(), try row.next())
        if let pausedAt, let note { schedule.pause = Schedule.Pause(since: pausedAt, note: note) }
        return RecordedSchedule(
            id: id, job: job, schedule: schedule, isOn: isOn, settledThrough: try row.next())
    }

    private static func rule(_ row: inout RowReader) throws -> Schedule.Rule? {
        let cadence: String = try row.next()
        let (weekday, month, day): (Int16?, Int16?, Int16?) = (
            try row.next(), try row.next(), try row.next()
        )
        return Cadence(rawValue: cadence).flatMap {
            Schedule.Rule(
                $0, weekday: weekday.map(Int.init), month: month.map(Int.init),
                day: day.map { $0 == 0 ? .last : .number(Int($0)) })
        }
    }
}

/// How a schedule is to be from now on. A draft that keeps a name taken adds no row.
struct InsertSchedule: Statement {
    static let sql = """
        INSERT INTO schedule (
            name, job, rule, on_weekday, on_month, on_day, at_minute, zone, misfire, overlap,
            catch_up_seconds, known_since, on_working_days, is_on)
        VALUES (
            $1::text, $2::text, $3::text, $4::smallint, $5::smallint, $6::smallint, $7::smallint,
            $8::text, $9::text, $10::text, $11::bigint, $12::timestamptz, $13::boolean,
            $14::boolean)
        ON CONFLICT (name) DO NOTHING
        RETURNING id
        """
    let job: Job
    let schedule: Schedule
    let isOn: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule.name)
        parameters.append(job.rawValue)
        parameters.append(schedule)
        parameters.append(isOn)
    }

    static func decode(_ row: inout RowReader) throws -> Int16 {
        try row.next()
    }
}

/// What was settled is looked for anew, for periods may now come due at other hours.
struct UpdateSchedule: Statement {
    static let sql = """
        UPDATE schedule SET
            rule = $2::text, on_weekday = $3::smallint, on_month = $4::smallint,
            on_day = $5::smallint, at_minute = $6::smallint, zone = $7::text, misfire = $8::text,
            overlap = $9::text, catch_up_seconds = $10::bigint, known_since = $11::timestamptz,
            on_working_days = $12::boolean, is_on = $13::boolean, settled_through = NULL
        WHERE id = $1::smallint
        """
    let id: Int16
    let schedule: Schedule
    let isOn: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(schedule)
        parameters.append(isOn)
    }
}

extension Parameters {
    /// Rule and hour, zone and policies, in the order of the columns.
    fileprivate mutating func append(_ schedule: Schedule) {
        let rule = schedule.rule
        append(rule.cadence.rawValue)
        append(rule.weekday.map { Int16($0) })
        append(rule.month.map { Int16($0) })
        append(rule.day.map { $0 == .last ? 0 : Int16($0.number ?? 0) })
        append(Int16(schedule.at.minuteOfDay))
        append(schedule.zone.name)
        append(schedule.misfire.rawValue)
        append(schedule.overlap.rawValue)
        append(schedule.catchUpSeconds)
        append(schedule.knownSince)
        append(schedule.workingDays != nil)
    }
}

/// Pauses or, with neither, resumes.
struct PauseSchedule: Statement {
    static let sql = """
        UPDATE schedule SET
            paused_at = $2::timestamptz, pause_note = $3::text, settled_through = NULL
        WHERE id = $1::smallint AND (paused_at IS NULL) = ($2::timestamptz IS NOT NULL)
        RETURNING id
        """
    let id: Int16
    let pause: Schedule.Pause?

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(pause?.since)
        parameters.append(pause?.note)
    }

    static func decode(_ row: inout RowReader) throws -> Int16 {
        try row.next()
    }
}

/// Only while the schedule is the one that was looked through: somebody may have moved it, and
/// then what came due has to be looked for anew.
struct KeepSettledThrough: Statement {
    static let sql = """
        UPDATE schedule SET settled_through = $2::timestamptz
        WHERE id = $1::smallint
            AND settled_through IS NOT DISTINCT FROM $3::timestamptz AND paused_at IS NULL
            AND (rule, on_weekday, on_month, on_day, at_minute, zone, misfire, overlap,
                catch_up_seconds, known_since, on_working_days)
                IS NOT DISTINCT FROM (
                    $4::text, $5::smallint, $6::smallint, $7::smallint, $8::smallint, $9::text,
                    $10::text, $11::text, $12::bigint, $13::timestamptz, $14::boolean)
        """
    /// As it was read.
    let recorded: RecordedSchedule
    let through: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(recorded.id)
        parameters.append(through)
        parameters.append(recorded.settledThrough)
        parameters.append(recorded.schedule)
    }
}

struct ForgetSettledThrough: Statement {
    static let sql = "UPDATE schedule SET settled_through = NULL WHERE on_working_days"
}

struct InsertScheduleChange: Statement {
    static let sql = """
        INSERT INTO schedule_change (schedule_id, action, note, settings, author_id)
        SELECT id, $2::text, $3::text, to_jsonb(schedule) - 'settled_through', $4::uuid
        FROM schedule
        WHERE id = $1::smallint
        """
    let schedule: Int16
    let action: RecordedScheduleChange.Action
    let note: String?
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(action.rawValue)
        parameters.append(note)
        parameters.append(author)
    }
}

/// Newest first.
struct ReadScheduleChanges: Statement {
    static let sql = """
        SELECT schedule_change.action, schedule_change.note, author.name,
            schedule_change.changed_at
        FROM schedule_change
        JOIN author ON author.id = schedule_change.author_id
        WHERE schedule_change.schedule_id = $1::smallint
        ORDER BY schedule_change.id DESC
        LIMIT $2::int
        """
    let schedule: Int16
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedScheduleChange {
        let action: String = try row.next()
        guard let action = RecordedScheduleChange.Action(rawValue: action) else {
            throw LedgerFailure.damaged
        }
        return RecordedScheduleChange(
            action: action, note: try row.next(), author: try row.next(),
            changedAt: try row.next())
    }
}
