import Hometown
import Postgres
import Transparency

/// How many entries of these days there are, as far as that matters.
struct CountEvidence: Statement {
    static let sql = """
        SELECT count(*)
        FROM (
            SELECT id
            FROM entry
            WHERE id >= $1::bigint AND id < $2::bigint
                AND recorded_at >= $3::timestamptz AND recorded_at < $4::timestamptz
            LIMIT $5::int
        ) AS counted
        """
    let filter: AuditFilter
    let range: Range<Int64>
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(range.lowerBound)
        parameters.append(range.upperBound)
        parameters.append(filter.begin)
        parameters.append(filter.end)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// Entries of some days with their bytes, in the order of their numbers.
struct ReadEvidence: Statement {
    static let sql = """
        SELECT entry.id, entry.kind, (said.j ->> 'id')::uuid, entry.recorded_at, leaf.log_index,
            author.name, entry.leaf_hash, entry.bytes
        FROM (
            SELECT id, kind, recorded_at, leaf_hash, bytes
            FROM entry
            WHERE id > $1::bigint AND id < $2::bigint
                AND recorded_at >= $3::timestamptz AND recorded_at < $4::timestamptz
            ORDER BY id
            LIMIT $5::int
        ) AS entry
        CROSS JOIN LATERAL (SELECT convert_from(entry.bytes, 'UTF8')::json AS j) AS said
        LEFT JOIN leaf ON leaf.entry_id = entry.id
        LEFT JOIN author ON author.id = (said.j ->> 'author')::uuid
        ORDER BY entry.id
        """
    let filter: AuditFilter
    let after: Int64
    let end: Int64
    let rowsMax: Int32

    struct Row: Sendable {
        let number: Int64
        let kind: String
        let id: Identifier
        let recordedAt: Instant
        let logIndex: Int64?
        let author: String?
        let leafHash: Hash256
        let bytes: [UInt8]
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(after)
        parameters.append(end)
        parameters.append(filter.begin)
        parameters.append(filter.end)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), kind: try row.next(), id: try row.next(),
            recordedAt: try row.next(), logIndex: try row.next(), author: try row.next(),
            leafHash: try row.next(), bytes: try row.next(PostgresBytes.self).bytes)
    }
}
