import Hometown
import Postgres

/// The reversal of an import, if it was reversed.
struct FindImportReversal: Statement {
    static let sql = """
        SELECT entry_id, recorded_at FROM import_reversal WHERE import_id = $1::uuid
        """
    let listImport: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(listImport)
    }

    static func decode(_ row: inout RowReader) throws -> (number: Int64, recordedAt: Instant) {
        (try row.next(), try row.next())
    }
}

/// The donations of an import in their order, with what was done to each last.
struct ReadReversible: Statement {
    static let sql = """
        SELECT gift.entry_id, gift.id, gift.recorded_at, gift.donor_id, gift.cap_year, gift.amount,
            gift.donated_on, gift.date_precision,
            gift.disputed IS NULL AND gift.unlawful_ground IS NULL, last.step, last.outcome,
            last.correction_id, last.replacement_id
        FROM import_range
        CROSS JOIN LATERAL (
            SELECT entry_id, id, recorded_at, donor_id, cap_year, amount, donated_on,
                date_precision, disputed, unlawful_ground
            FROM donation
            WHERE donation.entry_id
                BETWEEN greatest(import_range.first_entry, $2::bigint + 1)
                AND import_range.last_entry
            ORDER BY donation.entry_id
            LIMIT $3::int
        ) AS gift
        LEFT JOIN LATERAL (
            SELECT step, outcome, correction_id, replacement_id
            FROM settlement
            WHERE settlement.donation_id = gift.id
            ORDER BY step DESC
            LIMIT 1
        ) AS last ON true
        WHERE import_range.import_entry = $1::bigint AND import_range.last_entry > $2::bigint
        ORDER BY gift.entry_id
        LIMIT $3::int
        """
    /// The number of the import's entry.
    let listImport: Int64
    let after: Int64
    let rowsMax: Int32

    struct Row: Sendable {
        let number: Int64
        let id: Identifier
        let recordedAt: Instant
        let donor: Identifier
        let capYear: Int16?
        let amount: Int64?
        let donatedOn: EventDate
        /// Whether it is in the totals while nothing was done to it.
        let counts: Bool
        let settlement: Settlement

        var no: String { Entry.no(.donation, recordedAt: recordedAt, number: number) }
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(listImport)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), id: try row.next(), recordedAt: try row.next(),
            donor: try row.next(), capYear: try row.next(), amount: try row.next(),
            donatedOn: try EventDate(row: &row), counts: try row.next(),
            settlement: try Settlement.optional(in: &row))
    }
}

struct InsertImportReversal: Statement {
    static let sql = """
        INSERT INTO import_reversal (
            entry_id, id, import_id, author_id, recorded_at, reversed, amount)
        VALUES (
            $1::bigint, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::int, $7::bigint)
        """
    let place: Book.Place
    let listImport: Identifier
    let author: Identifier
    let recordedAt: Instant
    let reversed: Int
    let amount: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(listImport)
        parameters.append(author)
        parameters.append(recordedAt)
        parameters.append(Int32(clamping: reversed))
        parameters.append(amount)
    }
}

/// Corrections that reverse one donation each.
struct InsertReversals: Statement {
    static let sql = """
        INSERT INTO correction (
            entry_id, id, donation_id, action, pending, author_id, recorded_at)
        SELECT entry_id, id, donation_id, 'reverse', false, $4::uuid, $5::timestamptz
        FROM unnest($1::bigint[], $2::uuid[], $3::uuid[]) AS added (entry_id, id, donation_id)
        """
    let numbers: [Int64]
    let ids: [Identifier]
    let donations: [Identifier]
    /// The step that each takes.
    let steps: [Int32]
    let author: Identifier
    let recordedAt: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(donations)
        parameters.append(author)
        parameters.append(recordedAt)
    }
}

/// The steps that such corrections take.
struct SettleReversals: Statement {
    static let sql = """
        INSERT INTO settlement (
            donation_id, step, outcome, correction_id, entry_id, recorded_at)
        SELECT donation_id, step, 'reversed', correction_id, entry_id, $5::timestamptz
        FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::int[])
            AS added (entry_id, correction_id, donation_id, step)
        """
    private let reversals: InsertReversals

    init(_ reversals: InsertReversals) {
        self.reversals = reversals
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(reversals.numbers)
        parameters.append(reversals.ids)
        parameters.append(reversals.donations)
        parameters.append(reversals.steps)
        parameters.append(reversals.recordedAt)
    }
}
