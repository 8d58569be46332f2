import Hometown
import Postgres
import Transparency

struct InsertToken: Statement {
    static let sql = """
        INSERT INTO token (id, author_id, role, hash, made_at, expires_at)
        VALUES ($1::uuid, $2::uuid, $3::text, $4::bytea, $5::timestamptz, $6::timestamptz)
        """
    let id: Identifier
    let author: Identifier
    let role: String
    let hash: Hash256
    let madeAt: Instant
    let expiresAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(author)
        parameters.append(role)
        parameters.append(hash)
        parameters.append(madeAt)
        parameters.append(expiresAt)
    }
}

/// The token of this hash, if it may be used now.
struct FindToken: Statement {
    static let sql = """
        SELECT token.id, token.role, token.made_at, token.expires_at, token.revoked_at,
            author.id, author.kind, author.name
        FROM token
        JOIN author ON author.id = token.author_id
        WHERE hash = $1::bytea AND revoked_at IS NULL AND expires_at > clock_timestamp()
        """
    let hash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedToken {
        try RecordedToken(row: &row)
    }
}

struct ReadTokens: Statement {
    static let sql = """
        SELECT token.id, token.role, token.made_at, token.expires_at, token.revoked_at,
            author.id, author.kind, author.name
        FROM token
        JOIN author ON author.id = token.author_id
        ORDER BY token.made_at, token.id
        """

    static func decode(_ row: inout RowReader) throws -> RecordedToken {
        try RecordedToken(row: &row)
    }
}

struct RevokeToken: Statement {
    static let sql = """
        UPDATE token SET revoked_at = clock_timestamp()
        WHERE id = $1::uuid AND revoked_at IS NULL
        RETURNING id
        """
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
