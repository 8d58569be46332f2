import Hometown
import Postgres
import Transparency

/// Adds hashes to tiles: one row a level and tile, each where the level ended.
struct InsertTileRuns: Statement {
    static let sql = """
        INSERT INTO tile_run (level, first, hashes)
        SELECT level, first, hashes
        FROM unnest($1::smallint[], $2::bigint[], $3::bytea[]) AS added (level, first, hashes)
        """
    let runs: [TileRun]

    func bind(to parameters: inout Parameters) {
        parameters.append(runs.map(\.level))
        parameters.append(runs.map(\.first))
        parameters.append(runs.map { PostgresBytes(Tile.content($0.hashes)) })
    }
}

/// The runs of some tiles, those of one tile in their order.
struct ReadTileRuns: Statement {
    static let sql = """
        SELECT asked.level, run.first, run.hashes
        FROM unnest($1::smallint[], $2::bigint[]) AS asked (level, number)
        CROSS JOIN LATERAL (
            SELECT first, hashes
            FROM tile_run
            WHERE tile_run.level = asked.level
                AND first >= asked.number * \(Tile.widthMax)
                AND first < asked.number * \(Tile.widthMax) + \(Tile.widthMax)
            ORDER BY first
            LIMIT \(Tile.widthMax)
        ) AS run
        ORDER BY asked.level, run.first
        """
    let levels: [Int16]
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(levels)
        parameters.append(numbers)
    }

    static func decode(_ row: inout RowReader) throws -> TileRun {
        let level: Int16 = try row.next()
        let first: Int64 = try row.next()
        guard let hashes = Tile.hashes(try row.next(PostgresBytes.self).bytes) else {
            throw LedgerFailure.damaged
        }
        return TileRun(level: level, first: first, hashes: hashes)
    }
}

/// The entries of a tile of entries.
struct ReadTileEntries: Statement {
    static let sql = """
        SELECT leaf.log_index, entry.bytes
        FROM leaf
        JOIN entry ON entry.id = leaf.entry_id
        WHERE log_index >= $1::bigint AND log_index < $1::bigint + $2::bigint
        ORDER BY log_index
        """
    let first: Int64
    let count: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(first)
        parameters.append(count)
    }

    static func decode(_ row: inout RowReader) throws -> (index: Int64, bytes: [UInt8]) {
        (try row.next(), try row.next(PostgresBytes.self).bytes)
    }
}

struct ReadLeafHash: Statement {
    static let sql = """
        SELECT entry.leaf_hash
        FROM leaf
        JOIN entry ON entry.id = leaf.entry_id
        WHERE leaf.log_index = $1::bigint
        """
    let index: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(index)
    }

    static func decode(_ row: inout RowReader) throws -> Hash256 {
        try row.next()
    }
}
