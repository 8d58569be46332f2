import Hometown
import Postgres

struct InsertBar: Statement {
    static let sql = """
        INSERT INTO bar (
            entry_id, id, government_id, valid_from, valid_to, reason, published_on, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::smallint, $4::date, $5::date, $6::text, $7::date,
            $8::timestamptz)
        """
    let place: Book.Place
    let draft: BarDraft
    let government: Int16
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(government)
        parameters.append(draft.validFrom)
        parameters.append(draft.validTo)
        parameters.append(draft.reason)
        parameters.append(draft.publishedOn)
        parameters.append(recordedAt)
    }
}

struct InsertBarPublication: Statement {
    static let sql = """
        INSERT INTO bar_publication (entry_id, id, bar_id, published_on, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::date, $5::timestamptz)
        """
    let place: Book.Place
    let bar: Identifier
    let publishedOn: CivilDate
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(bar)
        parameters.append(publishedOn)
        parameters.append(recordedAt)
    }
}

struct InsertBarEnding: Statement {
    static let sql = """
        INSERT INTO bar_ending (entry_id, id, bar_id, ends_on, reason, recorded_at)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::date, $5::text, $6::timestamptz)
        """
    let place: Book.Place
    let bar: Identifier
    let draft: EndingDraft
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(bar)
        parameters.append(draft.endsOn)
        parameters.append(draft.reason)
        parameters.append(recordedAt)
    }
}

/// Bars in pages, in the order they were recorded, each with the earliest of its ends.
struct ReadRecordedBars: Statement {
    static let sql = """
        SELECT bar.id, bar.entry_id, bar.recorded_at, leaf.log_index, bar.government_id,
            bar.valid_from, bar.valid_to, bar.reason,
            coalesce(bar.published_on, bar_publication.published_on), ended.ends_on, ended.reason
        FROM bar
        LEFT JOIN leaf ON leaf.entry_id = bar.entry_id
        LEFT JOIN bar_publication ON bar_publication.bar_id = bar.id
        LEFT JOIN LATERAL (
            SELECT ends_on, reason
            FROM bar_ending
            WHERE bar_ending.bar_id = bar.id
            ORDER BY ends_on, entry_id
            LIMIT 1
        ) AS ended ON true
        WHERE ($1::uuid IS NULL OR bar.id = $1::uuid)
            AND ($2::smallint IS NULL OR bar.government_id = $2::smallint)
            AND bar.entry_id > $3::bigint
        ORDER BY bar.entry_id
        LIMIT $4::int
        """
    let id: Identifier?
    let government: Int16?
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(government)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedBar {
        RecordedBar(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(),
            bar: Bar(
                government: try row.next(), validFrom: try row.next(), validTo: try row.next(),
                reason: try row.next()),
            publishedOn: try row.next(), endedOn: try row.next(), endingReason: try row.next())
    }
}
