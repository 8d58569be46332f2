import Hometown
import Postgres
import Transparency

/// Counts a try before it is made, so that a hundred at once are a hundred. While a lock holds
/// nothing is counted; the try that reaches the limit is still made, and locks for the next.
struct ChargeTry: Statement {
    static let sql = """
        INSERT INTO sign_in_throttle AS known (subject, failures, since, last_at)
        VALUES ($1::bytea, 1, now(), now())
        ON CONFLICT (subject) DO UPDATE SET
            failures = CASE
                WHEN known.locked_until > now() THEN known.failures
                WHEN known.last_at < now() - make_interval(secs => $3::int) THEN 1
                ELSE known.failures + 1 END,
            last_at = CASE WHEN known.locked_until > now() THEN known.last_at ELSE now() END,
            locked_until = CASE
                WHEN known.locked_until > now() THEN known.locked_until
                WHEN known.last_at < now() - make_interval(secs => $3::int) THEN NULL
                WHEN known.failures + 1 >= $2::int
                    THEN now() + make_interval(
                        secs => $4::int * 2 ^ least(known.failures + 1 - $2::int, 6)) END
        RETURNING last_at = now(), coalesce(ceil(extract(epoch FROM locked_until - now())), 0)::int
        """
    let subject: Hash256
    let limit: SignInLimit

    func bind(to parameters: inout Parameters) {
        parameters.append(subject)
        parameters.append(limit.triesMax)
        parameters.append(limit.pauseSeconds)
        parameters.append(limit.lockSeconds)
    }

    /// Whether the try may be made, and how many seconds the lock holds, if there is one now.
    static func decode(_ row: inout RowReader) throws -> (isAllowed: Bool, lockSeconds: Int32) {
        (try row.next(), try row.next())
    }
}

/// A try was right: the login starts anew, the address has one try fewer against it.
struct ForgiveTry: Statement {
    static let sql = """
        WITH forgotten AS (
            DELETE FROM sign_in_throttle
            WHERE subject = $1::bytea OR last_at < now() - interval '2 days'
        )
        \(TrySubjects.takeBackFromAddress)
        """
    let subjects: TrySubjects

    func bind(to parameters: inout Parameters) { subjects.bind(to: &parameters) }
}

/// The password was right and the code is still to come: this try is taken back, and those before
/// stay counted. Whoever knows the password would else have five codes each time he types it. The
/// login is as it was, without a lock: while one holds there is no try to take back.
struct ReturnTry: Statement {
    static let sql = """
        WITH returned AS (
            UPDATE sign_in_throttle SET
                failures = greatest(failures - 1, 0),
                locked_until = NULL
            WHERE subject = $1::bytea
        )
        \(TrySubjects.takeBackFromAddress)
        """
    let subjects: TrySubjects

    func bind(to parameters: inout Parameters) { subjects.bind(to: &parameters) }
}

extension TrySubjects {
    /// SQL: the address has one try fewer against it.
    fileprivate static let takeBackFromAddress = """
        UPDATE sign_in_throttle SET
            failures = greatest(failures - 1, 0),
            locked_until = CASE WHEN failures - 1 >= $3::int THEN locked_until END
        WHERE subject = $2::bytea
        """

    fileprivate func bind(to parameters: inout Parameters) {
        parameters.append(login)
        parameters.append(address)
        parameters.append(SignInLimit.address.triesMax)
    }
}

struct InsertLink: Statement {
    static let sql = """
        INSERT INTO sign_in_link (hash, account_id, role, expires_at)
        VALUES (
            $1::bytea, $2::uuid, $3::text, clock_timestamp() + make_interval(secs => $4::int))
        """
    let hash: Hash256
    let account: Identifier?
    let role: String?
    let seconds: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
        parameters.append(account)
        parameters.append(role)
        parameters.append(seconds)
    }
}

/// A new link of an account ends those before it, and so does a password that was set.
struct DeleteLinks: Statement {
    static let sql = """
        DELETE FROM sign_in_link
        WHERE used_at IS NULL AND account_id IS NOT DISTINCT FROM $1::uuid
        """
    let account: Identifier?

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
    }
}

/// A link that may still be used; `nil` for the login of one that makes the account.
struct FindLink: Statement {
    static let sql = """
        SELECT account.login, account.name
        FROM sign_in_link AS link
        LEFT JOIN account ON account.author_id = link.account_id
        WHERE link.hash = $1::bytea AND link.used_at IS NULL
            AND link.expires_at > clock_timestamp() AND account.disabled_at IS NULL
        """
    let hash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
    }

    static func decode(_ row: inout RowReader) throws -> OpenLink {
        OpenLink(login: try row.next(), name: try row.next())
    }
}

/// Uses the link up; of two that try at once one finds it.
struct UseLink: Statement {
    static let sql = """
        UPDATE sign_in_link SET used_at = clock_timestamp()
        WHERE hash = $1::bytea AND used_at IS NULL AND expires_at > clock_timestamp()
        RETURNING (SELECT login FROM account WHERE author_id = account_id), role
        """
    let hash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
    }

    static func decode(_ row: inout RowReader) throws -> (login: String?, role: String?) {
        (try row.next(), try row.next())
    }
}

/// Whether anybody can sign in.
struct CountPasswords: Statement {
    static let sql =
        "SELECT count(*) FROM account WHERE password IS NOT NULL AND disabled_at IS NULL"

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}
