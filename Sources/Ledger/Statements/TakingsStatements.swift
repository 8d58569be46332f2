import Hometown
import Postgres

extension Transaction {
    /// After a large import a fold takes longer than any request may, and so does a check of every
    /// figure; nobody waits for them.
    func allowLongLookUps() async throws {
        try await allowStatements(ms: 600_000)
    }
}

/// A delta goes from key to key. A table that was small when it was last counted would be read
/// whole, once for each row, and what is looked up by a key is never asked for twice.
struct KeepToKeys: Statement {
    static let sql = """
        SELECT set_config('enable_seqscan', 'off', true),
            set_config('enable_memoize', 'off', true), set_config('work_mem', '64MB', true)
        """

    static func decode(_ row: inout RowReader) throws -> String {
        let (scan, _, _): (String, String, String) = (
            try row.next(), try row.next(), try row.next()
        )
        return scan
    }
}

/// Every report asks the same, each time of other days. To plan the takings for those days takes
/// twice as long as to read them, and the more donations there are, the less the planner likes the
/// plan it has. From key to key there is but one way: it is planned once.
struct KeepPlans: Statement {
    static let sql = "SELECT \(setting)"
    /// For a statement that asks something besides.
    static let setting = "set_config('plan_cache_mode', 'force_generic_plan', true)"

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

/// A statement that joins whole tables may take memory for it.
struct AllowWholeTables: Statement {
    static let sql = "SELECT set_config('work_mem', '\(CheckTakings.workMemory)', true)"

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

/// Locks the fold; another daemon waits here and then finds less to do.
struct LockTakingsHead: Statement {
    static let sql = """
        SELECT takings_head.log_size, tree_head.size
        FROM takings_head
        CROSS JOIN tree_head
        FOR UPDATE OF takings_head
        """

    static func decode(_ row: inout RowReader) throws -> (folded: Int64, sealed: Int64) {
        (try row.next(), try row.next())
    }
}

/// Folds what the log holds before `logSize`: the rows that change are read back, summed with what
/// is new and written as a whole.
struct FoldTakings: Statement {
    static let sql = """
        WITH \(TakingsDelta.sql(from: "(SELECT log_size FROM takings_head)", to: "$1::bigint")),
        summed AS (
            SELECT span, starts_on, recipient_id, facet, member, sum(gifts)::int AS gifts,
                sum(amount)::bigint AS amount, sum(undisclosed)::int AS undisclosed
            FROM (
                SELECT delta.* FROM delta
                UNION ALL
                SELECT line.span, line.starts_on, line.recipient_id, element.*
                FROM (SELECT DISTINCT span, starts_on, recipient_id FROM delta) AS line
                CROSS JOIN LATERAL (
                    SELECT takings.*
                    FROM takings
                    WHERE takings.span = line.span AND takings.starts_on = line.starts_on
                        AND takings.recipient_id = line.recipient_id
                    LIMIT 1
                ) AS kept
                CROSS JOIN LATERAL unnest(
                    kept.facets, kept.members, kept.gifts, kept.amounts, kept.undisclosed
                ) AS element
            ) AS part
            GROUP BY span, starts_on, recipient_id, facet, member
        ),
        written AS (
            INSERT INTO takings (
                span, starts_on, recipient_id, facets, members, gifts, amounts, undisclosed)
            SELECT span, starts_on, recipient_id,
                coalesce(array_agg(facet::smallint ORDER BY facet, member)
                    FILTER (WHERE gifts <> 0), '{}'),
                coalesce(array_agg(member ORDER BY facet, member)
                    FILTER (WHERE gifts <> 0), '{}'),
                coalesce(array_agg(gifts ORDER BY facet, member)
                    FILTER (WHERE gifts <> 0), '{}'),
                coalesce(array_agg(amount ORDER BY facet, member)
                    FILTER (WHERE gifts <> 0), '{}'),
                coalesce(array_agg(undisclosed ORDER BY facet, member)
                    FILTER (WHERE gifts <> 0), '{}')
            FROM summed
            GROUP BY span, starts_on, recipient_id
            ORDER BY span, starts_on, recipient_id
            ON CONFLICT (span, starts_on, recipient_id) DO UPDATE
            SET facets = excluded.facets, members = excluded.members, gifts = excluded.gifts,
                amounts = excluded.amounts, undisclosed = excluded.undisclosed
        ),
        named AS (
            INSERT INTO platform (number, name)
            SELECT DISTINCT platform_number(platform), platform
            FROM alike
            WHERE platform IS NOT NULL
            ORDER BY 1
            ON CONFLICT (number) DO NOTHING
        )
        UPDATE takings_head SET log_size = $1::bigint, folded_at = clock_timestamp()
        """
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
    }
}

/// One question to the takings: rows of a span that begin from one day to another.
struct TakingsQuestion: Sendable {
    /// Whatever tells the answers apart.
    let number: Int32
    let span: String
    let first: CivilDate
    let last: CivilDate
    /// Also each government by itself; else all of them together.
    var isByRecipient = false
}

extension Parameters {
    mutating func append(_ questions: [TakingsQuestion]) {
        append(questions.map(\.number))
        append(questions.map(\.span))
        append(questions.map(\.first))
        append(questions.map(\.last))
        append(questions.map(\.isByRecipient))
    }
}

/// Figures of a log of any size: the fold, and what lies between it and that size.
struct ReadTakings: Statement {
    static let sql = """
        WITH head AS MATERIALIZED (SELECT log_size FROM takings_head),
        \(TakingsDelta.sql(
            from: "(SELECT least(log_size, $1::bigint) FROM head)",
            to: "(SELECT greatest(log_size, $1::bigint) FROM head)")),
        asked AS MATERIALIZED (
            SELECT number, span, first, last, by_recipient
            FROM unnest($2::int[], $3::text[], $4::date[], $5::date[], $6::boolean[])
                AS asked (number, span, first, last, by_recipient)
        )
        SELECT number, recipient_id, facet, member, sum(gifts)::bigint, sum(amount)::bigint,
            sum(undisclosed)::bigint
        FROM (
            SELECT asked.number, kept.recipient_id, element.*
            FROM asked
            CROSS JOIN LATERAL (
                SELECT takings.*
                FROM takings
                WHERE takings.span = asked.span
                    AND takings.starts_on BETWEEN asked.first AND asked.last
                    AND (asked.by_recipient OR takings.recipient_id = 0)
                OFFSET 0
            ) AS kept
            CROSS JOIN LATERAL unnest(
                kept.facets, kept.members, kept.gifts, kept.amounts, kept.undisclosed)
                AS element (facet, member, gifts, amount, undisclosed)
            UNION ALL
            SELECT asked.number, delta.recipient_id, delta.facet, delta.member,
                delta.gifts * side.sign, delta.amount * side.sign, delta.undisclosed * side.sign
            FROM (
                SELECT CASE WHEN $1::bigint < log_size THEN -1 ELSE 1 END AS sign FROM head
            ) AS side
            CROSS JOIN delta
            JOIN asked ON asked.span = delta.span
                AND delta.starts_on BETWEEN asked.first AND asked.last
                AND (asked.by_recipient OR delta.recipient_id = 0)
        ) AS part
        GROUP BY number, recipient_id, facet, member
        HAVING sum(gifts) <> 0
        ORDER BY number, recipient_id, facet, member
        """
    let logSize: Int64
    let questions: [TakingsQuestion]

    struct Row: Sendable {
        let number: Int32
        let recipient: Int16
        let facet: Int32
        let member: Int64
        let tally: Facts.Tally
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(questions)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), recipient: try row.next(), facet: try row.next(),
            member: try row.next(),
            tally: Facts.Tally(
                count: try row.next(), amount: Won(try row.next()),
                undisclosed: try row.next()))
    }
}

/// 이전 기간 정정. What the log says of days before a day, between two of its sizes. What was
/// settled stands donation by donation, up to a number; what came late, and the rest, by month.
struct ReadLateChanges: Statement {
    /// Rows that name their donation: enough for a page to be read through.
    static let namedMax = 200

    /// SQL, the last day that a date may stand for.
    private static let lastDay = """
        CASE date_precision WHEN 'month' THEN donated_on + interval '1 month - 1 day'
            WHEN 'year' THEN donated_on + interval '1 year - 1 day'
            ELSE donated_on END
        """

    static let sql = """
        WITH \(TakingsDelta.sql(from: "$1::bigint", to: "$2::bigint")),
        changed AS (
            SELECT id, entry_id, donated_on, date_precision, amount, sum(sign)::int AS sign
            FROM sides
            WHERE \(lastDay) < $3::date AND ($5::date IS NULL OR \(lastDay) >= $5::date)
                AND ($4::smallint[] IS NULL
                    OR recipient_id = ANY ($4::smallint[]) AND origin = 'intake')
            GROUP BY id, entry_id, donated_on, date_precision, amount
            HAVING sum(sign) <> 0
        ),
        told AS (
            SELECT changed.*,
                CASE
                    WHEN changed.sign < 0 THEN (
                        SELECT CASE
                            WHEN settlement.outcome = 'returned' THEN 'returned'
                            WHEN settlement.replacement_id IS NOT NULL THEN 'amended'
                            ELSE 'reversed'
                            END
                        FROM settlement
                        WHERE settlement.donation_id = changed.id
                            AND (SELECT log_index FROM leaf
                                WHERE leaf.entry_id = settlement.entry_id) < $2::bigint
                        ORDER BY settlement.step DESC
                        LIMIT 1)
                    WHEN (SELECT log_index FROM leaf WHERE leaf.entry_id = changed.entry_id)
                        < $1::bigint THEN 'restored'
                    WHEN (SELECT replacement_id FROM settlement
                        WHERE settlement.replacement_id = changed.id) IS NOT NULL THEN 'amended'
                    ELSE 'late'
                    END AS kind,
                (changed.sign > 0
                    AND (SELECT settlement.donation_id FROM settlement
                        WHERE settlement.replacement_id = changed.id)
                        IN (SELECT id FROM changed)) IS TRUE AS is_second
            FROM changed
        ),
        ranked AS (
            SELECT told.*,
                CASE WHEN told.date_precision IN ('day', 'month') THEN 'month' ELSE 'year' END
                    AS span,
                told.kind <> 'late' AND row_number() OVER (
                    PARTITION BY told.kind = 'late' ORDER BY told.entry_id
                ) <= \(namedMax) AS is_named
            FROM told
        )
        SELECT kind, CASE WHEN is_named THEN entry_id END AS named,
            min(CASE WHEN is_named THEN donated_on
                ELSE date_trunc(span, donated_on::timestamp)::date END) AS on_date,
            sum(sign)::bigint, coalesce(sum(sign * amount), 0)::bigint,
            coalesce(sum(sign) FILTER (WHERE amount IS NULL), 0)::bigint, count(*),
            count(*) FILTER (WHERE NOT is_second),
            (SELECT donation.recorded_at FROM donation
                WHERE donation.entry_id = CASE WHEN is_named THEN min(ranked.entry_id) END),
            min(CASE WHEN is_named THEN date_precision ELSE span END)
        FROM ranked
        GROUP BY kind, is_named, named,
            CASE WHEN NOT is_named THEN span END,
            CASE WHEN NOT is_named THEN date_trunc(span, donated_on::timestamp) END
        ORDER BY on_date, named NULLS LAST, kind
        """
    let from: Int64
    let to: Int64
    let before: CivilDate
    /// What these governments took in themselves; `nil` for everything.
    var recipients: [Int16]?
    /// From this day on; `nil` for all that came before.
    var first: CivilDate?

    func bind(to parameters: inout Parameters) {
        parameters.append(from)
        parameters.append(to)
        parameters.append(before)
        parameters.append(array: recipients)
        parameters.append(first)
    }

    static func decode(_ row: inout RowReader) throws -> Facts.Correction? {
        let kind = Facts.Correction.Kind(rawValue: try row.next())
        let number: Int64? = try row.next()
        let date: CivilDate = try row.next()
        let change = Facts.Tally(
            count: try row.next(), amount: Won(try row.next()), undisclosed: try row.next())
        let (donations, cases): (Int64, Int64) = (try row.next(), try row.next())
        let recordedAt: Instant? = try row.next()
        let precision: String = try row.next()
        guard let kind else { return nil }
        let named = number.flatMap { number in
            recordedAt.map { Entry.no(.donation, recordedAt: $0, number: number) }
        }
        return Facts.Correction(
            kind: kind, donation: named,
            donatedOn: EventDate(
                date, precision: EventDate.Precision(rawValue: precision) ?? .month),
            change: change, donations: donations, cases: cases)
    }
}
