import Hometown
import Postgres
import Transparency

/// The newest checkpoint.
struct ReadCheckpoint: Statement {
    static let sql =
        "SELECT no, size, root, note, signed_at FROM checkpoint ORDER BY no DESC LIMIT 1"

    static func decode(_ row: inout RowReader) throws -> StoredCheckpoint {
        StoredCheckpoint(
            no: try row.next(), size: try row.next(), root: try row.next(), note: try row.next(),
            signedAt: try row.next())
    }
}

/// Adds a checkpoint behind the newest.
struct InsertCheckpoint: Statement {
    static let sql = """
        INSERT INTO checkpoint (no, size, root, note)
        SELECT coalesce(max(no), 0) + 1, $1::bigint, $2::bytea, $3::text
        FROM checkpoint
        """
    let head: TreeHead
    let note: String

    func bind(to parameters: inout Parameters) {
        parameters.append(head.size)
        parameters.append(head.root)
        parameters.append(note)
    }
}

/// One entry with its place in the log, if it has one, and the lowest tile around it, as wide as
/// it is. What comes of the tile is held against a signed root, so that a gap between its runs
/// needs no look here.
struct ReadProvableEntry: Statement {
    private static let start = "leaf.log_index / \(Tile.widthMax) * \(Tile.widthMax)"

    static let sql = """
        SELECT entry.id, entry.bytes, entry.leaf_hash, leaf.log_index,
            (SELECT string_agg(hashes, ''::bytea ORDER BY first)
                FROM tile_run
                WHERE level = 0 AND first >= \(start)
                    AND first < \(start) + \(Tile.widthMax))
        FROM entry
        LEFT JOIN leaf ON leaf.entry_id = entry.id
        WHERE entry.id = $1::bigint
        """
    let number: Int64

    struct Row: Sendable {
        let entry: StoredEntry
        let index: Int64?
        let tile: [Hash256]
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let entry = StoredEntry(
            number: try row.next(), bytes: try row.next(PostgresBytes.self).bytes,
            leafHash: try row.next())
        let index: Int64? = try row.next()
        let tile: PostgresBytes? = try row.next()
        guard let hashes = Tile.hashes(tile?.bytes ?? []) else { throw LedgerFailure.damaged }
        return Row(entry: entry, index: index, tile: hashes)
    }
}

/// The number of the entry that brought the thing with this id, whatever kind of thing it is.
struct FindEntry: Statement {
    static let sql = Entry.Kind.allCases.compactMap { kind in
        Derivation.of(kind).table.map { "SELECT entry_id FROM \($0) WHERE id = $1::uuid" }
    }.joined(separator: "\nUNION ALL\n")
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// The newest entries of one kind; none of a kind without a table of its own.
struct ReadNewest: Statement {
    /// Each table reads the end of its key, and only the one that is asked for reads anything.
    static let sql = Entry.Kind.allCases.compactMap { kind in
        Derivation.of(kind).table.map { table in
            """
            (SELECT entry_id, recorded_at
            FROM \(table)
            WHERE $1::text = '\(kind.rawValue)'
            ORDER BY entry_id DESC
            LIMIT $2::int)
            """
        }
    }.joined(separator: "\nUNION ALL\n")
    let kind: Entry.Kind
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(kind.rawValue)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> (number: Int64, recordedAt: Instant) {
        (try row.next(), try row.next())
    }
}
