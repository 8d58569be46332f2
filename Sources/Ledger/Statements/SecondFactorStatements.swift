import Hometown
import Postgres
import Transparency

/// Begins a second factor, in the place of one that was begun and never confirmed. No row comes
/// back where one is on.
struct BeginSecondFactor: Statement {
    static let sql = """
        INSERT INTO second_factor AS known (account_id, sealed)
        VALUES ($1::uuid, $2::bytea)
        ON CONFLICT (account_id) DO UPDATE SET
            sealed = excluded.sealed,
            begun_at = clock_timestamp()
        WHERE known.confirmed_at IS NULL
        RETURNING account_id
        """
    let account: Identifier
    let sealed: PostgresBytes

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(sealed)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// One that was begun and may still be confirmed.
struct FindBegunSecondFactor: Statement {
    static let sql = """
        SELECT sealed
        FROM second_factor
        WHERE account_id = $1::uuid AND confirmed_at IS NULL
            AND begun_at > clock_timestamp() - make_interval(secs => $2::int)
        """
    let account: Identifier
    let secondsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(secondsMax)
    }

    static func decode(_ row: inout RowReader) throws -> [UInt8] {
        try row.next(PostgresBytes.self).bytes
    }
}

/// Turns one on, sealed anew: no longer for the session in which it was begun.
struct ConfirmSecondFactor: Statement {
    static let sql = """
        UPDATE second_factor SET
            sealed = $2::bytea,
            confirmed_at = clock_timestamp(),
            last_step = $3::bigint
        WHERE account_id = $1::uuid AND confirmed_at IS NULL
        """
    let account: Identifier
    let sealed: PostgresBytes
    let step: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(sealed)
        parameters.append(step)
    }
}

/// One that is on, and up to which step its codes are used up.
struct FindSecondFactor: Statement {
    static let sql = """
        SELECT sealed, last_step
        FROM second_factor
        WHERE account_id = $1::uuid AND confirmed_at IS NOT NULL
        """
    let account: Identifier

    struct Row: Sendable {
        let sealed: [UInt8]
        let lastStep: Int64
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(sealed: try row.next(PostgresBytes.self).bytes, lastStep: try row.next())
    }
}

/// Uses a step's code up; of two that try at once one finds it.
struct UseStep: Statement {
    static let sql = """
        UPDATE second_factor SET last_step = $2::bigint
        WHERE account_id = $1::uuid AND last_step < $2::bigint
        RETURNING account_id
        """
    let account: Identifier
    let step: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(step)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// After its recovery codes.
struct DeleteSecondFactor: Statement {
    static let sql = "DELETE FROM second_factor WHERE account_id = $1::uuid"
    let account: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
    }
}

struct InsertRecoveryCodes: Statement {
    static let sql = """
        INSERT INTO recovery_code (hash, account_id)
        SELECT unnest($2::bytea[]), $1::uuid
        """
    let account: Identifier
    let hashes: [Hash256]

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(hashes)
    }
}

/// How many are left, of a second factor that is on; else no row.
struct CountRecoveryCodes: Statement {
    static let sql = """
        SELECT (SELECT count(*) FROM recovery_code WHERE account_id = $1::uuid)
        FROM second_factor
        WHERE account_id = $1::uuid AND confirmed_at IS NOT NULL
        """
    let account: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// Uses a recovery code up; of two that try at once one finds it.
struct UseRecoveryCode: Statement {
    static let sql = """
        DELETE FROM recovery_code
        WHERE account_id = $1::uuid AND hash = $2::bytea
        RETURNING account_id
        """
    let account: Identifier
    let hash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
        parameters.append(hash)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

struct DeleteRecoveryCodes: Statement {
    static let sql = "DELETE FROM recovery_code WHERE account_id = $1::uuid"
    let account: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(account)
    }
}

struct InsertPendingSignIn: Statement {
    static let sql = """
        INSERT INTO pending_sign_in (hash, account_id, expires_at)
        VALUES ($1::bytea, $2::uuid, clock_timestamp() + make_interval(secs => $3::int))
        """
    let hash: Hash256
    let account: Identifier
    let seconds: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
        parameters.append(account)
        parameters.append(seconds)
    }
}

/// Whose sign-in waits for its code, while that may come and the password is still the one that was
/// right. Where the second factor was taken off since, no code is right any more.
struct FindPendingSignIn: Statement {
    static let sql = """
        SELECT \(RecordedAccount.columns)
        FROM pending_sign_in AS pending
        JOIN account ON account.author_id = pending.account_id
        JOIN second_factor AS factor
            ON factor.account_id = pending.account_id AND factor.confirmed_at IS NOT NULL
        WHERE pending.hash = $1::bytea AND pending.expires_at > clock_timestamp()
            AND account.disabled_at IS NULL AND account.password_set_at < pending.made_at
        """
    let hash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedAccount {
        try RecordedAccount(row: &row)
    }
}

/// What has ended by itself goes when somebody begins to sign in.
struct DeleteEndedPendingSignIns: Statement {
    static let sql = "DELETE FROM pending_sign_in WHERE expires_at <= clock_timestamp()"
}

struct DeletePendingSignIn: Statement {
    static let sql = "DELETE FROM pending_sign_in WHERE hash = $1::bytea"
    let hash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(hash)
    }
}
