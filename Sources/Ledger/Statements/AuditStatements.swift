import Hometown
import Postgres
import Transparency

/// Entries with who wrote them and from where, newest first. Authors and subjects stand in the
/// bytes alone, which are looked through; an index of them would cost every donation something.
struct ReadAuditedEntries: Statement {
    /// An author's address is told once in that time, which may be written down a moment late.
    private static let connectedSeconds = AccessBook.connectedMs / 1_000 + 60

    static let sql = """
        SELECT entry.id, entry.kind, (said.j ->> 'id')::uuid, entry.recorded_at, leaf.log_index,
            entry.leaf_hash, author.id, author.kind, author.name, account.name, places.addresses
        FROM (
            SELECT looked.id, looked.kind, looked.recorded_at, looked.bytes, looked.leaf_hash
            FROM (
                SELECT id, kind, recorded_at, bytes, leaf_hash
                FROM entry
                WHERE id < $1::bigint AND id >= $2::bigint
                ORDER BY id DESC
                LIMIT $3::int
            ) AS looked
            WHERE ($4::bytea[] IS NULL OR EXISTS (
                    SELECT FROM unnest($4::bytea[]) AS author (words)
                    WHERE position(author.words IN looked.bytes) > 0))
                AND ($5::bytea[] IS NULL OR EXISTS (
                    SELECT FROM unnest($5::bytea[]) AS subject (words)
                    WHERE position(subject.words IN looked.bytes) > 0))
                AND ($6::timestamptz IS NULL OR looked.recorded_at >= $6::timestamptz)
                AND ($7::timestamptz IS NULL OR looked.recorded_at < $7::timestamptz)
            ORDER BY looked.id DESC
            LIMIT $8::int
        ) AS entry
        CROSS JOIN LATERAL (SELECT convert_from(entry.bytes, 'UTF8')::json AS j) AS said
        LEFT JOIN leaf ON leaf.entry_id = entry.id
        LEFT JOIN author ON author.id = (said.j ->> 'author')::uuid
        LEFT JOIN account ON account.author_id = author.id
        LEFT JOIN LATERAL (
            SELECT string_agg(DISTINCT access.address, ' ' ORDER BY access.address) AS addresses
            FROM access
            WHERE access.author_id = author.id
                AND access.at > entry.recorded_at - make_interval(secs => \(connectedSeconds))
                AND access.at < entry.recorded_at + interval '1 minute'
        ) AS places ON true
        ORDER BY entry.id DESC
        """
    let filter: AuditFilter
    let before: Int64
    /// The number of the first entry that may count.
    let floor: Int64
    let lookedMax: Int32
    let rowsMax: Int32

    /// Each costs a look at every entry.
    private static let subjectsMax = 16

    struct Row: Sendable {
        let number: Int64
        let kind: Entry.Kind?
        let id: Identifier
        let recordedAt: Instant
        let logIndex: Int64?
        let leafHash: Hash256
        let author: Author?
        let name: String?
        let addresses: String?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(before)
        parameters.append(floor)
        parameters.append(lookedMax)
        parameters.append(
            array: filter.authors?.map { PostgresBytes(Array("\"author\":\"\($0)\"".utf8)) })
        parameters.append(
            array: filter.subjects?.prefix(Self.subjectsMax).map {
                PostgresBytes(Array($0.description.utf8))
            })
        parameters.append(filter.begin)
        parameters.append(filter.end)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), kind: Entry.Kind(rawValue: try row.next()),
            id: try row.next(), recordedAt: try row.next(), logIndex: try row.next(),
            leafHash: try row.next(), author: try Author.optional(in: &row),
            name: try row.next(), addresses: try row.next())
    }
}

/// The entry at which looking through so many of them ends; none where fewer are left.
struct ReadAuditFloor: Statement {
    static let sql = """
        SELECT id, recorded_at
        FROM entry
        WHERE id < $1::bigint
        ORDER BY id DESC
        OFFSET $2::int LIMIT 1
        """
    let before: Int64
    let lookedMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(before)
        parameters.append(lookedMax - 1)
    }

    static func decode(_ row: inout RowReader) throws -> EntryTime {
        EntryTime(number: try row.next(), recordedAt: try row.next())
    }
}

/// The first entry at or after a number.
struct ReadEntryTime: Statement {
    static let sql = """
        SELECT id, recorded_at FROM entry WHERE id >= $1::bigint ORDER BY id LIMIT 1
        """
    let number: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
    }

    static func decode(_ row: inout RowReader) throws -> EntryTime {
        EntryTime(number: try row.next(), recordedAt: try row.next())
    }
}

/// The last entry of all.
struct ReadLastEntryTime: Statement {
    static let sql = "SELECT id, recorded_at FROM entry ORDER BY id DESC LIMIT 1"

    static func decode(_ row: inout RowReader) throws -> EntryTime {
        EntryTime(number: try row.next(), recordedAt: try row.next())
    }
}

/// When an entry was recorded.
struct EntryTime: Sendable {
    let number: Int64
    let recordedAt: Instant
}

/// What people call things by whose data was shown.
struct ReadSubjectNumbers: Statement {
    static let sql = """
        SELECT id, \(kind(.donation)), entry_id, recorded_at
        FROM donation
        WHERE id = ANY ($1::uuid[])
        UNION ALL
        SELECT id, \(kind(.person)), entry_id, recorded_at
        FROM person
        WHERE id = ANY ($1::uuid[])
        UNION ALL
        SELECT id, \(kind(.interest)), entry_id, recorded_at
        FROM interest
        WHERE id = ANY ($1::uuid[])
        """
    let ids: [Identifier]

    private static func kind(_ kind: Entry.Kind) -> String { "'\(kind.rawValue)'" }

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
    }

    static func decode(_ row: inout RowReader) throws -> (id: Identifier, no: String) {
        let (id, kind): (Identifier, String) = (try row.next(), try row.next())
        let number: Int64 = try row.next()
        let recordedAt: Instant = try row.next()
        return (
            id,
            Entry.no(
                Entry.Kind(rawValue: kind) ?? .donation, recordedAt: recordedAt, number: number)
        )
    }
}
