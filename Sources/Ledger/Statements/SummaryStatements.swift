import Hometown
import Postgres
import Timetable
import Transparency

struct InsertSummary: Statement {
    static let sql = """
        INSERT INTO summary (
            entry_id, id, run_id, log_size, renderer, title_ko, title_en, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::bigint, $5::int, $6::text, $7::text,
            $8::timestamptz)
        """
    let number: Int64
    let id: Identifier
    let run: Identifier
    let logSize: Int64
    let rendered: RenderedSummary
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(run)
        parameters.append(logSize)
        parameters.append(Int32(clamping: rendered.rendererVersion))
        parameters.append(rendered.title.korean)
        parameters.append(rendered.title.english)
        parameters.append(recordedAt)
    }
}

struct InsertSummaryFiles: Statement {
    static let sql = """
        INSERT INTO summary_file (summary_id, name, media_type, sha256, content)
        SELECT $1::uuid, name, media_type, sha256, content
        FROM unnest($2::text[], $3::text[], $4::bytea[], $5::bytea[])
            AS added (name, media_type, sha256, content)
        """
    let summary: Identifier
    let files: [RenderedSummary.File]

    func bind(to parameters: inout Parameters) {
        parameters.append(summary)
        parameters.append(files.map(\.name))
        parameters.append(files.map(\.mediaType))
        parameters.append(files.map { Hash256.of($0.bytes) })
        parameters.append(files.map { PostgresBytes($0.bytes) })
    }
}

/// Filed summaries, newest first; one, those of a schedule, or all before a number.
struct ReadSummaries: Statement {
    /// Of `summary`, `run`, `schedule` and `leaf`.
    static let columns = """
        summary.id, summary.entry_id, summary.recorded_at, leaf.log_index, schedule.name,
            run.period_key, run.revision, run.origin, run.scheduled_for,
            greatest(run.scheduled_for,
                (SELECT entry.recorded_at
                    FROM leaf AS last
                    JOIN entry ON entry.id = last.entry_id
                    WHERE last.log_index = summary.log_size - 1)),
            summary.log_size, summary.renderer, summary.title_ko, summary.title_en,
            (SELECT approval.approved FROM approval WHERE approval.summary_id = summary.id)
        """

    static let sql = """
        SELECT \(columns)
        FROM summary
        JOIN run ON run.id = summary.run_id
        JOIN schedule ON schedule.id = run.schedule_id
        LEFT JOIN leaf ON leaf.entry_id = summary.entry_id
        WHERE ($1::uuid IS NULL OR summary.id = $1::uuid)
            AND ($2::bigint IS NULL OR summary.entry_id < $2::bigint)
            AND ($4::text IS NULL OR schedule.name = $4::text)
            AND ($5::text IS NULL OR run.period_key = $5::text)
            -- Whether the office has published already is for it to say.
            AND (NOT $6::boolean OR schedule.job <> 'publication_reminder')
        ORDER BY summary.entry_id DESC
        LIMIT $3::int
        """
    let id: Identifier?
    let before: Int64?
    let rowsMax: Int32
    var schedule: String?
    var period: String?
    var isPublished = false

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(before)
        parameters.append(rowsMax)
        parameters.append(schedule)
        parameters.append(period)
        parameters.append(isPublished)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedSummary {
        var summary = RecordedSummary(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), schedule: try row.next(), period: try row.next(),
            revision: try row.next(), origin: RunOrigin(rawValue: try row.next()) ?? .scheduled,
            scheduledFor: try row.next(), asOf: try row.next(), logSize: try row.next(),
            renderer: try row.next(), title: Bilingual(try row.next(), try row.next()))
        summary.isApproved = try row.next()
        return summary
    }
}

/// The files of a summary, without their content.
struct ReadSummaryFiles: Statement {
    static let sql = """
        SELECT name, media_type, sha256, octet_length(content)
        FROM summary_file
        WHERE summary_id = $1::uuid
        ORDER BY name
        """
    let summary: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(summary)
    }

    static func decode(_ row: inout RowReader) throws -> SummaryFile {
        SummaryFile(
            name: try row.next(), mediaType: try row.next(), sha256: try row.next(),
            byteCount: try row.next())
    }
}

struct ReadSummaryContent: Statement {
    static let sql = """
        SELECT media_type, content FROM summary_file
        WHERE summary_id = $1::uuid AND name = $2::text
        """
    let summary: Identifier
    let name: String

    func bind(to parameters: inout Parameters) {
        parameters.append(summary)
        parameters.append(name)
    }

    static func decode(_ row: inout RowReader) throws -> (mediaType: String, bytes: [UInt8]) {
        (try row.next(), try row.next(PostgresBytes.self).bytes)
    }
}

/// What a summary was made from; nothing for one that was filed before this was kept.
struct ReadSummaryInputs: Statement {
    static let sql = """
        SELECT run.inputs
        FROM summary
        JOIN run ON run.id = summary.run_id
        WHERE summary.id = $1::uuid
        """
    let summary: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(summary)
    }

    static func decode(_ row: inout RowReader) throws -> [UInt8]? {
        try row.next(PostgresBytes?.self)?.bytes
    }
}

/// How much of the log the newest report of a schedule saw that came due before another: earlier,
/// or on the same working day for a period before it.
struct ReadEarlierLogSize: Statement {
    static let sql = """
        SELECT log_size
        FROM run
        WHERE schedule_id = $1::smallint
            AND (scheduled_for, period_key COLLATE "C") < ($2::timestamptz, $3::text)
            AND state = 'filed' AND log_size IS NOT NULL
        ORDER BY scheduled_for DESC, period_key COLLATE "C" DESC, revision DESC
        LIMIT 1
        """
    let schedule: Int16
    let before: Occurrence

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(before.scheduledFor)
        parameters.append(before.period.text)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// What a log of a size knows to be disputed, of days up to one.
struct CountDisputed: Statement {
    static let sql = """
        SELECT count(*)
        FROM donation
        WHERE disputed IS NOT NULL AND donated_on <= $2::date
            AND (SELECT leaf.log_index FROM leaf WHERE leaf.entry_id = donation.entry_id)
                < $1::bigint
            AND ($3::boolean OR \(Settlement.isEven(until: "$1::bigint")))
        """
    let logSize: Int64
    let last: CivilDate
    /// Whether those count, too, that were reversed.
    let countsReversed: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(last)
        parameters.append(countsReversed)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// 그때의 원장. In this transaction the choices among claims and the offices of people are those of a
/// log of this size; `nil` for all that were recorded.
struct KeepToLog: Statement {
    /// SQL, whether an entry is within the log that the transaction keeps to.
    static func holds(_ entry: String) -> String {
        let size = "nullif(current_setting('pumasi.log_size', true), '')"
        return """
            ((SELECT \(size) IS NULL)
                OR (SELECT leaf.log_index FROM leaf WHERE leaf.entry_id = \(entry))
                    < (SELECT \(size)::bigint))
            """
    }

    static let sql = "SELECT set_config('pumasi.log_size', coalesce($1::text, ''), true)"
    let size: Int64?

    func bind(to parameters: inout Parameters) {
        parameters.append(size.map { String($0) })
    }

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

/// Nominations of a relay whose answer has no place before a size of the log.
struct ReadLaterAnswers: Statement {
    static let sql = """
        SELECT nomination_answer.nomination_id
        FROM nomination_answer
        LEFT JOIN leaf ON leaf.entry_id = nomination_answer.entry_id
        WHERE nomination_answer.relay_id = $1::uuid
            AND (leaf.log_index < $2::bigint) IS NOT TRUE
        """
    let relay: Identifier
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(relay)
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
