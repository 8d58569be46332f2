import Hometown
import Postgres

/// What a request was answered that has this id. One that added an entry is answered from there
/// and only shows that the id is taken: its fingerprint is that of no errand.
struct ReadKeptAnswer: Statement {
    static let sql = """
        SELECT fingerprint, status, sealed
        FROM kept_answer
        WHERE id = $1::uuid
        UNION ALL
        SELECT fingerprint, 0::smallint, ''::bytea
        FROM idempotency
        WHERE id = $1::uuid
        """
    let key: Identifier

    struct Row: Sendable {
        let fingerprint: Identifier
        let status: Int16
        let sealed: [UInt8]
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(key)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            fingerprint: try row.next(), status: try row.next(),
            sealed: try row.next(PostgresBytes.self).bytes)
    }
}

/// Adds no row where the id has one.
struct InsertKeptAnswer: Statement {
    static let sql = """
        INSERT INTO kept_answer (id, fingerprint, status, sealed)
        VALUES ($1::uuid, $2::uuid, $3::smallint, $4::bytea)
        ON CONFLICT (id) DO NOTHING
        RETURNING id
        """
    let key: Identifier
    let fingerprint: Identifier
    let status: Int16
    let sealed: PostgresBytes

    func bind(to parameters: inout Parameters) {
        parameters.append(key)
        parameters.append(fingerprint)
        parameters.append(status)
        parameters.append(sealed)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
