import Hometown
import Postgres

struct InsertAccount: Statement {
    static let sql = """
        INSERT INTO account (author_id, login, name, role)
        VALUES ($1::uuid, $2::text, $3::text, $4::text)
        """
    let author: Identifier
    let login: String
    let name: String
    let role: String

    func bind(to parameters: inout Parameters) {
        parameters.append(author)
        parameters.append(login)
        parameters.append(name)
        parameters.append(role)
    }
}

extension RecordedAccount {
    /// Of `account`, as `init(row:)` reads them.
    static let columns = """
        account.author_id, account.login, account.name, account.role, account.language,
            account.theme, account.text_size, account.has_shortcuts,
            account.password IS NOT NULL,
            EXISTS (
                SELECT FROM second_factor
                WHERE second_factor.account_id = account.author_id
                    AND second_factor.confirmed_at IS NOT NULL),
            account.made_at, account.disabled_at
        """
}

struct ReadAccounts: Statement {
    static let sql = """
        SELECT \(RecordedAccount.columns)
        FROM account
        WHERE $1::text IS NULL OR login = $1::text
        ORDER BY disabled_at IS NOT NULL, login
        """
    /// `nil`: all.
    var login: String?

    func bind(to parameters: inout Parameters) {
        parameters.append(login)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedAccount {
        try RecordedAccount(row: &row)
    }
}

/// Logins with the names of their accounts; without those under which somebody else writes who is
/// no user: what he wrote is not theirs.
struct ReadStaffNames: Statement {
    static let sql = """
        SELECT login, name
        FROM account
        WHERE NOT EXISTS (
            SELECT FROM author WHERE author.name = account.login AND author.kind <> 'user')
        """

    static func decode(_ row: inout RowReader) throws -> (login: String, name: String) {
        (try row.next(), try row.next())
    }
}

/// The account, held until the transaction ends: its rights change one at a time.
struct LockAccount: Statement {
    static let sql = """
        SELECT \(RecordedAccount.columns)
        FROM account
        WHERE author_id = $1::uuid
        FOR UPDATE
        """
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedAccount {
        try RecordedAccount(row: &row)
    }
}

struct UpdateRights: Statement {
    static let sql = """
        UPDATE account SET name = $2::text, role = $3::text,
            disabled_at = CASE WHEN $4::boolean THEN coalesce(disabled_at, clock_timestamp()) END
        WHERE author_id = $1::uuid
        """
    let account: Identifier
    let name: String
    let role: String
    let isDisabled: Bool

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(name)
        parameters.append(role)
        parameters.append(isDisabled)
    }
}

struct UpdateLook: Statement {
    static let sql = """
        UPDATE account SET language = $2::text, theme = $3::text, text_size = $4::text,
            has_shortcuts = $5::boolean
        WHERE author_id = $1::uuid
        """
    let account: Identifier
    let look: RecordedAccount.Look

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(look.language)
        parameters.append(look.theme)
        parameters.append(look.textSize)
        parameters.append(look.hasShortcuts)
    }
}

/// The password's hash, of an account that may sign in.
struct FindPassword: Statement {
    static let sql = """
        SELECT author_id, password
        FROM account
        WHERE login = $1::text AND disabled_at IS NULL AND password IS NOT NULL
        """
    let login: String

    func bind(to parameters: inout Parameters) {
        parameters.append(login)
    }

    static func decode(_ row: inout RowReader) throws -> (account: Identifier, password: String) {
        (try row.next(), try row.next())
    }
}

struct UpdatePassword: Statement {
    static let sql = """
        UPDATE account SET password = $2::text, password_set_at = clock_timestamp()
        WHERE author_id = $1::uuid
        """
    let account: Identifier
    let password: String

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(password)
    }
}
