import Hometown
import Postgres
import Transparency

/// The first import of a file, if there was one.
struct FindImport: Statement {
    static let sql = """
        SELECT entry_id, recorded_at
        FROM import
        WHERE file_id = $1::uuid
        ORDER BY entry_id
        LIMIT 1
        """
    let file: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(file)
    }

    static func decode(_ row: inout RowReader) throws -> (number: Int64, recordedAt: Instant) {
        (try row.next(), try row.next())
    }
}

/// Whether a file was taken in, and undone each time.
struct FindUndoneImports: Statement {
    static let sql = """
        SELECT coalesce(bool_and(EXISTS (
            SELECT FROM import_reversal WHERE import_reversal.import_id = import.id)), false)
        FROM import
        WHERE file_id = $1::uuid
        """
    let file: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(file)
    }

    static func decode(_ row: inout RowReader) throws -> Bool {
        try row.next()
    }
}

/// Which rows of one file are donations already: their ids lie side by side.
struct ReadKnownRows: Statement {
    static let sql = "SELECT id FROM donation WHERE id BETWEEN $1::uuid AND $2::uuid"
    let first: Identifier
    let last: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(first)
        parameters.append(last)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// What is recorded under ids that rows came back with, and whether it was undone with the list
/// that brought it in. A donation of such a list that was restored by itself is there like any
/// other.
struct ReadKnownDonations: Statement {
    static let sql = """
        SELECT known.id, known.amount, known.donated_on, known.date_precision, known.recipient_id,
            coalesce(last.outcome = 'reversed' AND last.replacement_id IS NULL, false)
                AND EXISTS (
                    SELECT
                    FROM import
                    JOIN import_reversal ON import_reversal.import_id = import.id
                    WHERE import.entry_id = part.import_entry
                        AND part.last_entry >= known.entry_id)
        FROM unnest($1::uuid[]) AS asked (id)
        CROSS JOIN LATERAL (
            SELECT entry_id, id, amount, donated_on, date_precision, recipient_id
            FROM donation
            WHERE donation.id = asked.id
            LIMIT 1
        ) AS known
        LEFT JOIN LATERAL (
            SELECT outcome, replacement_id
            FROM settlement
            WHERE settlement.donation_id = known.id
            ORDER BY step DESC
            LIMIT 1
        ) AS last ON true
        LEFT JOIN LATERAL (
            SELECT import_entry, last_entry
            FROM import_range
            WHERE import_range.first_entry <= known.entry_id
            ORDER BY import_range.first_entry DESC
            LIMIT 1
        ) AS part ON true
        """
    let ids: [Identifier]

    struct Row: Sendable {
        let id: Identifier
        let amount: Won?
        let donatedOn: EventDate
        let recipient: Int16
        let isUndone: Bool
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            id: try row.next(), amount: try row.next(Int64?.self).map { Won($0) },
            donatedOn: try EventDate(row: &row), recipient: try row.next(),
            isUndone: try row.next())
    }
}

struct InsertImport: Statement {
    static let sql = """
        INSERT INTO import (
            entry_id, id, file_id, recorded_at, author_id, rows, recorded, refused, known,
            disputed, duplicates, amount, valid_rows_only, forced_because, rows_hash)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::timestamptz, $5::uuid, $6::int, $7::int, $8::int,
            $9::int, $10::int, $11::int, $12::bigint, $13::boolean, $14::text, $15::bytea)
        """
    let number: Int64
    let id: Identifier
    let file: Identifier
    let recordedAt: Instant
    let author: Identifier
    let counts: ImportCounts
    let isValidRowsOnly: Bool
    let forcedBecause: String?
    let rowsHash: Hash256

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(id)
        parameters.append(file)
        parameters.append(recordedAt)
        parameters.append(author)
        parameters.append(Int32(clamping: counts.rows))
        parameters.append(Int32(clamping: counts.recorded))
        parameters.append(Int32(clamping: counts.refused))
        parameters.append(Int32(clamping: counts.known))
        parameters.append(Int32(clamping: counts.disputed))
        parameters.append(Int32(clamping: counts.duplicates))
        parameters.append(counts.amount)
        parameters.append(isValidRowsOnly)
        parameters.append(forcedBecause)
        parameters.append(rowsHash)
    }
}

struct InsertImportRanges: Statement {
    static let sql = """
        INSERT INTO import_range (import_entry, first_entry, last_entry)
        SELECT $1::bigint, first_entry, last_entry
        FROM unnest($2::bigint[], $3::bigint[]) AS added (first_entry, last_entry)
        """
    let number: Int64
    let ranges: [ClosedRange<Int64>]

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
        parameters.append(ranges.map(\.lowerBound))
        parameters.append(ranges.map(\.upperBound))
    }
}

/// Imports, newest first, in pages by number of entry.
struct ReadImports: Statement {
    static let sql = """
        SELECT import.entry_id, import.id, import.recorded_at, author.name, import.rows,
            import.recorded, import.refused, import.known, import.disputed, import.duplicates,
            import.amount, import.valid_rows_only, import.forced_because,
            personal.fields ->> 'file_name', personal.fields ->> 'file_sha256',
            personal.fields ->> 'hidden', undone.entry_id, undone.recorded_at, undoer.name,
            words.fields ->> 'reason'
        FROM import
        JOIN author ON author.id = import.author_id
        LEFT JOIN personal ON personal.entry_id = import.entry_id
        LEFT JOIN import_reversal AS undone ON undone.import_id = import.id
        LEFT JOIN author AS undoer ON undoer.id = undone.author_id
        LEFT JOIN personal AS words ON words.entry_id = undone.entry_id
        WHERE ($1::uuid IS NULL OR import.id = $1::uuid)
            AND ($2::bigint IS NULL OR import.entry_id < $2::bigint)
        ORDER BY import.entry_id DESC
        LIMIT $3::int
        """
    let id: Identifier?
    let before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedImport {
        let (number, id): (Int64, Identifier) = (try row.next(), try row.next())
        let (recordedAt, author): (Instant, String) = (try row.next(), try row.next())
        var counts = ImportCounts()
        counts.rows = Int(try row.next(Int32.self))
        counts.recorded = Int(try row.next(Int32.self))
        counts.refused = Int(try row.next(Int32.self))
        counts.known = Int(try row.next(Int32.self))
        counts.disputed = Int(try row.next(Int32.self))
        counts.duplicates = Int(try row.next(Int32.self))
        counts.amount = try row.next()
        return RecordedImport(
            number: number, id: id, recordedAt: recordedAt, author: author, counts: counts,
            isValidRowsOnly: try row.next(), forcedBecause: try row.next(),
            fileName: try row.next(), fileSHA256: try row.next(),
            hidden: try row.next(String?.self).map { try HiddenParts(kept: $0) } ?? HiddenParts(),
            reversal: try reversal(&row))
    }

    private static func reversal(
        _ row: inout RowReader
    ) throws -> RecordedImport.Reversal? {
        let (number, recordedAt): (Int64?, Instant?) = (try row.next(), try row.next())
        let (author, reason): (String?, String?) = (try row.next(), try row.next())
        guard let number, let recordedAt, let author else { return nil }
        return RecordedImport.Reversal(
            number: number, recordedAt: recordedAt, author: author, reason: reason)
    }
}
