import Hometown
import Postgres
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

/// Filed summaries, newest first; one, or all before a number.
struct ReadSummaries: Statement {
    static let sql = """
        SELECT summary.id, summary.entry_id, summary.recorded_at, leaf.log_index, schedule.name,
            run.period_key, run.revision, run.origin, run.scheduled_for, summary.log_size,
            summary.renderer, summary.title_ko, summary.title_en
        FROM summary
        JOIN run ON run.id = summary.run_id
        JOIN schedule ON schedule.id = run.schedule_id
        LEFT JOIN leaf ON leaf.entry_id = summary.entry_id
        WHERE ($1::uuid IS NULL OR summary.id = $1::uuid)
            AND ($2::bigint IS NULL OR summary.entry_id < $2::bigint)
        ORDER BY summary.entry_id DESC
        LIMIT $3::int
        """
    let id: Identifier?
    let before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedSummary {
        RecordedSummary(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), schedule: try row.next(), period: try row.next(),
            revision: try row.next(), origin: RunOrigin(rawValue: try row.next()) ?? .scheduled,
            scheduledFor: try row.next(), logSize: try row.next(), renderer: try row.next(),
            title: Bilingual(try row.next(), try row.next()))
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

/// What went from each government's people to each government: recorded between two instants, and
/// ever, within a log of this size. Disputed donations and money unlawfully taken are in neither.
/// What was settled is taken off where it was added; a correction of what an earlier period brought
/// is in the total, and stands among the corrections.
struct ReadFlows: Statement {
    static let sql = """
        SELECT giver_id, recipient_id,
            coalesce(sum(sign) FILTER (WHERE recorded_at >= $2::timestamptz), 0)::bigint,
            coalesce(sum(sign * amount) FILTER (WHERE recorded_at >= $2::timestamptz), 0)::bigint,
            coalesce(
                sum(sign) FILTER (WHERE recorded_at >= $2::timestamptz AND amount IS NULL),
                0)::bigint,
            coalesce(sum(sign), 0)::bigint, coalesce(sum(sign * amount), 0)::bigint,
            coalesce(sum(sign) FILTER (WHERE amount IS NULL), 0)::bigint
        FROM (
            SELECT giver_id, recipient_id, donation.recorded_at, amount, 1 AS sign
            FROM donation
            JOIN leaf ON leaf.entry_id = donation.entry_id
            WHERE leaf.log_index < $1::bigint AND donation.recorded_at < $3::timestamptz
                AND disputed IS NULL AND unlawful_ground IS NULL
            UNION ALL
            SELECT giver_id, recipient_id, donation.recorded_at, amount, sign
            FROM settlement
            JOIN donation ON donation.id = settlement.donation_id
            JOIN leaf ON leaf.entry_id = settlement.entry_id
            WHERE leaf.log_index < $1::bigint AND settlement.recorded_at < $3::timestamptz
                AND disputed IS NULL AND unlawful_ground IS NULL
        ) AS counted
        GROUP BY giver_id, recipient_id
        """
    let logSize: Int64
    let from: Instant
    let to: Instant

    struct Row: Sendable {
        let giver: Int16?
        let recipient: Int16
        let added: Facts.Tally
        let total: Facts.Tally
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(from)
        parameters.append(to)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            giver: try row.next(), recipient: try row.next(), added: try tally(&row),
            total: try tally(&row))
    }

    private static func tally(_ row: inout RowReader) throws -> Facts.Tally {
        Facts.Tally(
            count: try row.next(), amount: Won(try row.next()), undisclosed: try row.next())
    }
}

struct CountDisputed: Statement {
    static let sql = """
        SELECT count(*)
        FROM donation
        JOIN leaf ON leaf.entry_id = donation.entry_id
        WHERE leaf.log_index < $1::bigint AND recorded_at < $2::timestamptz
            AND disputed IS NOT NULL
        """
    let logSize: Int64
    let to: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(to)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}
