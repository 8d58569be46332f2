import Hometown
import Postgres
import Transparency

struct InsertAccountChange: Statement {
    static let sql = """
        INSERT INTO account_change (account_id, action, role, author_id)
        VALUES ($1::uuid, $2::text, $3::text, $4::uuid)
        """
    let account: Identifier
    let action: AccountChange.Action
    let role: String
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(action.rawValue)
        parameters.append(role)
        parameters.append(author)
    }
}

/// The token's own role is kept, and whose account it belongs to, if anybody's.
struct InsertTokenChange: Statement {
    static let sql = """
        INSERT INTO account_change (account_id, token_id, action, role, author_id)
        SELECT account.author_id, token.id, $2::text, token.role, $3::uuid
        FROM token
        LEFT JOIN account ON account.author_id = token.author_id
        WHERE token.id = $1::uuid
        """
    let token: Identifier
    let action: AccountChange.Action
    let author: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(token)
        parameters.append(action.rawValue)
        parameters.append(author)
    }
}

/// Of one account, or of every token; newest first.
struct ReadAccountChanges: Statement {
    static let sql = """
        SELECT account_change.action, account_change.token_id, account_change.role, author.name,
            account_change.changed_at
        FROM account_change
        JOIN author ON author.id = account_change.author_id
        WHERE account_change.account_id = $1::uuid
            OR $1::uuid IS NULL AND account_change.token_id IS NOT NULL
        ORDER BY account_change.changed_at DESC, account_change.id DESC
        LIMIT $2::int
        """
    /// `nil`: of tokens, whosever they are.
    var account: Identifier?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> AccountChange {
        try AccountChange(row: &row)
    }
}

/// A lock that holds now.
struct ReadLock: Statement {
    static let sql = """
        SELECT ceil(extract(epoch FROM locked_until - now()))::int
        FROM sign_in_throttle
        WHERE subject = $1::bytea AND locked_until > now()
        """
    let subject: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(subject)
    }

    static func decode(_ row: inout RowReader) throws -> Int32 {
        try row.next()
    }
}

struct DeleteLock: Statement {
    static let sql = "DELETE FROM sign_in_throttle WHERE subject = $1::bytea"
    let subject: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(subject)
    }
}
