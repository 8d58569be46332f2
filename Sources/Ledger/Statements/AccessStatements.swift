import Hometown
import Postgres

/// Sees to it that the months of these times have their partitions, and the one to come.
struct KeepAccessMonths: Statement {
    static let sql = """
        SELECT keep_access_month(month)
        FROM (
            SELECT date_trunc('month', at AT TIME ZONE 'UTC')::date AS month
            FROM unnest($1::timestamptz[]) AS asked (at)
            UNION
            SELECT date_trunc(
                'month', clock_timestamp() AT TIME ZONE 'UTC' + interval '3 days')::date
        ) AS wanted
        """
    let times: [Instant]

    func bind(to parameters: inout Parameters) {
        parameters.append(times)
    }
}

/// Rows that are sent a second time are there already.
struct InsertAccesses: Statement {
    static let sql = """
        INSERT INTO access (
            at, id, author_id, address, action, kind, subjects, subject_count, scope, reason)
        SELECT at, id, author_id, address, action, kind,
            CASE WHEN subjects <> '' THEN string_to_array(subjects, ' ')::uuid[] END,
            subject_count, scope, reason
        FROM unnest(
            $1::timestamptz[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
            $7::text[], $8::int[], $9::text[], $10::text[]
        ) AS added (
            at, id, author_id, address, action, kind, subjects, subject_count, scope, reason)
        ON CONFLICT DO NOTHING
        """
    let rows: [StampedAccess]

    func bind(to parameters: inout Parameters) {
        parameters.append(rows.map(\.at))
        parameters.append(rows.map(\.id))
        parameters.append(rows.map(\.access.author))
        parameters.append(rows.map(\.access.address))
        parameters.append(rows.map(\.access.action.rawValue))
        parameters.append(rows.map(\.access.kind?.rawValue))
        // The arrays of an array are of one length; a text of them has any.
        parameters.append(
            rows.map { $0.access.subjects.map(\.description).joined(separator: " ") })
        parameters.append(rows.map { Int32(clamping: $0.access.subjectCount) })
        parameters.append(rows.map(\.access.scope))
        parameters.append(rows.map(\.access.reason))
    }
}

/// The access log, newest row first.
struct ReadAccesses: Statement {
    static let sql = """
        SELECT access.at, access.id, access.author_id, author.kind, author.name, account.name,
            access.address, access.action, access.kind, coalesce(access.subjects, '{}'),
            access.subject_count, access.scope, access.reason
        FROM access
        LEFT JOIN author ON author.id = access.author_id
        LEFT JOIN account ON account.author_id = access.author_id
        WHERE ($1::timestamptz IS NULL OR (access.at, access.id) < ($1::timestamptz, $2::uuid))
            AND ($3::uuid[] IS NULL OR access.author_id = ANY ($3::uuid[]))
            AND ($4::text IS NULL OR access.action = $4::text)
            AND ($5::uuid[] IS NULL OR access.subjects && $5::uuid[])
            AND ($6::timestamptz IS NULL OR access.at >= $6::timestamptz)
            AND ($7::timestamptz IS NULL OR access.at < $7::timestamptz)
        ORDER BY access.at DESC, access.id DESC
        LIMIT $8::int
        """
    let filter: AuditFilter
    let before: AuditPlace.Access?
    let rowsMax: Int32

    struct Row: Sendable {
        let at: Instant
        let id: Identifier
        let author: Author?
        let name: String?
        let address: String?
        let action: Access.Action
        let kind: Entry.Kind?
        let subjects: [Identifier]
        let subjectCount: Int32
        let scope: String?
        let reason: String?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(before?.at)
        parameters.append(before?.id)
        parameters.append(array: filter.authors)
        parameters.append(filter.deed?.access?.rawValue)
        parameters.append(array: filter.subjects)
        parameters.append(filter.begin)
        parameters.append(filter.end)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let (at, id): (Instant, Identifier) = (try row.next(), try row.next())
        return Row(
            at: at, id: id, author: try Author.optional(in: &row), name: try row.next(),
            address: try row.next(), action: Access.Action(rawValue: try row.next()) ?? .read,
            kind: try row.next(String?.self).flatMap(Entry.Kind.init), subjects: try row.next(),
            subjectCount: try row.next(), scope: try row.next(), reason: try row.next())
    }
}

/// Everything that is about the same human as a donation, a person or a declared interest, itself
/// first.
struct ReadSameSubject: Statement {
    static let sql = """
        WITH found (donor_id) AS (
            SELECT donor_id FROM donation WHERE id = $1::uuid
            UNION ALL
            SELECT donor_id FROM person WHERE id = $1::uuid
            UNION ALL
            SELECT donor_id FROM interest WHERE id = $1::uuid
        ),
        human (donor_id) AS (
            \(FindDonors.same)
        )
        SELECT id
        FROM (
            SELECT $1::uuid AS id
            UNION
            SELECT donation.id FROM human JOIN donation ON donation.donor_id = human.donor_id
            UNION
            SELECT person.id FROM human JOIN person ON person.donor_id = human.donor_id
            UNION
            SELECT interest.id FROM human JOIN interest ON interest.donor_id = human.donor_id
        ) AS same
        ORDER BY id <> $1::uuid, id
        LIMIT $2::int
        """
    let id: Identifier
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// Everybody who acts under a name: a token, an account of the machine, a user.
struct ReadAuthorsNamed: Statement {
    static let sql = "SELECT id FROM author WHERE name = $1::text"
    let name: String

    func bind(to parameters: inout Parameters) {
        parameters.append(name)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

extension Author {
    /// Reads id, kind and name, any of which may be NULL.
    static func optional(in row: inout RowReader) throws -> Author? {
        let id: Identifier? = try row.next()
        let kind: String? = try row.next()
        let name: String? = try row.next()
        return id.map { Author(id: $0, kind: kind.flatMap(Kind.init) ?? .daemon, name: name ?? "") }
    }
}

/// By the owner of the database.
struct DiscardAccessMonth: Statement {
    static let sql = "SELECT discard_access_month($1::date, $2::text)"
    let day: CivilDate
    let reason: String

    func bind(to parameters: inout Parameters) {
        parameters.append(day)
        parameters.append(reason)
    }

    static func decode(_ row: inout RowReader) throws -> Int64? {
        try row.next()
    }
}
