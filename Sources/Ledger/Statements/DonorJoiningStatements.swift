import Hometown
import Postgres

/// Every donor that a person is: the person's own first. Nothing for whoever is no person.
struct ReadOwnDonors: Statement {
    static let sql = """
        SELECT donor_id
        FROM (
            SELECT 0 AS place, id, donor_id FROM person WHERE id = $1::uuid
            UNION ALL
            SELECT 1, id, donor_id FROM standing_joining WHERE person_id = $1::uuid
        ) AS own
        ORDER BY place, id
        """
    let person: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(person)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}

/// How often a donor was joined to anybody.
struct CountDonorJoinings: Statement {
    static let sql = "SELECT count(*)::smallint FROM donor_joining WHERE donor_id = $1::uuid"
    let donor: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(donor)
    }

    static func decode(_ row: inout RowReader) throws -> Int16 {
        try row.next()
    }
}

struct InsertDonorJoining: Statement {
    static let sql = """
        INSERT INTO donor_joining (entry_id, id, person_id, donor_id, recorded_at, turn)
        VALUES ($1::bigint, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::smallint)
        """
    let place: Book.Place
    let draft: DonorJoiningDraft
    let recordedAt: Instant
    let turn: Int16

    func bind(to parameters: inout Parameters) {
        parameters.append(place.number)
        parameters.append(place.id)
        parameters.append(draft.person)
        parameters.append(draft.donor)
        parameters.append(recordedAt)
        parameters.append(turn)
    }
}

/// Years in which these donors together have more than the cap, the first of them first.
struct ReadYearsOverCap: Statement {
    static let sql = """
        SELECT year, sum(total)::bigint, annual_cap(year)
        FROM donor_year
        WHERE donor_id = ANY ($1::uuid[])
        GROUP BY year
        HAVING sum(total) > annual_cap(year)
        ORDER BY year
        """
    let donors: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
    }

    static func decode(_ row: inout RowReader) throws -> (year: Int, recorded: Won, cap: Won) {
        (Int(try row.next(Int16.self)), Won(try row.next()), Won(try row.next()))
    }
}

/// The donations of these donors that count to the caps of some years, oldest entry first.
struct ReadCountedDonations: Statement {
    static let sql = """
        SELECT donation.cap_year, donation.id, donation.entry_id, donation.recorded_at,
            donation.amount, donation.donated_on, donation.recipient_id
        FROM donation
        WHERE donation.donor_id = ANY ($1::uuid[]) AND donation.cap_year = ANY ($2::smallint[])
            AND donation.disputed IS NULL AND donation.unlawful_ground IS NULL
            AND \(Settlement.isEven())
        ORDER BY donation.entry_id
        LIMIT $3::int
        """
    let donors: [Identifier]
    let years: [Int]
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
        parameters.append(years.map { Int16(clamping: $0) })
        parameters.append(rowsMax)
    }

    static func decode(
        _ row: inout RowReader
    ) throws -> (year: Int, donation: DonorJoinings.Donation) {
        (
            Int(try row.next(Int16.self)),
            DonorJoinings.Donation(
                id: try row.next(), number: try row.next(), recordedAt: try row.next(),
                amount: try row.next(Int64?.self).map { Won($0) }, donatedOn: try row.next(),
                recipient: try row.next())
        )
    }
}

/// What joined donors to a person, oldest first, and what undid it.
struct ReadDonorJoinings: Statement {
    static let sql = """
        SELECT donor_joining.id, donor_joining.entry_id, donor_joining.recorded_at,
            leaf.log_index, donor_parting.id, donor_parting.entry_id, donor_parting.recorded_at,
            personal.fields ->> 'reason'
        FROM donor_joining
        LEFT JOIN leaf ON leaf.entry_id = donor_joining.entry_id
        LEFT JOIN donor_parting ON donor_parting.joining_id = donor_joining.id
        LEFT JOIN personal ON personal.entry_id = donor_parting.entry_id
        WHERE donor_joining.person_id = $1::uuid
        ORDER BY donor_joining.entry_id
        """
    let person: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(person)
    }

    static func decode(_ row: inout RowReader) throws -> DonorJoinings.Joining {
        DonorJoinings.Joining(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), parting: try parting(&row))
    }

    private static func parting(
        _ row: inout RowReader
    ) throws -> DonorJoinings.Parting? {
        let id: Identifier? = try row.next()
        let number: Int64? = try row.next()
        let recordedAt: Instant? = try row.next()
        let reason: String? = try row.next()
        guard let id, let number, let recordedAt else { return nil }
        return DonorJoinings.Parting(
            id: id, number: number, recordedAt: recordedAt, reason: reason)
    }
}
