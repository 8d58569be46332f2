import Hometown
import Postgres
import Transparency

/// The database's own time: every time the ledger writes down is read here.
struct ReadTime: Statement {
    static let sql = "SELECT clock_timestamp()"

    static func decode(_ row: inout RowReader) throws -> Instant {
        try row.next()
    }
}

/// Takes the callers' ids, sorted, so that two daemons cannot wait for each other in a circle.
/// Answers who is new, with the number of the entry to come; who is missing is a replay.
struct ClaimKeys: Statement {
    static let sql = "\(New.claim) ON CONFLICT (id) DO NOTHING \(New.answer)"
    private let keys: [Identifier]
    private let fingerprints: [Identifier]

    /// Sorted here, which costs the server nothing.
    init(_ asked: [(key: Identifier, fingerprint: Identifier)]) {
        let sorted = asked.sorted { $0.key < $1.key }
        keys = sorted.map(\.key)
        fingerprints = sorted.map(\.fingerprint)
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(keys)
        parameters.append(fingerprints)
    }

    static func decode(_ row: inout RowReader) throws -> (key: Identifier, entry: Int64) {
        (try row.next(), try row.next())
    }

    /// The same where all ids are taken to be new, which takes two thirds as long. One that is not
    /// fails the transaction (`isOfKnownKey`) before anything else was asked.
    struct New: Statement {
        fileprivate static let claim = """
            INSERT INTO idempotency (id, fingerprint, entry_id)
            SELECT id, fingerprint, nextval('entry_id')
            FROM unnest($1::uuid[], $2::uuid[]) AS asked (id, fingerprint)
            """
        fileprivate static let answer = "RETURNING id, entry_id"
        static let sql = "\(claim) \(answer)"
        let all: ClaimKeys

        func bind(to parameters: inout Parameters) { all.bind(to: &parameters) }

        static func decode(_ row: inout RowReader) throws -> (key: Identifier, entry: Int64) {
            try ClaimKeys.decode(&row)
        }
    }
}

extension PostgresError {
    /// An id that was taken to be new was claimed before.
    var isOfKnownKey: Bool { constraintName == "idempotency_pkey" }
}

/// Gives ids back whose requests were refused: nothing refused leaves a trace.
struct WithdrawKeys: Statement {
    static let sql = "DELETE FROM idempotency WHERE id = ANY ($1::uuid[])"
    let keys: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(keys)
    }
}

/// Reads the entries that answered these ids before. It runs after the claim, as a statement of
/// its own: only then does it see what a concurrent claim committed.
struct ReadReplays: Statement {
    static let sql = """
        SELECT asked.id, earlier.fingerprint, earlier.entry_id, earlier.bytes, earlier.leaf_hash
        FROM unnest($1::uuid[]) AS asked (id)
        CROSS JOIN LATERAL (
            SELECT idempotency.fingerprint, idempotency.entry_id, entry.bytes, entry.leaf_hash
            FROM idempotency
            JOIN entry ON entry.id = idempotency.entry_id
            WHERE idempotency.id = asked.id
            LIMIT 1
        ) AS earlier
        """
    let keys: [Identifier]

    struct Row: Sendable {
        let key: Identifier
        let fingerprint: Identifier
        let entry: StoredEntry
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(keys)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            key: try row.next(), fingerprint: try row.next(),
            entry: StoredEntry(
                number: try row.next(), bytes: try row.next(PostgresBytes.self).bytes,
                leafHash: try row.next()))
    }
}

/// Draws the numbers of further entries.
struct DrawEntryNumbers: Statement {
    static let sql = "SELECT nextval('entry_id') FROM generate_series(1, $1::int)"
    let count: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(count)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// A transaction that draws numbers and writes nothing else: its commit need not wait until the
/// server's log is on the disk. The commit of the entries under them does, and comes later in it.
/// Nor does one that notes when somebody was last seen, and neither waits for a standby: without
/// one nobody could even read, and whoever tried would keep a connection.
struct WaitForNoDisk: Statement {
    static let sql = "SELECT set_config('synchronous_commit', 'off', true)"

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

struct InsertEntries: Statement {
    static let sql = """
        INSERT INTO entry (id, kind, recorded_at, bytes, leaf_hash)
        SELECT added.id, $1::text, $2::timestamptz, added.bytes, added.leaf_hash
        FROM unnest($3::bigint[], $4::bytea[], $5::bytea[]) AS added (id, bytes, leaf_hash)
        """
    let kind: String
    let recordedAt: Instant
    let numbers: [Int64]
    let bytes: [PostgresBytes]
    let leafHashes: [Hash256]

    func bind(to parameters: inout Parameters) {
        parameters.append(kind)
        parameters.append(recordedAt)
        parameters.append(numbers)
        parameters.append(bytes)
        parameters.append(leafHashes)
    }
}

struct InsertPersonal: Statement {
    static let sql = """
        INSERT INTO personal (entry_id, fields, salts)
        SELECT added.entry_id, added.fields, added.salts
        FROM unnest($1::bigint[], $2::jsonb[], $3::bytea[]) AS added (entry_id, fields, salts)
        """
    let numbers: [Int64]
    let fields: [PostgresJSON]
    let salts: [PostgresBytes]

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(fields)
        parameters.append(salts)
    }
}

/// Leaves the sealer its work and wakes it, and whoever else follows the ledger.
struct LeaveUnsealed: Statement {
    static let sql = """
        WITH batch AS (
            INSERT INTO unsealed (entry_ids) VALUES ($1::bigint[])
        )
        SELECT pg_notify('ledger', '')
        """
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
    }
}

/// Leaves the sealer its work; who follows the ledger is told in another way (`Announcements`).
struct LeaveUnsealedQuietly: Statement {
    static let sql = "INSERT INTO unsealed (entry_ids) VALUES ($1::bigint[])"
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
    }
}

/// Makes the transaction write something, so that its commit waits for all commits before it. What
/// the primary alone has can be read all the same, once the session that committed it is gone: a
/// replay is answered only when it is as durable as what is new.
struct WriteMark: Statement {
    static let sql = "SELECT pg_logical_emit_message(true, 'pumasi', 'settled') IS NOT NULL"
}

extension Transaction {
    /// What these ids were answered with, in a transaction whose commit waits for theirs.
    func replays(of keys: [Identifier]) async throws -> [ReadReplays.Row] {
        try await pipeline(ReadReplays(keys: keys), WriteMark()).0
    }
}

/// Marks where a transaction can go back to: what is tried after it leaves no trace.
struct SetSavepoint: Statement {
    static let sql = "SAVEPOINT trial"
}

struct ReturnToSavepoint: Statement {
    static let sql = "ROLLBACK TO SAVEPOINT trial"
}

/// Locks that end with the transaction, taken in the order of their numbers.
struct TakeLocks: Statement {
    static let sql = """
        SELECT pg_advisory_xact_lock(number) FROM unnest($1::bigint[]) AS sorted (number)
        """
    private let numbers: [Int64]

    init(numbers: [Int64]) {
        self.numbers = numbers.sorted()
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
    }
}
