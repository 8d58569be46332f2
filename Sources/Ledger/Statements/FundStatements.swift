import Hometown
import Postgres

struct InsertFundFigure: Statement {
    static let sql = """
        INSERT INTO fund_figure (
            entry_id, id, year, figure, purpose, project_id, title, amount, note, document,
            replaces_id, revision, author_id, recorded_at)
        VALUES (
            $1::bigint, $2::uuid, $3::smallint, $4::text, $5::smallint, $6::uuid, $7::text,
            $8::bigint, $9::text, $10::text, $11::uuid, $12::int, $13::uuid, $14::timestamptz)
        """
    let place: Book.Place
    let draft: FundFigureDraft
    let revision: Int32
    let author: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(Int16(clamping: draft.year))
        parameters.append(draft.figure.rawValue)
        parameters.append(draft.purpose?.rawValue)
        parameters.append(draft.project)
        parameters.append(draft.title)
        parameters.append(draft.amount?.amount)
        parameters.append(draft.note)
        parameters.append(draft.document)
        parameters.append(draft.replaces)
        parameters.append(revision)
        parameters.append(author)
        parameters.append(recordedAt)
    }
}

/// Fund figures in pages, in the order they were recorded; each with the one that took its place,
/// as far as the log of the asked size knows it.
struct ReadFundFigures: Statement {
    static let sql = """
        SELECT figure.id, figure.entry_id, figure.recorded_at, leaf.log_index, figure.year,
            figure.figure, figure.purpose, figure.project_id, figure.title, figure.amount,
            figure.note, figure.document, figure.replaces_id, later.id, figure.revision,
            author.name
        FROM fund_figure AS figure
        JOIN author ON author.id = figure.author_id
        LEFT JOIN leaf ON leaf.entry_id = figure.entry_id
        LEFT JOIN LATERAL (
            SELECT fund_figure.id
            FROM fund_figure
            LEFT JOIN leaf ON leaf.entry_id = fund_figure.entry_id
            WHERE fund_figure.replaces_id = figure.id
                AND ($4::bigint IS NULL OR leaf.log_index < $4::bigint)
            LIMIT 1
        ) AS later ON true
        WHERE ($1::uuid IS NULL OR figure.id = $1::uuid)
            AND ($2::smallint IS NULL OR figure.year = $2::smallint)
            AND (NOT $3::boolean OR later.id IS NULL)
            AND ($4::bigint IS NULL OR leaf.log_index < $4::bigint)
            AND figure.entry_id > $5::bigint
        ORDER BY figure.entry_id
        LIMIT $6::int
        """
    let filter: FundFilter
    let after: Int64
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(filter.id)
        parameters.append(filter.year.map { Int16(clamping: $0) })
        parameters.append(filter.isStanding)
        parameters.append(filter.logSize)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedFundFigure {
        RecordedFundFigure(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), year: Int(try row.next(Int16.self)),
            figure: FundFigure(rawValue: try row.next()) ?? .headItem,
            purpose: try row.next(Int16?.self).flatMap(Purpose.init), project: try row.next(),
            title: try row.next(), amount: try row.next(Int64?.self).map { Won($0) },
            note: try row.next(), document: try row.next(), replaces: try row.next(),
            replacedBy: try row.next(), revision: try row.next(), author: try row.next())
    }
}

/// The target of a year that stands, as far as the log of a size knows it.
struct ReadTarget: Statement {
    static let sql = """
        SELECT fund_figure.amount, fund_figure.document
        FROM fund_figure
        JOIN leaf ON leaf.entry_id = fund_figure.entry_id
        WHERE fund_figure.figure = 'target' AND fund_figure.year = $1::smallint
            AND leaf.log_index < $2::bigint
        ORDER BY fund_figure.revision DESC
        LIMIT 1
        """
    let year: Int
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(Int16(clamping: year))
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> (amount: Won, document: String) {
        (Won(try row.next()), try row.next())
    }
}
