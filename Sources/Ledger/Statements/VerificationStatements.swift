import Hometown
import Postgres
import Transparency

/// What `ledger verify` runs by COPY: rows by the million, and questions put together from tables.
enum VerificationSQL {
    /// Lets further sessions see exactly what this one sees, for as long as it stays.
    static let shareSnapshot = "SELECT pg_export_snapshot()"

    /// The first statement of such a session.
    static func adopt(_ snapshot: String) -> String {
        precondition(
            snapshot.utf8.allSatisfy { Hexadecimal.value(of: $0) != nil || $0 == 0x2D },
            "a snapshot is named by hexadecimal digits and hyphens")
        return """
            SET TRANSACTION SNAPSHOT '\(snapshot)';
            SET LOCAL idle_in_transaction_session_timeout = 0
            """
    }

    /// A session that only waits for others.
    static let wait = "SET LOCAL idle_in_transaction_session_timeout = 0"

    /// Leaves in the order of the log, each with its entry; the entry is NULL when it is gone.
    static func leaves(_ range: Range<Int>) -> String {
        """
        COPY (
            SELECT leaf.log_index, leaf.entry_id, found.leaf_hash, found.bytes
            FROM leaf
            LEFT JOIN LATERAL (
                SELECT leaf_hash, bytes FROM entry WHERE entry.id = leaf.entry_id LIMIT 1
            ) AS found ON true
            WHERE log_index >= \(range.lowerBound) AND log_index < \(range.upperBound)
            ORDER BY log_index
        ) TO STDOUT (FORMAT binary)
        """
    }

    /// The openings of commitments, a row a field, each with what its entry committed to.
    static func openings(in range: EntryRange) -> String {
        """
        COPY (
            SELECT personal.entry_id, field.name, field.value,
                substr(salts, (32 * field.no - 31)::int, 32),
                said.commitments ->> field.name,
                octet_length(salts)::bigint - 32 * count(*) OVER (PARTITION BY personal.entry_id)
            FROM personal
            LEFT JOIN LATERAL (
                SELECT convert_from(bytes, 'UTF8')::jsonb -> 'commitments' AS commitments
                FROM entry
                WHERE entry.id = personal.entry_id
                LIMIT 1
            ) AS said ON true
            CROSS JOIN LATERAL (
                SELECT name, value, row_number() OVER (ORDER BY name COLLATE "C") AS no
                FROM jsonb_each_text(fields) AS pair (name, value)
            ) AS field
            WHERE \(range.holds("personal.entry_id"))
            ORDER BY personal.entry_id
        ) TO STDOUT (FORMAT binary)
        """
    }

    /// The first donation whose donor is not the one its opening names.
    static func strangeDonors(in range: EntryRange) -> String {
        """
        COPY (
            SELECT donation.entry_id
            FROM donation
            JOIN personal ON personal.entry_id = donation.entry_id
            WHERE \(range.holds("donation.entry_id"))
                AND fields ->> 'donor' IS DISTINCT FROM donor_id::text
            ORDER BY 1
            LIMIT 1
        ) TO STDOUT
        """
    }

    /// The first entry that commits to personal fields which are neither there nor erased. A name
    /// in quotation marks is always a member: within a text they are escaped.
    static func strangeSilences(in range: EntryRange) -> String {
        """
        COPY (
            SELECT entry.id
            FROM entry
            WHERE \(range.holds("entry.id"))
                AND position('"commitments":{"'::bytea IN bytes) > 0
                AND NOT EXISTS (SELECT FROM personal WHERE personal.entry_id = entry.id)
                AND NOT EXISTS (SELECT FROM erased_entry WHERE erased_entry = entry.id)
            ORDER BY 1
            LIMIT 1
        ) TO STDOUT
        """
    }

    /// The first edition of the registry that is said to have told of a unit, and is none, or the
    /// unit is none.
    static let strangeEditions = """
        COPY (
            SELECT version.edition
            FROM government_version AS version
            WHERE NOT EXISTS (
                    SELECT FROM government_edition AS known
                    WHERE known.entry_id = version.edition)
                OR NOT EXISTS (
                    SELECT FROM government WHERE government.id = version.government_id)
            ORDER BY 1
            LIMIT 1
        ) TO STDOUT
        """

    /// The first entry that answered two requests, or the first number of none that answered one.
    /// An id that somebody took away cannot be found out: no entry names its request.
    static let strangeKeys = """
        COPY (
            SELECT named.entry_id
            FROM (
                SELECT entry_id, count(*) AS requests FROM idempotency GROUP BY entry_id
            ) AS named
            LEFT JOIN entry ON entry.id = named.entry_id
            WHERE entry.id IS NULL OR requests > 1
            ORDER BY 1
            LIMIT 1
        ) TO STDOUT
        """

    /// Joining donors opens every year up to its own of each who was the human then, so that nobody
    /// adds to one unseen. What parts them closes none.
    private static let yearsOpened = """
        SELECT DISTINCT member.donor_id, opened.year
        FROM donor_joining AS joining
        CROSS JOIN LATERAL (
            SELECT person.donor_id FROM person WHERE person.id = joining.person_id
            UNION ALL
            SELECT earlier.donor_id
            FROM donor_joining AS earlier
            WHERE earlier.person_id = joining.person_id AND earlier.entry_id <= joining.entry_id
                AND NOT EXISTS (
                    SELECT FROM donor_parting
                    WHERE donor_parting.joining_id = earlier.id
                        AND donor_parting.entry_id < joining.entry_id)
        ) AS member
        CROSS JOIN LATERAL generate_series(
            \(Scheme.firstDay.year),
            extract(year FROM joining.recorded_at AT TIME ZONE 'Asia/Seoul')::int
        ) AS opened (year)
        """

    /// The first donor's year, as text, whose totals are not those of its donations. Disputed
    /// gifts, money unlawfully taken and gifts of an open year count to none; undisclosed ones
    /// count as gifts and never as money; each settlement takes off or puts back what it settles.
    static func strangeYears(in slice: DonorSlice) -> String {
        """
        COPY (
            SELECT coalesce(due.donor_id, kept.donor_id), coalesce(due.year, kept.year)
            FROM (
                SELECT donor_id, year, sum(total) AS total, sum(undisclosed) AS undisclosed
                FROM (
                    SELECT donor_id, cap_year AS year, coalesce(sum(sign * amount), 0) AS total,
                        coalesce(sum(sign) FILTER (WHERE amount IS NULL), 0) AS undisclosed
                    FROM (
                        SELECT id, 1 AS sign FROM donation
                        WHERE \(slice.holds("donor_id"))
                        UNION ALL
                        SELECT donation_id, sign FROM settlement
                    ) AS step
                    JOIN donation ON donation.id = step.id
                    WHERE \(slice.holds("donor_id")) AND disputed IS NULL
                        AND unlawful_ground IS NULL AND cap_year IS NOT NULL
                    GROUP BY donor_id, cap_year
                    UNION ALL
                    SELECT donor_id, opened.year, 0, 0
                    FROM (\(yearsOpened)) AS opened
                    WHERE \(slice.holds("donor_id"))
                ) AS counted
                GROUP BY donor_id, year
            ) AS due
            FULL JOIN (
                SELECT donor_id, year, total, undisclosed
                FROM donor_year
                WHERE \(slice.holds("donor_id"))
            ) AS kept ON kept.donor_id = due.donor_id AND kept.year = due.year
            WHERE (due.total, due.undisclosed) IS DISTINCT FROM (kept.total, kept.undisclosed)
            ORDER BY 1, 2
            LIMIT 1
        ) TO STDOUT
        """
    }
}

/// A part of all donors, by the beginning of their ids, so that no question takes long.
struct DonorSlice: Sendable {
    let index: Int
    let count: Int

    /// One to 256, a power of two.
    static func all(entries: Int64) -> [DonorSlice] {
        var count = 1
        while count < 256, Int64(count) << 16 < entries { count *= 2 }
        return (0..<count).map { DonorSlice(index: $0, count: count) }
    }

    func holds(_ column: String) -> String {
        func bound(_ index: Int) -> String {
            let start = Identifier(high: UInt64(index * (256 / count)) << 56, low: 0)
            return "'\(start)'::uuid"
        }
        let from = "\(column) >= \(bound(index))"
        return index + 1 < count ? "\(from) AND \(column) < \(bound(index + 1))" : from
    }
}

struct ShareSnapshot: Statement {
    static let sql = VerificationSQL.shareSnapshot

    static func decode(_ row: inout RowReader) throws -> String {
        try row.next()
    }
}

/// How far the log and its entries go, and what lies outside of where it should.
struct ReadExtent: Statement {
    static let sql = """
        SELECT (SELECT count(*) FROM leaf), (SELECT min(log_index) FROM leaf),
            (SELECT max(log_index) FROM leaf), (SELECT min(id) FROM entry),
            (SELECT max(id) FROM entry), (SELECT count(*) FROM checkpoint),
            (SELECT max(no) FROM checkpoint), (SELECT min(no) FROM checkpoint),
            (SELECT max(size) FROM checkpoint),
            (SELECT min(no)
                FROM (
                    SELECT no, size, note, lag(size) OVER (ORDER BY no) AS size_before,
                        lag(note) OVER (ORDER BY no) AS note_before
                    FROM checkpoint
                ) AS one_by_one
                WHERE size < size_before OR note = note_before)
        """

    struct Row: Sendable {
        let leaves: Int64
        let firstIndex: Int64?
        let lastIndex: Int64?
        let firstEntry: Int64?
        let lastEntry: Int64?
        let checkpoints: Int64
        let lastCheckpoint: Int64?
        let firstCheckpoint: Int64?
        let largestCheckpoint: Int64?
        /// Published again, or behind a larger one.
        let misplacedCheckpoint: Int64?
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            leaves: try row.next(), firstIndex: try row.next(), lastIndex: try row.next(),
            firstEntry: try row.next(), lastEntry: try row.next(), checkpoints: try row.next(),
            lastCheckpoint: try row.next(), firstCheckpoint: try row.next(),
            largestCheckpoint: try row.next(),
            misplacedCheckpoint: try row.next())
    }
}

/// Runs of one level of tiles, in order; without an upper end when there should be none.
struct ReadLevelRuns: Statement {
    static let sql = """
        SELECT level, first, hashes
        FROM tile_run
        WHERE level = $1::smallint AND first >= $2::bigint
            AND ($3::bigint IS NULL OR first < $3::bigint)
        ORDER BY first
        """
    let level: Int16
    let from: Int64
    let to: Int64?

    func bind(to parameters: inout Parameters) {
        parameters.append(level)
        parameters.append(from)
        parameters.append(to)
    }

    static func decode(_ row: inout RowReader) throws -> (first: Int64, bytes: [UInt8]) {
        let _: Int16 = try row.next()
        return (try row.next(), try row.next(PostgresBytes.self).bytes)
    }
}

/// Checkpoints of logs beyond one size up to another, smallest first.
struct ReadCheckpoints: Statement {
    static let sql = """
        SELECT no, size, root, note, signed_at
        FROM checkpoint
        WHERE size > $1::bigint AND size <= $2::bigint
        ORDER BY size, no
        """
    let beyond: Int64
    let upTo: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(beyond)
        parameters.append(upTo)
    }

    static func decode(_ row: inout RowReader) throws -> StoredCheckpoint {
        try ReadCheckpoint.decode(&row)
    }
}

/// The kinds of the entries in a range, and the first entry of each that has no place in the log
/// and does not wait for one, or has both.
struct ReadKinds: Statement {
    static let sql = """
        SELECT kind, count(*), min(entry.id),
            min(entry.id) FILTER (WHERE (leaf.entry_id IS NULL) = (waiting.id IS NULL))
        FROM entry
        LEFT JOIN leaf ON leaf.entry_id = entry.id
        LEFT JOIN (SELECT unnest(entry_ids) AS id FROM unsealed) AS waiting
            ON waiting.id = entry.id
        WHERE entry.id > $1::bigint AND entry.id <= $2::bigint
        GROUP BY kind
        """
    let after: Int64
    let through: Int64

    struct Row: Sendable {
        let kind: String
        let count: Int64
        let first: Int64
        let firstUnplaced: Int64?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(after)
        parameters.append(through)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            kind: try row.next(), count: try row.next(), first: try row.next(),
            firstUnplaced: try row.next())
    }
}

/// Entries that wait for their place; the entry is NULL when it is gone.
struct ReadWaiting: Statement {
    static let sql = """
        SELECT waiting.id, entry.leaf_hash, entry.bytes
        FROM (SELECT unnest(entry_ids) AS id FROM unsealed) AS waiting
        LEFT JOIN entry ON entry.id = waiting.id
        ORDER BY waiting.id
        """

    static func decode(_ row: inout RowReader) throws -> (
        number: Int64, leafHash: [UInt8]?, bytes: [UInt8]?
    ) {
        let number: Int64 = try row.next()
        let hash: PostgresBytes? = try row.next()
        let bytes: PostgresBytes? = try row.next()
        return (number, hash?.bytes, bytes?.bytes)
    }
}
