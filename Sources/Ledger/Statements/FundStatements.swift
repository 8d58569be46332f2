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
            author.name, project.entry_id, project.recorded_at, project.name_ko, project.name_en
        FROM fund_figure AS figure
        JOIN author ON author.id = figure.author_id
        LEFT JOIN project ON project.id = figure.project_id
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
            replacedBy: try row.next(), revision: try row.next(), author: try row.next(),
            told: try project(in: &row))
    }

    private static func project(
        in row: inout RowReader
    ) throws -> Facts.Publication.Project? {
        let number: Int64? = try row.next()
        let recordedAt: Instant? = try row.next()
        let (korean, english): (String?, String?) = (try row.next(), try row.next())
        guard let number, let recordedAt, let korean, let english else { return nil }
        return Facts.Publication.Project(
            number: Entry.no(.project, recordedAt: recordedAt, number: number),
            name: Bilingual(korean, english))
    }
}

/// 비용. What collecting and gifts of some years cost, as far as it is typed in and stands, beside
/// what some governments took in themselves in the year that the law measures it by: the year
/// before, and the year of the gifts. What the roll-up has not folded yet is left out, and what
/// others told of is taken away again.
struct ReadCosts: Statement {
    static let sql = """
        SELECT cost.year, cost.figure, cost.amount, cost.typed_on,
            (SELECT coalesce(sum(element.amount), 0)
                FROM takings
                CROSS JOIN LATERAL unnest(takings.facets, takings.amounts)
                    AS element (facet, amount)
                WHERE takings.span = 'year' AND takings.starts_on = basis.first
                    AND takings.recipient_id = ANY ($2::smallint[]) AND element.facet = 0)::bigint
            - (SELECT coalesce(sum(donation.amount), 0)
                FROM donation
                WHERE donation.origin = 'reported' AND donation.disputed IS NULL
                    AND donation.recipient_id = ANY ($2::smallint[])
                    AND donation.donated_on BETWEEN basis.first AND basis.last
                    AND (SELECT leaf.log_index FROM leaf
                        WHERE leaf.entry_id = donation.entry_id)
                        < (SELECT log_size FROM takings_head)
                    AND \(Settlement.isEven()))::bigint
        FROM (
            SELECT year, figure, sum(amount)::bigint AS amount,
                (max(recorded_at) AT TIME ZONE 'Asia/Seoul')::date AS typed_on
            FROM fund_figure
            WHERE year >= $1::smallint AND figure IN ('collection_cost', 'gift_cost')
                AND NOT EXISTS (
                    SELECT FROM fund_figure AS later WHERE later.replaces_id = fund_figure.id)
            GROUP BY year, figure
        ) AS cost
        CROSS JOIN LATERAL (
            SELECT make_date(year, 1, 1), make_date(year, 12, 31)
            FROM (SELECT cost.year - (cost.figure = 'collection_cost')::int) AS of (year)
        ) AS basis (first, last)
        ORDER BY cost.year, cost.figure
        """
    let firstYear: Int
    let governments: [Int16]

    struct Row: Sendable {
        let year: Int
        let figure: FundFigure
        let amount: Won
        let typedOn: CivilDate
        let receipts: Won
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(Int16(clamping: firstYear))
        parameters.append(governments)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            year: Int(try row.next(Int16.self)),
            figure: FundFigure(rawValue: try row.next()) ?? .headItem,
            amount: Won(try row.next()), typedOn: try row.next(), receipts: Won(try row.next()))
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
