import Hometown
import Postgres

/// 검색 조건. Everything that may be asked of donations, as one text of SQL. What is not asked is NULL
/// and vanishes from the plan, for these statements are planned anew for each question
/// (`PlanForValues`): so each question goes by the index that fits it.
struct DonationConditions: Sendable {
    /// Where a word of the query was found; a donation answers to any of it.
    struct Finds: Sendable {
        /// Governments, on either side.
        var units: [Int16] = []
        var donors: [Identifier] = []
        /// Entries of donations.
        var numbers: [Int64] = []

        var isEmpty: Bool { units.isEmpty && donors.isEmpty && numbers.isEmpty }

        mutating func add(_ other: Finds) {
            units += other.units
            donors += other.donors
            numbers += other.numbers
        }
    }

    var recipients: [Int16]?
    var givers: [Int16]?
    var donors: [Identifier]?
    /// Donors of whom only that counts which was reported: the rest they gave in private.
    var reportedDonors: [Identifier]?
    var from: CivilDate?
    var to: CivilDate?
    var amountMin: Int64?
    var amountMax: Int64?
    var isUndisclosed: Bool?
    var origins: [String]?
    var channels: [String]?
    var statuses: [String]?
    /// Entries of donations, found by other tables.
    var numbers: [Int64]?
    /// Entries that came in by one import.
    var ranges: [ClosedRange<Int64>]?
    /// Entries before this one were not looked for.
    var floor: Int64?
    var words: [Finds] = []
    /// A donation that is any of this is left out.
    var excluded = Excluded()
    /// Only what the first so many leaves of the log say.
    var logSize: Int64?

    struct Excluded: Sendable {
        var recipients: [Int16]?
        var givers: [Int16]?
        var finds: Finds?
        var origins: [String]?
        var channels: [String]?
        var statuses: [String]?
    }

    /// How many parameters `sql` takes, from `$1` on.
    static let parametersCount = 28 + 3 * DonationQuery.wordsMax
    /// The parameter that `logSize` is.
    static let size = "$18::bigint"

    /// Where a donation stands, in the words of `DonationQuery.Status`.
    static let status = """
        CASE (
                SELECT CASE WHEN replacement_id IS NULL THEN outcome ELSE 'amended' END
                FROM settlement
                WHERE settlement.donation_id = donation.id
                    AND \(LogPart.holds("settlement.entry_id", until: size))
                ORDER BY step DESC
                LIMIT 1)
            WHEN 'reversed' THEN 'reversed'
            WHEN 'returned' THEN 'returned'
            WHEN 'amended' THEN 'amended'
            ELSE CASE
                WHEN disputed IS NOT NULL THEN 'disputed'
                WHEN unlawful_ground IS NOT NULL THEN 'return_due'
                ELSE 'standing'
                END
            END
        """

    static let sql = """
        ($1::smallint[] IS NULL OR recipient_id = ANY ($1::smallint[]))
            AND ($2::smallint[] IS NULL OR giver_id = ANY ($2::smallint[]))
            AND ($3::uuid[] IS NULL OR donor_id = ANY ($3::uuid[]))
            AND ($4::date IS NULL OR donated_on >= $4::date)
            AND ($5::date IS NULL OR donated_on <= $5::date)
            AND ($6::bigint IS NULL OR amount >= $6::bigint)
            AND ($7::bigint IS NULL OR amount <= $7::bigint)
            AND ($8::boolean IS NULL OR (amount IS NULL) = $8::boolean)
            AND ($9::text[] IS NULL OR origin = ANY ($9::text[]))
            AND (NOT $10::boolean OR origin = 'reported')
            AND ($11::text[] IS NULL OR channel = ANY ($11::text[]))
            AND ($12::text[] IS NULL OR \(status) = ANY ($12::text[]))
            AND (NOT $13::boolean OR disputed IS NOT NULL)
            AND (NOT $14::boolean OR unlawful_ground IS NOT NULL)
            AND ($15::bigint[] IS NULL OR donation.entry_id = ANY ($15::bigint[]))
            AND ($16::bigint[] IS NULL OR EXISTS (
                SELECT FROM unnest($16::bigint[], $17::bigint[]) AS part (first, last)
                WHERE donation.entry_id BETWEEN part.first AND part.last))
            AND \(LogPart.holds("donation.entry_id", until: size))
            AND ($19::bigint IS NULL OR donation.entry_id >= $19::bigint)
            AND ($20::bigint IS NULL OR donation.entry_id <= $20::bigint)
            AND ($21::smallint[] IS NULL OR recipient_id <> ALL ($21::smallint[]))
            AND ($22::smallint[] IS NULL OR giver_id IS NULL OR giver_id <> ALL ($22::smallint[]))
            AND ($23::uuid[] IS NULL OR donor_id <> ALL ($23::uuid[]))
            AND ($24::bigint[] IS NULL OR donation.entry_id <> ALL ($24::bigint[]))
            AND ($25::text[] IS NULL OR origin <> ALL ($25::text[]))
            AND ($26::text[] IS NULL OR channel IS NULL OR channel <> ALL ($26::text[]))
            AND ($27::text[] IS NULL OR \(status) <> ALL ($27::text[]))
            AND ($28::uuid[] IS NULL OR origin = 'reported' OR donor_id <> ALL ($28::uuid[]))
        """
        + (0..<DonationQuery.wordsMax).map { word in
            let (units, donors, numbers) = (29 + word * 3, 30 + word * 3, 31 + word * 3)
            return """

                    AND ($\(units)::smallint[] IS NULL
                        OR recipient_id = ANY ($\(units)::smallint[])
                        OR giver_id = ANY ($\(units)::smallint[])
                        OR donor_id = ANY ($\(donors)::uuid[])
                        OR donation.entry_id = ANY ($\(numbers)::bigint[]))
                """
        }.joined()

    func bind(to parameters: inout Parameters) {
        parameters.append(array: recipients)
        parameters.append(array: givers)
        parameters.append(array: donors)
        parameters.append(from)
        parameters.append(to)
        parameters.append(amountMin)
        parameters.append(amountMax)
        parameters.append(isUndisclosed)
        parameters.append(array: origins)
        parameters.append(origins == [Origin.reported.rawValue])
        parameters.append(array: channels)
        parameters.append(array: statuses)
        parameters.append(statuses == [DonationQuery.Status.disputed.rawValue])
        parameters.append(statuses == [DonationQuery.Status.returnDue.rawValue])
        parameters.append(array: numbers)
        parameters.append(array: ranges?.map(\.lowerBound))
        parameters.append(array: ranges?.map(\.upperBound))
        parameters.append(logSize)
        parameters.append([floor, ranges?.map(\.lowerBound).min()].compactMap { $0 }.max())
        parameters.append(ranges?.map(\.upperBound).max())
        bindExcluded(to: &parameters)
        parameters.append(array: reportedDonors)
        for index in 0..<DonationQuery.wordsMax {
            let finds = index < words.count ? words[index] : nil
            parameters.append(array: finds?.units)
            parameters.append(array: finds?.donors)
            parameters.append(array: finds?.numbers)
        }
    }

    private func bindExcluded(to parameters: inout Parameters) {
        let finds = excluded.finds
        func joined(_ one: [Int16]?) -> [Int16]? {
            one == nil && finds == nil ? nil : (one ?? []) + (finds?.units ?? [])
        }
        parameters.append(array: joined(excluded.recipients))
        parameters.append(array: joined(excluded.givers))
        parameters.append(array: finds?.donors)
        parameters.append(array: finds?.numbers)
        parameters.append(array: excluded.origins)
        parameters.append(array: excluded.channels)
        parameters.append(array: excluded.statuses)
    }
}

/// Plans the statements of this transaction for the values they are asked with. A plan for any
/// value could use none of the indexes.
struct PlanForValues: Statement {
    static let sql = "SET LOCAL plan_cache_mode = force_custom_plan"
}

/// What comes next goes from key to key and is planned once. To plan what is told of donations
/// takes ten times as long as to read one and as long as to read fifty, and left to itself the
/// server does so each time: it believes that any plan for one row beats a plan for a few. Planned
/// while the tables are small, it would read them whole and go on doing so when they are large; so
/// it may not.
struct PlanByKeys: Statement {
    static let sql = settings(of: "force_generic_plan", scans: "off")

    fileprivate static func settings(of mode: String, scans: String) -> String {
        """
        SELECT set_config('plan_cache_mode', '\(mode)', true)
            || set_config('enable_seqscan', '\(scans)', true)
            || set_config('enable_hashjoin', '\(scans)', true)
            || set_config('enable_mergejoin', '\(scans)', true)
        """
    }

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }

    /// And what comes after that, as usual.
    struct End: Statement {
        static let sql = settings(of: "auto", scans: "on")

        static func decode(_ row: inout RowReader) throws -> String { try row.next() }
    }
}

extension Transaction {
    /// Runs a statement that goes from key to key.
    func byKeys<S: Statement>(_ statement: S) async throws -> [S.Row] {
        try await pipeline(PlanByKeys(), statement, PlanByKeys.End()).1
    }
}

/// The entries of donations, newest first, in pages by number of entry.
struct FindDonations: Statement {
    static let sql = text(orderedBy: "donation.entry_id")

    static func text(orderedBy order: String) -> String {
        let (before, limit) = (
            DonationConditions.parametersCount + 1, DonationConditions.parametersCount + 2
        )
        return """
            SELECT donation.entry_id
            FROM donation
            WHERE \(DonationConditions.sql)
                AND ($\(before)::bigint IS NULL OR donation.entry_id < $\(before)::bigint)
            ORDER BY \(order) DESC
            LIMIT $\(limit)::int
            """
    }

    let conditions: DonationConditions
    let before: Int64?
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        conditions.bind(to: &parameters)
        parameters.append(before)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// The same of few days. They are found by their index and sorted, which the sum makes the planner
/// do: it takes the days to be spread over the entries, and would walk back through all that was
/// recorded since.
struct FindDonationsOfDays: Statement {
    /// More days hold more donations than are sorted quickly.
    static let daysMax = 31

    static let sql = FindDonations.text(orderedBy: "donation.entry_id + 0")
    let asked: FindDonations

    func bind(to parameters: inout Parameters) {
        asked.bind(to: &parameters)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

extension DonationConditions {
    /// Whether only few days are asked for.
    var isOfFewDays: Bool {
        guard let from, let to else { return false }
        return to.daysSinceEpoch - from.daysSinceEpoch < FindDonationsOfDays.daysMax
    }
}

/// What donations come to, the newest of them where there are too many to count.
struct TotalDonations: Statement {
    static let sql = """
        SELECT count(*), count(*) FILTER (WHERE status = 'standing'),
            coalesce(sum(amount) FILTER (WHERE status = 'standing'), 0)::bigint,
            count(*) FILTER (WHERE status = 'standing' AND amount IS NULL)
        FROM (
            SELECT amount, \(DonationConditions.status) AS status
            FROM donation
            WHERE \(DonationConditions.sql)
            ORDER BY donation.entry_id DESC
            LIMIT $\(DonationConditions.parametersCount + 1)::int
        ) AS listed
        """
    let conditions: DonationConditions
    let rowsMax: Int32

    func bind(to parameters: inout Parameters) {
        conditions.bind(to: &parameters)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> DonationTotals {
        DonationTotals(
            rows: try row.next(), standing: try row.next(), amount: try row.next(),
            undisclosed: try row.next(), isExact: true)
    }
}
