import Hometown
import Postgres

/// Months of the access log, oldest first, as the catalogue knows its partitions: each with the
/// end of its bounds.
struct ReadAccessMonths: Statement {
    static let sql = """
        SELECT month.relname::text, bound.ends_at, pg_total_relation_size(month.oid),
            (bound.ends_at AT TIME ZONE 'UTC') + make_interval(months => $1::int)
                <= clock_timestamp() AT TIME ZONE 'UTC'
        FROM pg_inherits
        JOIN pg_class AS month ON month.oid = pg_inherits.inhrelid
        CROSS JOIN LATERAL (
            SELECT substring(
                pg_get_expr(month.relpartbound, month.oid) FROM 'TO \\(''([^'']+)''\\)'
            )::timestamptz AS ends_at
        ) AS bound
        WHERE pg_inherits.inhparent = to_regclass('public.access')
            AND bound.ends_at IS NOT NULL
        ORDER BY bound.ends_at
        """
    let monthsMin: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(monthsMin)
    }

    static func decode(_ row: inout RowReader) throws -> AccessMonth {
        AccessMonth(
            partition: try row.next(), endsAt: try row.next(), bytes: try row.next(),
            isOver: try row.next())
    }
}
