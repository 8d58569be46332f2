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

/// For statements that join what lies side by side, as numbers of one time do: rows between the
/// ends are read as they lie, which takes a third of looking each up by its key, as the planner
/// would, who believes them few.
struct JoinWhole: Statement {
    static let sql = """
        SELECT set_config('enable_nestloop', 'off', true),
            set_config('enable_seqscan', 'off', true)
        """

    static func decode(_ row: inout RowReader) throws -> String {
        let (nested, _): (String, String) = (try row.next(), try row.next())
        return nested
    }
}

/// Takes waiting batches, oldest first, with the leaf hashes of their entries one after another.
/// Taking is deleting: the rows are gone with the commit that gave their entries a place.
struct TakeUnsealed: Statement {
    static let sql = """
        WITH taken AS (
            DELETE FROM unsealed
            WHERE batch IN (
                SELECT batch
                FROM (
                    SELECT batch, sum(entries) OVER (ORDER BY batch) - entries AS before
                    FROM (
                        SELECT batch, cardinality(entry_ids) AS entries
                        FROM unsealed
                        WHERE batch > $1::bigint
                        ORDER BY batch
                        LIMIT $2::int
                    ) AS waiting
                ) AS counted
                WHERE before < $3::bigint
            )
            RETURNING batch, entry_ids
        ),
        asked AS MATERIALIZED (
            SELECT batch, asked.id, asked.position
            FROM taken
            CROSS JOIN LATERAL unnest(entry_ids) WITH ORDINALITY AS asked (id, position)
        ),
        ends AS MATERIALIZED (SELECT min(id) AS first, max(id) AS last FROM asked),
        hashed AS (
            SELECT batch, string_agg(leaf_hash, ''::bytea ORDER BY position) AS leaf_hashes
            FROM asked
            JOIN (
                SELECT id, leaf_hash
                FROM entry
                WHERE id BETWEEN (SELECT first FROM ends) AND (SELECT last FROM ends)
                OFFSET 0
            ) AS entry USING (id)
            GROUP BY batch
        )
        SELECT batch, entry_ids, leaf_hashes
        FROM taken
        LEFT JOIN hashed USING (batch)
        ORDER BY batch
        """
    /// The last batch that this transaction took: it does not look for it again.
    let after: Int64
    /// All of them are looked at, so that the length of each is known.
    let batchesMax: Int32
    /// The batch that passes it is the last.
    let entriesMax: Int64

    struct Row: Sendable {
        let batch: Int64
        let entries: [Int64]
        /// 32 bytes for each entry; fewer where one is missing.
        let leafHashes: [UInt8]
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(after)
        parameters.append(batchesMax)
        parameters.append(entriesMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let (batch, entries): (Int64, [Int64]) = (try row.next(), try row.next())
        let hashes: PostgresBytes? = try row.next()
        return Row(batch: batch, entries: entries, leafHashes: hashes?.bytes ?? [])
    }
}

/// The places of entries, by COPY: about half the cost of arrays.
enum InsertLeaves {
    static let copySQL = "COPY leaf (log_index, entry_id) FROM STDIN (FORMAT binary)"
    /// Of one row: how many columns, and two numbers after their lengths.
    private static let rowBytes = 26

    static func copy(firstIndex: Int64, numbers: [Int64]) -> [UInt8] {
        var rows = CopyRows(capacity: numbers.count * rowBytes)
        for (offset, number) in numbers.enumerated() {
            rows.begin(fieldCount: 2)
            rows.append(firstIndex + Int64(offset))
            rows.append(number)
        }
        return rows.finished()
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

/// Wakes whoever follows the log once the places are given for good: at most once a second.
struct TellSealed: Statement {
    static let sql = "SELECT pg_notify('log', '')"
}

/// What the log holds after a place, in its order.
struct ReadSealedEntries: Statement {
    static let sql = """
        SELECT leaf.log_index, entry.id, entry.kind, entry.recorded_at
        FROM leaf
        JOIN entry ON entry.id = leaf.entry_id
        WHERE leaf.log_index > $1::bigint
        ORDER BY leaf.log_index
        LIMIT $2::int
        """
    let index: Int64
    let rowsMax: Int32

    init(after index: Int64, rowsMax: Int32) {
        self.index = index
        self.rowsMax = rowsMax
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(index)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> SealedEntry {
        try SealedEntry(row: &row)
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
