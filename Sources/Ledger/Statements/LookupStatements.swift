import Hometown
import Postgres

/// What is asked of `lookup`.
struct LookupQuestion: Sendable {
    var amountMin: Int64?
    var amountMax: Int64?
    var isUndisclosed: Bool?
    var channels: [String]?
    /// Pieces that the donor's name must have.
    var grams: [String]?
    /// Only entries before this one.
    var before: Int64?
}

/// Donations that `lookup` knows of, newest first, with their donors' names where one is searched.
struct ReadLookup: Statement {
    static let sql = """
        SELECT lookup.entry_id,
            CASE
                WHEN $5::text[] IS NOT NULL THEN (
                    SELECT fields ->> 'name'
                    FROM personal
                    WHERE personal.entry_id = lookup.entry_id)
                END
        FROM lookup
        WHERE ($1::bigint IS NULL OR amount >= $1::bigint)
            AND ($2::bigint IS NULL OR amount <= $2::bigint)
            AND ($3::boolean IS NULL OR (amount IS NULL) = $3::boolean)
            AND ($4::text[] IS NULL OR channel = ANY ($4::text[]))
            AND ($5::text[] IS NULL OR grams @> $5::text[])
            AND ($6::bigint IS NULL OR entry_id < $6::bigint)
        ORDER BY lookup.entry_id DESC
        LIMIT $7::int
        """
    let question: LookupQuestion
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(question.amountMin)
        parameters.append(question.amountMax)
        parameters.append(question.isUndisclosed)
        parameters.append(array: question.channels)
        parameters.append(array: question.grams)
        parameters.append(question.before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> (number: Int64, name: String?) {
        (try row.next(), try row.next())
    }
}

/// Donations that `lookup` does not know of yet, newest first: those behind the size of the log it
/// has, and those that are not sealed.
struct ReadLookupTail: Statement {
    static let sql = """
        SELECT donation.entry_id, donation.amount, donation.channel, personal.fields ->> 'name'
        FROM (
            SELECT entry_id
            FROM leaf
            WHERE log_index >= (SELECT log_size FROM lookup_head)
            UNION
            SELECT unnest(entry_ids) FROM unsealed
        ) AS waiting
        JOIN donation ON donation.entry_id = waiting.entry_id
        LEFT JOIN personal ON personal.entry_id = donation.entry_id
        WHERE $1::bigint IS NULL OR donation.entry_id < $1::bigint
        ORDER BY donation.entry_id DESC
        LIMIT $2::int
        """
    let before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> LookupRow {
        LookupRow(
            number: try row.next(), amount: try row.next(), channel: try row.next(),
            name: try row.next())
    }
}

/// A donation on its way into `lookup`.
struct LookupRow: Sendable {
    let number: Int64
    let amount: Int64?
    let channel: String?
    /// Of a private donor, unless it was erased.
    let name: String?

    /// Whether the row answers to everything of the question but its names.
    func answers(to question: LookupQuestion) -> Bool {
        let asked = (question.amountMin ?? .min)...(question.amountMax ?? .max)
        let asksForAmount = question.amountMin != nil || question.amountMax != nil
        return (!asksForAmount || amount.map(asked.contains) ?? false)
            && question.isUndisclosed.map { $0 == (amount == nil) } ?? true
            && question.channels.map { channel.map($0.contains) ?? false } ?? true
    }
}

/// Locks the head, with how much of the log there is; another daemon waits here and then finds
/// less to do, and so does whoever erases a name.
struct LockLookupHead: Statement {
    static let sql = """
        SELECT lookup_head.log_size, tree_head.size
        FROM lookup_head
        CROSS JOIN tree_head
        FOR UPDATE OF lookup_head
        """

    static func decode(_ row: inout RowReader) throws -> (known: Int64, sealed: Int64) {
        (try row.next(), try row.next())
    }
}

/// Adds the donations of a part of the log whose donors have no name, and gives the others: their
/// pieces are the program's to make. Numbers of one part lie close together: rows between the ends
/// are read as they lie, which takes a third of looking each up (`JoinWhole`).
struct LookUpNameless: Statement {
    static let sql = """
        WITH part AS MATERIALIZED (
            SELECT entry_id FROM leaf WHERE log_index >= $1::bigint AND log_index < $2::bigint
        ),
        ends AS MATERIALIZED (SELECT min(entry_id) AS first, max(entry_id) AS last FROM part),
        fresh AS MATERIALIZED (
            SELECT entry_id, donation.amount, donation.channel, personal.fields ->> 'name' AS name
            FROM part
            JOIN (
                SELECT entry_id, amount, channel
                FROM donation
                WHERE entry_id BETWEEN (SELECT first FROM ends) AND (SELECT last FROM ends)
                OFFSET 0
            ) AS donation USING (entry_id)
            LEFT JOIN (
                SELECT entry_id, fields
                FROM personal
                WHERE entry_id BETWEEN (SELECT first FROM ends) AND (SELECT last FROM ends)
                OFFSET 0
            ) AS personal USING (entry_id)
        ),
        nameless AS (
            INSERT INTO lookup (entry_id, amount, channel)
            SELECT entry_id, amount, channel
            FROM fresh
            WHERE name IS NULL
        )
        SELECT entry_id, amount, channel, name FROM fresh WHERE name IS NOT NULL
        """
    let part: Range<Int64>

    func bind(to parameters: inout Parameters) {
        parameters.append(part.lowerBound)
        parameters.append(part.upperBound)
    }

    static func decode(_ row: inout RowReader) throws -> LookupRow {
        LookupRow(
            number: try row.next(), amount: try row.next(), channel: try row.next(),
            name: try row.next())
    }
}

struct InsertLookups: Statement {
    static let sql = """
        INSERT INTO lookup (entry_id, amount, channel, grams)
        SELECT entry_id, amount, channel, string_to_array(grams, E'\\x1F')
        FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[])
            AS added (entry_id, amount, channel, grams)
        """
    let rows: [LookupRow]

    func bind(to parameters: inout Parameters) {
        parameters.append(rows.map(\.number))
        parameters.append(rows.map(\.amount))
        parameters.append(rows.map(\.channel))
        parameters.append(
            rows.map { row -> String? in
                let grams = row.name.map { SearchWord.grams(of: $0) } ?? []
                return grams.isEmpty ? nil : grams.joined(separator: "\u{1F}")
            })
    }
}

struct KeepLookupHead: Statement {
    static let sql = "UPDATE lookup_head SET log_size = $1::bigint"
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
    }
}
