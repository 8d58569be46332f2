import Hometown
import Postgres

/// What was shown or taken out in a time, once for each author and thing; one row more than are
/// told says that there are more.
struct ReadBreach: Statement {
    static let sql = """
        SELECT seen.kind, seen.subject, seen.action, author.id, author.kind, author.name,
            seen.times, seen.first_at, seen.last_at,
            coalesce(donation.donor_id, person.donor_id, interest.donor_id),
            coalesce(donation.entry_id, person.entry_id, interest.entry_id),
            coalesce(donation.recorded_at, person.recorded_at, interest.recorded_at)
        FROM (
            SELECT access.kind, subject.id AS subject, access.action, access.author_id,
                count(*) AS times, min(access.at) AS first_at, max(access.at) AS last_at
            FROM access
            CROSS JOIN LATERAL unnest(access.subjects) AS subject (id)
            WHERE access.at >= $1::timestamptz AND access.at < $2::timestamptz
                AND access.action IN ('read', 'exported')
                AND ($3::uuid[] IS NULL OR access.author_id = ANY ($3::uuid[]))
            GROUP BY access.kind, subject.id, access.action, access.author_id
            ORDER BY subject.id, access.action, access.author_id
            LIMIT $4::int
        ) AS seen
        LEFT JOIN author ON author.id = seen.author_id
        LEFT JOIN donation ON donation.id = seen.subject
        LEFT JOIN person ON person.id = seen.subject
        LEFT JOIN interest ON interest.id = seen.subject
        ORDER BY seen.subject, seen.action, seen.author_id
        """
    let time: Range<Instant>
    let authors: [Identifier]?

    func bind(to parameters: inout Parameters) {
        parameters.append(time.lowerBound)
        parameters.append(time.upperBound)
        parameters.append(array: authors)
        parameters.append(Int32(Breach.rowsMax + 1))
    }

    static func decode(_ row: inout RowReader) throws -> Breach.Row {
        let kind = try row.next(String?.self).flatMap(Entry.Kind.init)
        let id: Identifier = try row.next()
        let action = Access.Action(rawValue: try row.next()) ?? .read
        let author = try Author.optional(in: &row)
        let times: Int64 = try row.next()
        let (firstAt, lastAt): (Instant, Instant) = (try row.next(), try row.next())
        let donor: Identifier? = try row.next()
        let (number, recordedAt): (Int64?, Instant?) = (try row.next(), try row.next())
        var no: String?
        if let kind, let number, let recordedAt {
            no = Entry.no(kind, recordedAt: recordedAt, number: number)
        }
        return Breach.Row(
            kind: kind, id: id, no: no, donor: donor, action: action, author: author,
            times: times, firstAt: firstAt, lastAt: lastAt)
    }
}

/// Since when no month of the access log is missing, by the bounds of its partitions. A month that
/// began later than now is one of a clock that went wrong.
struct ReadAccessBegin: Statement {
    static let sql = """
        SELECT max(month.begins_at)
        FROM (
            SELECT bound.begins_at,
                lag(bound.ends_at) OVER (ORDER BY bound.begins_at) AS last_ends_at
            FROM pg_inherits
            JOIN pg_class AS part ON part.oid = pg_inherits.inhrelid
            CROSS JOIN LATERAL (
                SELECT pg_get_expr(part.relpartbound, part.oid) AS words
            ) AS bounds
            CROSS JOIN LATERAL (
                SELECT
                    substring(bounds.words FROM 'FROM \\(''([^'']+)''\\)')::timestamptz
                        AS begins_at,
                    substring(bounds.words FROM 'TO \\(''([^'']+)''\\)')::timestamptz AS ends_at
            ) AS bound
            WHERE pg_inherits.inhparent = to_regclass('public.access')
                AND bound.begins_at <= clock_timestamp()
        ) AS month
        WHERE month.last_ends_at IS DISTINCT FROM month.begins_at
        """

    static func decode(_ row: inout RowReader) throws -> Instant? {
        try row.next()
    }
}

/// Exports of the time whose row does not name all that it counts.
struct ReadUnnamedExports: Statement {
    static let sql = """
        SELECT access.at, author.id, author.kind, author.name, access.subject_count
        FROM access
        LEFT JOIN author ON author.id = access.author_id
        WHERE access.at >= $1::timestamptz AND access.at < $2::timestamptz
            AND access.action = 'exported'
            AND access.subject_count > coalesce(cardinality(access.subjects), 0)
            AND ($3::uuid[] IS NULL OR access.author_id = ANY ($3::uuid[]))
        ORDER BY access.at DESC, access.id DESC
        LIMIT $4::int
        """
    let time: Range<Instant>
    let authors: [Identifier]?

    func bind(to parameters: inout Parameters) {
        parameters.append(time.lowerBound)
        parameters.append(time.upperBound)
        parameters.append(array: authors)
        parameters.append(Int32(Breach.rowsMax + 1))
    }

    static func decode(_ row: inout RowReader) throws -> Breach.Unnamed {
        Breach.Unnamed(
            at: try row.next(), author: try Author.optional(in: &row), count: try row.next())
    }
}
