import Hometown
import Postgres
import Transparency

struct InsertSession: Statement {
    static let sql = """
        INSERT INTO session (hash, account_id, ends_at, address, agent)
        VALUES (
            $1::bytea, $2::uuid, clock_timestamp() + make_interval(secs => $3::int), $4::text,
            $5::text)
        """
    let hash: Hash256
    let account: Identifier
    let secondsMax: Int32
    let address: String?
    let agent: String?

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
        parameters.append(account)
        parameters.append(secondsMax)
        parameters.append(address)
        parameters.append(agent)
    }
}

/// Somebody did something: the session goes on. Said at most twice a minute, so that reading pages
/// is not writing.
struct TouchSession: Statement {
    static let sql = """
        UPDATE session SET seen_at = clock_timestamp()
        WHERE hash = $1::bytea AND ends_at > clock_timestamp()
            AND seen_at > clock_timestamp() - make_interval(secs => $2::int)
            AND seen_at < clock_timestamp() - make_interval(secs => $3::int)
        """
    let hash: Hash256
    let idleSeconds: Int32
    let afterSeconds: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
        parameters.append(idleSeconds)
        parameters.append(afterSeconds)
    }
}

/// Whose session it is, while it holds and the account is not disabled.
struct FindSession: Statement {
    static let sql = """
        SELECT \(RecordedAccount.columns),
            floor(extract(epoch FROM least(
                session.ends_at, session.seen_at + make_interval(secs => $2::int)
            ) - clock_timestamp()))::int
        FROM session
        JOIN account ON account.author_id = session.account_id
        WHERE session.hash = $1::bytea AND account.disabled_at IS NULL
            AND session.ends_at > clock_timestamp()
            AND session.seen_at > clock_timestamp() - make_interval(secs => $2::int)
        """
    let hash: Hash256
    let idleSeconds: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
        parameters.append(idleSeconds)
    }

    static func decode(_ row: inout RowReader) throws -> SessionHolder {
        SessionHolder(
            account: try RecordedAccount(row: &row), secondsLeft: try row.next())
    }
}

/// The sessions of an account that hold, newest first.
struct ReadSessions: Statement {
    static let sql = """
        SELECT hash, begun_at, seen_at, ends_at, address, agent
        FROM session
        WHERE account_id = $1::uuid AND ends_at > clock_timestamp()
            AND seen_at > clock_timestamp() - make_interval(secs => $2::int)
        ORDER BY begun_at DESC, hash
        """
    let account: Identifier
    let idleSeconds: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(idleSeconds)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedSession {
        try RecordedSession(row: &row)
    }
}

/// Ends sessions of an account: one, all but one, or all.
struct DeleteSessions: Statement {
    static let sql = """
        DELETE FROM session
        WHERE account_id = $1::uuid
            AND ($2::bytea IS NULL OR hash = $2::bytea)
            AND ($3::bytea IS NULL OR hash <> $3::bytea)
        RETURNING hash
        """
    let account: Identifier
    var only: Hash256?
    var except: Hash256?

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(only)
        parameters.append(except)
    }

    static func decode(_ row: inout RowReader) throws -> Hash256 {
        try row.next()
    }
}

/// What has ended by itself goes when somebody signs in.
struct DeleteEndedSessions: Statement {
    static let sql = "DELETE FROM session WHERE ends_at <= clock_timestamp()"
}
