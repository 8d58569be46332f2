import Hometown
import Postgres
import Transparency

struct InsertToken: Statement {
    static let sql = """
        INSERT INTO token (id, author_id, role, hash, label, made_at, expires_at)
        VALUES (
            $1::uuid, $2::uuid, $3::text, $4::bytea, $5::text, $6::timestamptz, $7::timestamptz)
        """
    let id: Identifier
    let author: Identifier
    let role: String
    let hash: Hash256
    var label: String?
    let madeAt: Instant
    let expiresAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(author)
        parameters.append(role)
        parameters.append(hash)
        parameters.append(label)
        parameters.append(madeAt)
        parameters.append(expiresAt)
    }
}

/// The token of this hash, if it may be used now. One that an account made for itself ends with the
/// account, and with the role it was made in.
struct FindToken: Statement {
    static let sql = """
        SELECT token.id, token.role, token.label, token.made_at, token.expires_at,
            token.revoked_at, token_use.used_at, author.id, author.kind, author.name,
            coalesce(token_use.used_at < clock_timestamp() - interval '1 minute', true)
        FROM token
        JOIN author ON author.id = token.author_id
        LEFT JOIN token_use ON token_use.token_id = token.id
        LEFT JOIN account ON account.author_id = token.author_id
        WHERE token.hash = $1::bytea AND token.revoked_at IS NULL
            AND token.expires_at > clock_timestamp()
            AND (account.author_id IS NULL
                OR account.disabled_at IS NULL AND account.role = token.role)
        """
    let hash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
    }

    /// - Returns: with whether its last use is so long ago that it is written down again.
    static func decode(
        _ row: inout RowReader
    ) throws -> (token: RecordedToken, isUseStale: Bool) {
        (try RecordedToken(row: &row), try row.next())
    }
}

struct TouchToken: Statement {
    static let sql = """
        INSERT INTO token_use (token_id, used_at)
        VALUES ($1::uuid, clock_timestamp())
        ON CONFLICT (token_id) DO UPDATE SET used_at = excluded.used_at
        WHERE token_use.used_at < excluded.used_at
        """
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }
}

struct ReadTokens: Statement {
    static let sql = """
        SELECT token.id, token.role, token.label, token.made_at, token.expires_at,
            token.revoked_at, token_use.used_at, author.id, author.kind, author.name
        FROM token
        JOIN author ON author.id = token.author_id
        LEFT JOIN token_use ON token_use.token_id = token.id
        WHERE $1::uuid IS NULL OR token.author_id = $1::uuid
        ORDER BY token.made_at, token.id
        """
    /// `nil`: all.
    var author: Identifier?

    func bind(to parameters: inout Parameters) {
        parameters.append(author)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedToken {
        try RecordedToken(row: &row)
    }
}

struct RevokeToken: Statement {
    static let sql = """
        UPDATE token SET revoked_at = clock_timestamp()
        WHERE id = $1::uuid AND revoked_at IS NULL
            AND ($2::uuid IS NULL OR author_id = $2::uuid)
        RETURNING id
        """
    let id: Identifier
    /// Whose it must be; `nil`: anybody's.
    var author: Identifier?

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(author)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
