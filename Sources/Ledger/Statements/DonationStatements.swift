import Hometown
import Postgres

/// 바탕. What every batch asks first, in one row: each statement of a flight has its price, and
/// what seldom changes is only asked whether it did. With it the statements of the batch that come
/// after it keep their plans (`KeepPlans`): left to itself the server plans `ReadPasts` anew for
/// each batch of one or two, for it believes that a plan for one donor beats a plan for any.
struct ReadGround: Statement {
    static let sql = """
        SELECT clock_timestamp(), (SELECT max(entry_id) FROM government_edition),
            (SELECT count(*) FROM bar) + (SELECT count(*) FROM bar_ending),
            EXISTS (SELECT FROM interest) OR EXISTS (SELECT FROM office),
            EXISTS (SELECT FROM donor_joining),
            \(KeepPlans.setting)
        """

    struct Row: Sendable {
        let now: Instant
        /// Of the registry of governments, the newest.
        let edition: Int64?
        /// Of bars and of their ends.
        let barEntries: Int64
        /// Whether an interest of any donor was ever declared, or an office recorded.
        let hasInterests: Bool
        /// Whether any two donors were ever found to be one human.
        let hasJoinings: Bool
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let ground = Row(
            now: try row.next(), edition: try row.next(), barEntries: try row.next(),
            hasInterests: try row.next(), hasJoinings: try row.next())
        let _: String = try row.next()
        return ground
    }
}

/// What is recorded of these donors in these years, under locks already held, and of donors who are
/// one human with others what those have, too. The limit keeps the plan to one look into the index
/// for each: prepared while the table is small, a join would be planned as a scan and stay one.
/// While no donors are joined at all, nothing is looked up for it; `ReadPasts` then says the same.
struct ReadStandings: Statement {
    static let sql = """
        SELECT asked.donor_id, asked.year,
            coalesce(standing.total, 0) + coalesce(others.total, 0),
            coalesce(standing.undisclosed, 0) + coalesce(others.undisclosed, 0),
            others.person_id
        FROM unnest($1::uuid[], $2::smallint[]) AS asked (donor_id, year)
        LEFT JOIN LATERAL (
            \(standing(of: "asked.donor_id", in: "asked.year"))
        ) AS standing ON true
        LEFT JOIN LATERAL (
            SELECT one.person_id, sum(theirs.total)::bigint AS total,
                sum(theirs.undisclosed)::int AS undisclosed
            FROM joined_donor AS one
            JOIN joined_donor AS other
                ON other.person_id = one.person_id AND other.donor_id <> one.donor_id
            LEFT JOIN LATERAL (
                \(standing(of: "other.donor_id", in: "asked.year"))
            ) AS theirs ON true
            WHERE (SELECT EXISTS (SELECT FROM donor_joining))
                AND one.donor_id = asked.donor_id
            GROUP BY one.person_id
        ) AS others ON true
        WHERE standing.total IS NOT NULL OR others.person_id IS NOT NULL
        """

    /// What is recorded of one donor in one year: columns `total` and `undisclosed`.
    static func standing(of donor: String, in year: String) -> String {
        """
        SELECT total, undisclosed
        FROM donor_year
        WHERE donor_year.donor_id = \(donor) AND donor_year.year = \(year)
        LIMIT 1
        """
    }

    let donors: [Identifier]
    let years: [Int16]

    struct Row: Sendable {
        let donor: Identifier
        let year: Int16
        let total: Int64
        let undisclosed: Int32
        /// The person who this donor and others are; `nil` of a donor who is one human alone.
        let human: Identifier?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
        parameters.append(years)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            donor: try row.next(), year: try row.next(), total: try row.next(),
            undisclosed: try row.next(), human: try row.next())
    }
}

struct ReadBars: Statement {
    static let sql = """
        SELECT bar.government_id, bar.valid_from, term.valid_to, bar.reason
        FROM bar
        CROSS JOIN LATERAL (
            SELECT least(bar.valid_to, min(bar_ending.ends_on))
            FROM bar_ending
            WHERE bar_ending.bar_id = bar.id
        ) AS term (valid_to)
        WHERE bar.valid_from < term.valid_to
        ORDER BY bar.entry_id
        """

    static func decode(_ row: inout RowReader) throws -> Bar {
        Bar(
            government: try row.next(), validFrom: try row.next(), validTo: try row.next(),
            reason: try row.next())
    }
}

/// The columns of `donation`, one array each: planned and sent once for a batch of any size. One
/// of them counts the rows and the others are looked into, which takes a third of what it takes to
/// walk all of them side by side.
struct InsertDonations: Statement {
    static let sql = """
        INSERT INTO donation (
            recorded_at, entry_id, id, donor_id, amount, donated_on, recipient_id, giver_id,
            cap_year, natural_person, own_name, date_precision, origin, channel, channel_name,
            disputed, interest, purpose, project_id, gift_kind, gift_value, gift_wanted, checks,
            official_receipt_no, unlawful_ground)
        SELECT $1::timestamptz, entry_id, ($3::uuid[])[i], ($4::uuid[])[i], ($5::bigint[])[i],
            ($6::date[])[i], ($7::smallint[])[i], ($8::smallint[])[i], ($9::smallint[])[i],
            ($10::boolean[])[i], ($11::boolean[])[i], ($12::text[])[i], ($13::text[])[i],
            ($14::text[])[i], ($15::text[])[i], ($16::text[])[i], ($17::boolean[])[i],
            ($18::smallint[])[i], ($19::uuid[])[i], ($20::text[])[i], ($21::bigint[])[i],
            ($22::boolean[])[i], ($23::text[])[i]::json, ($24::text[])[i], ($25::smallint[])[i]
        FROM unnest($2::bigint[]) WITH ORDINALITY AS added (entry_id, i)
        """
    var recordedAt: Instant
    var numbers: [Int64] = []
    var ids: [Identifier] = []
    var donors: [Identifier] = []
    var amounts: [Int64?] = []
    var dates: [CivilDate] = []
    var recipients: [Int16] = []
    var givers = SparseColumn<Int16>()
    var capYears: [Int16?] = []
    var naturalPersons: [Bool] = []
    var ownNames: [Bool?] = []
    var precisions: [String] = []
    var origins: [String] = []
    var channels: [String?] = []
    var channelNames = SparseColumn<String>()
    var disputes = SparseColumn<String>()
    var interests = SparseColumn<Bool>()
    var purposes = SparseColumn<Int16>()
    var projects = SparseColumn<Identifier>()
    var giftKinds = SparseColumn<String>()
    var giftValues = SparseColumn<Int64>()
    var giftsWanted = SparseColumn<Bool>()
    /// The members of the entry as they stand there.
    var checks: [String?] = []
    var officialReceipts = SparseColumn<String>()
    var grounds = SparseColumn<Int16>()

    func bind(to parameters: inout Parameters) {
        parameters.append(recordedAt)
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(donors)
        parameters.append(column: amounts)
        parameters.append(dates)
        parameters.append(recipients)
        givers.bind(to: &parameters)
        parameters.append(column: capYears)
        parameters.append(naturalPersons)
        parameters.append(column: ownNames)
        parameters.append(precisions)
        parameters.append(origins)
        parameters.append(column: channels)
        channelNames.bind(to: &parameters)
        disputes.bind(to: &parameters)
        interests.bind(to: &parameters)
        purposes.bind(to: &parameters)
        projects.bind(to: &parameters)
        giftKinds.bind(to: &parameters)
        giftValues.bind(to: &parameters)
        giftsWanted.bind(to: &parameters)
        parameters.append(column: checks)
        officialReceipts.bind(to: &parameters)
        grounds.bind(to: &parameters)
    }
}

/// Adds to donor-years, sorted. The constraint `over_annual_cap` says no where we were wrong.
struct AddToDonorYears: Statement {
    static let sql = """
        INSERT INTO donor_year (donor_id, year, total, undisclosed)
        SELECT donor_id, year, total, undisclosed
        FROM unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::int[])
            AS added (donor_id, year, total, undisclosed)
        ORDER BY donor_id, year
        ON CONFLICT (donor_id, year) DO UPDATE
        SET total = donor_year.total + excluded.total,
            undisclosed = donor_year.undisclosed + excluded.undisclosed
        """
    let donors: [Identifier]
    let years: [Int16]
    let totals: [Int64]
    let undisclosed: [Int32]

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
        parameters.append(years)
        parameters.append(totals)
        parameters.append(undisclosed)
    }
}

struct LinkLegDonations: Statement {
    static let sql = """
        INSERT INTO leg_donation (leg_id, donation_id, entry_id)
        SELECT leg_id, donation_id, entry_id
        FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS added (leg_id, donation_id, entry_id)
        """
    let legs: [Identifier]
    let donations: [Identifier]
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(legs)
        parameters.append(donations)
        parameters.append(numbers)
    }
}

struct LinkParticipationDonations: Statement {
    static let sql = """
        INSERT INTO participation_donation (participation_id, donation_id, entry_id)
        SELECT participation_id, donation_id, entry_id
        FROM unnest($1::uuid[], $2::uuid[], $3::bigint[])
            AS added (participation_id, donation_id, entry_id)
        """
    let participations: [Identifier]
    let donations: [Identifier]
    let numbers: [Int64]

    func bind(to parameters: inout Parameters) {
        parameters.append(participations)
        parameters.append(donations)
        parameters.append(numbers)
    }
}

/// 1 when the leg exists and leads to the recipient.
struct CountLegs: Statement {
    static let sql = """
        SELECT count(*) FROM leg WHERE id = $1::uuid AND recipient_id = ANY ($2::smallint[])
        """
    let leg: Identifier
    /// The receiving government under all its names.
    let recipients: [Int16]

    func bind(to parameters: inout Parameters) {
        parameters.append(leg)
        parameters.append(recipients)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// 1 when the participation exists.
struct CountParticipations: Statement {
    static let sql = "SELECT count(*) FROM participation WHERE id = $1::uuid"
    let id: Identifier

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}
