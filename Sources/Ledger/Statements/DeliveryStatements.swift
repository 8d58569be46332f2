import Hometown
import Postgres
import Transparency

/// Puts a summary into the outbox for whoever gets its schedule's.
struct InsertDeliveries: Statement {
    static let sql = """
        INSERT INTO delivery (summary_id, receiver_id)
        SELECT $1::uuid, id
        FROM receiver
        WHERE is_on AND (cardinality(schedules) = 0 OR $2::text = ANY (schedules))
        """
    let summary: Identifier
    let schedule: String

    func bind(to parameters: inout Parameters) {
        parameters.append(summary)
        parameters.append(schedule)
    }
}

/// Sends a summary to one receiver; one that had it before gets it again.
struct RepeatDelivery: Statement {
    static let sql = """
        INSERT INTO delivery AS old (summary_id, receiver_id)
        VALUES ($1::uuid, $2::smallint)
        ON CONFLICT ON CONSTRAINT delivery_once DO UPDATE SET
            state = 'waiting', settled_at = NULL, due_at = clock_timestamp(),
            attempts_before = old.attempts
        RETURNING id
        """
    let summary: Identifier
    let receiver: Int16

    func bind(to parameters: inout Parameters) {
        parameters.append(summary)
        parameters.append(receiver)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// Takes up what is due, one delivery for each receiver that nobody here is at: one that hangs
/// holds up itself. What somebody has taken up is due again when his time is over.
struct ClaimDeliveries: Statement {
    static let sql = """
        WITH next AS MATERIALIZED (
            SELECT first.number
            FROM receiver
            CROSS JOIN LATERAL (
                SELECT number
                FROM delivery
                WHERE receiver_id = receiver.id AND state = 'waiting'
                    AND due_at <= clock_timestamp()
                ORDER BY due_at, number
                LIMIT 1
                FOR UPDATE SKIP LOCKED
            ) AS first
            WHERE receiver.is_on AND receiver.name <> ALL ($1::text[])
        )
        UPDATE delivery SET
            attempts = attempts + 1,
            due_at = clock_timestamp() + make_interval(secs => $2::int)
        FROM next, receiver
        WHERE delivery.number = next.number AND receiver.id = delivery.receiver_id
        RETURNING delivery.number, delivery.id, summary_id, receiver.name, attempts,
            attempts - attempts_before
        """
    let busy: [String]
    let secondsMax: Int32

    struct Row: Sendable {
        let number: Int64
        let id: Identifier
        let summary: Identifier
        let receiver: String
        let attempt: Int32
        let attemptsSince: Int32
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(busy)
        parameters.append(secondsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), id: try row.next(), summary: try row.next(),
            receiver: try row.next(), attempt: try row.next(), attemptsSince: try row.next())
    }
}

/// The files of a summary, whole.
struct ReadParcelFiles: Statement {
    static let sql = """
        SELECT name, media_type, sha256, content
        FROM summary_file
        WHERE summary_id = $1::uuid
        ORDER BY name
        """
    let summary: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(summary)
    }

    static func decode(_ row: inout RowReader) throws -> Parcel.File {
        Parcel.File(
            name: try row.next(), mediaType: try row.next(),
            sha256: try row.next(Hash256.self).description,
            bytes: try row.next(PostgresBytes.self).bytes)
    }
}

/// Says what became of an attempt, unless another has taken the delivery up since.
struct SettleDelivery: Statement {
    static let sql = """
        UPDATE delivery SET
            state = $3::text, due_at = $4::timestamptz,
            settled_at = CASE WHEN $3::text <> 'waiting' THEN clock_timestamp() END
        WHERE number = $1::bigint AND attempts = $2::int AND state = 'waiting'
        """
    let number: Int64
    let attempt: Int32
    let state: DeliveryState
    let dueAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(attempt)
        parameters.append(state.rawValue)
        parameters.append(dueAt)
    }
}

struct InsertDeliveryAttempt: Statement {
    static let sql = """
        INSERT INTO delivery_attempt (
            delivery_number, attempt, daemon_id, succeeded, text_ko, text_en)
        VALUES ($1::bigint, $2::int, $3::uuid, $4::boolean, $5::text, $6::text)
        """
    let number: Int64
    let attempt: Int32
    let daemon: Identifier
    let succeeded: Bool
    let text: Bilingual

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(attempt)
        parameters.append(daemon)
        parameters.append(succeeded)
        parameters.append(text.korean)
        parameters.append(text.english)
    }
}

/// The outbox, newest first; all, of one state, or one delivery.
struct ReadDeliveries: Statement {
    static let sql = """
        SELECT delivery.number, delivery.id, receiver.name, receiver.kind, delivery.summary_id,
            schedule.name, run.period_key, summary.title_ko, summary.title_en, delivery.state,
            delivery.attempts, delivery.due_at, delivery.settled_at, last.text_ko, last.text_en
        FROM delivery
        JOIN receiver ON receiver.id = delivery.receiver_id
        JOIN summary ON summary.id = delivery.summary_id
        JOIN run ON run.id = summary.run_id
        JOIN schedule ON schedule.id = run.schedule_id
        LEFT JOIN LATERAL (
            SELECT text_ko, text_en
            FROM delivery_attempt
            WHERE delivery_number = delivery.number
            ORDER BY attempt DESC
            LIMIT 1
        ) AS last ON true
        WHERE ($1::uuid IS NULL OR delivery.id = $1::uuid)
            AND ($2::text IS NULL OR delivery.state = $2::text)
            AND ($3::bigint IS NULL OR delivery.number < $3::bigint)
            AND ($5::uuid IS NULL OR delivery.summary_id = $5::uuid)
        ORDER BY delivery.number DESC
        LIMIT $4::int
        """
    let id: Identifier?
    let state: DeliveryState?
    let before: Int64?
    let rowsMax: Int32
    var summary: Identifier?

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(state?.rawValue)
        parameters.append(before)
        parameters.append(rowsMax)
        parameters.append(summary)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedDelivery {
        let number: Int64 = try row.next()
        let id: Identifier = try row.next()
        let name: String = try row.next()
        guard let kind = Receiver.Kind(rawValue: try row.next()) else {
            throw LedgerFailure.damaged
        }
        let summary: Identifier = try row.next()
        let (schedule, period): (String, String) = (try row.next(), try row.next())
        let title = Bilingual(try row.next(), try row.next())
        guard let state = DeliveryState(rawValue: try row.next()) else {
            throw LedgerFailure.damaged
        }
        let (attempts, dueAt): (Int32, Instant) = (try row.next(), try row.next())
        let settledAt: Instant? = try row.next()
        let (korean, english): (String?, String?) = (try row.next(), try row.next())
        return RecordedDelivery(
            number: number, id: id, receiver: name, kind: kind, summary: summary,
            schedule: schedule, period: period, title: title, state: state, attempts: attempts,
            dueAt: dueAt, settledAt: settledAt,
            lastText: korean.flatMap { korean in english.map { Bilingual(korean, $0) } })
    }
}
