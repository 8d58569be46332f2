import Hometown
import Postgres
import Transparency

/// Locks the one head of the tree; a second sealer waits here and then finds no work.
struct LockTreeHead: Statement {
    static let sql = "SELECT size, frontier FROM tree_head FOR UPDATE"

    static func decode(_ row: inout RowReader) throws -> (size: Int64, frontier: [UInt8]) {
        (try row.next(), try row.next(PostgresBytes.self).bytes)
    }
}

/// Takes waiting batches, oldest first. Taking is deleting: the rows are gone with the commit that
/// gave their entries a place.
struct TakeUnsealed: Statement {
    static let sql = """
        DELETE FROM unsealed
        WHERE batch IN (
            SELECT batch
            FROM (
                SELECT batch, sum(entries) OVER (ORDER BY batch) - entries AS before
                FROM (
                    SELECT batch, cardinality(entry_ids) AS entries
                    FROM unsealed
                    ORDER BY batch
                    LIMIT $1::int
                ) AS waiting
            ) AS counted
            WHERE before < $2::bigint
        )
        RETURNING batch, entry_ids
        """
    let batchesMax: Int32
    /// The batch that passes it is the last.
    let entriesMax: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(batchesMax)
        parameters.append(entriesMax)
    }

    static func decode(_ row: inout RowReader) throws -> (batch: Int64, entries: [Int64]) {
        (try row.next(), try row.next([Int64].self))
    }
}

/// The leaf hashes of entries, in the order of the asking.
struct ReadLeafHashes: Statement {
    static let sql = """
        SELECT sealed.leaf_hash
        FROM unnest($1::bigint[]) WITH ORDINALITY AS asked (id, position)
        CROSS JOIN LATERAL (
            SELECT leaf_hash FROM entry WHERE entry.id = asked.id LIMIT 1
        ) AS sealed
        ORDER BY asked.position
        """
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
    }

    static func decode(_ row: inout RowReader) throws -> Hash256 {
        try row.next()
    }
}

struct InsertLeaves: Statement {
    static let sql = """
        INSERT INTO leaf (log_index, entry_id)
        SELECT $1::bigint + placed.position - 1, placed.entry_id
        FROM unnest($2::bigint[]) WITH ORDINALITY AS placed (entry_id, position)
        """
    let firstIndex: Int64
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(firstIndex)
        parameters.append(numbers)
    }
}

struct MoveTreeHead: Statement {
    static let sql = """
        UPDATE tree_head
        SET size = $1::bigint, frontier = $2::bytea, sealed_at = clock_timestamp()
        """
    let size: Int64
    let frontier: PostgresBytes

    func bind(to parameters: inout Parameters) {
        parameters.append(size)
        parameters.append(frontier)
    }
}

struct ReadTreeHead: Statement {
    static let sql = "SELECT size, frontier FROM tree_head"

    static func decode(_ row: inout RowReader) throws -> (size: Int64, frontier: [UInt8]) {
        (try row.next(), try row.next(PostgresBytes.self).bytes)
    }
}

/// When the last entry of a log of some size was recorded; no row of an empty one.
struct ReadLastMoment: Statement {
    static let sql = """
        SELECT entry.recorded_at
        FROM leaf
        JOIN entry ON entry.id = leaf.entry_id
        WHERE leaf.log_index = $1::bigint - 1
        """
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> Instant {
        try row.next()
    }
}
