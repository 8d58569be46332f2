import Hometown
import Postgres

/// How much of the log the newest checkpoint signed by then covers; none where none was.
struct ReadLogSize: Statement {
    static let sql = """
        SELECT size
        FROM checkpoint
        WHERE signed_at <= $1::timestamptz
        ORDER BY signed_at DESC, no DESC
        LIMIT 1
        """
    let instant: Instant

    func bind(to parameters: inout Parameters) {
        parameters.append(instant)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// What one entry brought.
struct ReadThing: Statement {
    static let sql = """
        SELECT id, kind, recorded_at, (convert_from(bytes, 'UTF8')::json ->> 'id')::uuid
        FROM entry
        WHERE id = $1::bigint
        """
    let number: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(number)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedThing {
        let number: Int64 = try row.next()
        guard let kind = Entry.Kind(rawValue: try row.next()) else { throw LedgerFailure.damaged }
        let recordedAt: Instant = try row.next()
        return RecordedThing(
            kind: kind, id: try row.next(), number: number, recordedAt: recordedAt)
    }
}

/// The donor each public person is, with the names that stand.
struct ReadPublicDonors: Statement {
    static let sql = """
        SELECT person.id, person.donor_id, personal.fields ->> 'name_ko',
            personal.fields ->> 'name_en'
        FROM person
        LEFT JOIN personal ON personal.entry_id = person.entry_id
        """

    struct Row: Sendable {
        let person: Identifier
        let donor: Identifier
        let names: [String]

        /// Whether the person carries a donor's key, under which others look the donor up, too.
        var isKeyed: Bool { donor != person }
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let (person, donor): (Identifier, Identifier) = (try row.next(), try row.next())
        let names: [String?] = [try row.next(), try row.next()]
        return Row(person: person, donor: donor, names: names.compactMap { $0 })
    }
}

/// The days on which these donors gave, newest entry first.
struct ReadGiftDays: Statement {
    static let sql = """
        SELECT donation.entry_id, donation.donor_id, donation.donated_on, donation.date_precision
        FROM donation
        WHERE donation.donor_id = ANY ($1::uuid[])
            AND ($2::bigint IS NULL OR donation.entry_id < $2::bigint)
            AND (NOT $4::boolean OR donation.origin = 'reported')
        ORDER BY donation.entry_id DESC
        LIMIT $3::int
        """
    let donors: [Identifier]
    let before: Int64?
    let rowsMax: Int32
    /// Only what was reported.
    var areReported = false

    struct Row: Sendable {
        let number: Int64
        let donor: Identifier
        let donatedOn: EventDate
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
        parameters.append(before)
        parameters.append(rowsMax)
        parameters.append(areReported)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(number: try row.next(), donor: try row.next(), donatedOn: try EventDate(row: &row))
    }
}

/// The entry of one donation.
struct FindDonationEntry: Statement {
    static let sql = "SELECT entry_id FROM donation WHERE id = $1::uuid"
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// The entries of donations that go along the legs of one exchange, or of all under one agreement,
/// by the last word, newest first.
struct FindLegDonations: Statement {
    static let sql = """
        SELECT donation.entry_id
        FROM exchange
        JOIN leg ON leg.exchange_id = exchange.id
        JOIN leg_donation AS link ON link.leg_id = leg.id
        JOIN donation ON donation.id = link.donation_id
        WHERE (exchange.id = $1::uuid OR exchange.agreement_id = $2::uuid)
            AND NOT EXISTS (
                SELECT FROM leg_donation AS later
                WHERE later.donation_id = link.donation_id AND later.revision > link.revision)
            AND ($3::bigint IS NULL OR donation.entry_id < $3::bigint)
        ORDER BY donation.entry_id DESC
        LIMIT $4::int
        """
    var exchange: Identifier?
    var agreement: Identifier?
    let before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(exchange)
        parameters.append(agreement)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// The entries of donations of one participation, or of all in one relay, newest first.
struct FindRelayDonations: Statement {
    static let sql = """
        SELECT donation.entry_id
        FROM participation
        JOIN participation_donation AS link ON link.participation_id = participation.id
        JOIN donation ON donation.id = link.donation_id
        WHERE (participation.id = $1::uuid OR participation.relay_id = $2::uuid)
            AND ($3::bigint IS NULL OR donation.entry_id < $3::bigint)
        ORDER BY donation.entry_id DESC
        LIMIT $4::int
        """
    var participation: Identifier?
    var relay: Identifier?
    let before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(participation)
        parameters.append(relay)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// The donations shown in runs, by their ids or the numbers of their entries, with what decides
/// whether everybody reads whose they are: who gave and who ran, and each on which day.
struct ReadRunGifts: Statement {
    static let sql = """
        SELECT donation.id, donation.entry_id, donor.id, donation.donated_on,
            donation.date_precision, run.id, run.person_id, run.happened_on, run.date_precision
        FROM donation
        JOIN participation_donation AS link ON link.donation_id = donation.id
        JOIN followed_participation AS run ON run.id = link.participation_id
        -- Under a donor's key a public person also gives in private, which nobody published.
        JOIN person AS donor ON donor.donor_id = donation.donor_id
            AND (donor.id = donor.donor_id OR donation.origin = 'reported')
        WHERE donation.id = ANY ($1::uuid[]) OR donation.entry_id = ANY ($2::bigint[])
        """
    var ids: [Identifier] = []
    var numbers: [Int64] = []

    var isEmpty: Bool { ids.isEmpty && numbers.isEmpty }

    struct Row: Sendable {
        let id: Identifier
        let number: Int64
        let donor: Identifier
        let donatedOn: EventDate
        let run: Identifier
        let runner: Identifier
        let ranOn: EventDate?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(ids)
        parameters.append(numbers)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            id: try row.next(), number: try row.next(), donor: try row.next(),
            donatedOn: try EventDate(row: &row), run: try row.next(), runner: try row.next(),
            ranOn: try EventDate.optional(in: &row))
    }
}

/// The entries that came in by one import.
struct ReadImportRanges: Statement {
    static let sql = """
        SELECT import_range.first_entry, import_range.last_entry
        FROM import
        JOIN import_range ON import_range.import_entry = import.entry_id
        WHERE import.id = $1::uuid
        """
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> ClosedRange<Int64> {
        let (first, last): (Int64, Int64) = (try row.next(), try row.next())
        return first...last
    }
}

/// The entries of donations that anything was ever done to, newest first.
struct FindSettled: Statement {
    static let sql = """
        SELECT donation.entry_id
        FROM (SELECT DISTINCT donation_id FROM settlement) AS settled
        CROSS JOIN LATERAL (
            SELECT entry_id FROM donation WHERE donation.id = settled.donation_id LIMIT 1
        ) AS donation
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

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}
