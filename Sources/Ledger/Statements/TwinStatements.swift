import Hometown
import Postgres

/// Donations that still count with the donor, day and amount of those asked about: the donor's own,
/// or those of another donor who is the same human. Every even step of settling puts a donation
/// back where it was. The limit keeps the plan to one look into the index for each, as in
/// `ReadStandings`, and the sum keeps it from the index of days: planned while the table is small,
/// it would read a whole day for each.
struct FindTwins: Statement {
    /// Gifts of one amount by one donor on one day: more of them are alike in any case.
    private static let alikeMax = 8

    static let sql = query(
        of: """
            SELECT asked.donor_id
            UNION ALL
            SELECT other.donor_id
            FROM joined_donor AS one
            JOIN joined_donor AS other
                ON other.person_id = one.person_id AND other.donor_id <> one.donor_id
            WHERE (SELECT EXISTS (SELECT FROM donor_joining))
                AND one.donor_id = asked.donor_id
            """)

    /// - Parameter humans: the donors who count as the one that is asked about.
    private static func query(of humans: String) -> String {
        """
        SELECT asked.donor_id, asked.donated_on, asked.amount, twin.recipient_id, twin.id,
            twin.entry_id, twin.recorded_at
        FROM unnest($1::uuid[], $2::date[], $3::bigint[]) AS asked (donor_id, donated_on, amount)
        CROSS JOIN LATERAL (
            \(humans)
        ) AS human (donor_id)
        CROSS JOIN LATERAL (
            SELECT donation.recipient_id, donation.id, donation.entry_id, donation.recorded_at
            FROM donation
            WHERE donation.donor_id = human.donor_id
                AND donation.donated_on + 0 = asked.donated_on
                AND donation.amount = asked.amount AND donation.date_precision = 'day'
                AND coalesce((
                    SELECT settlement.step % 2
                    FROM settlement
                    WHERE settlement.donation_id = donation.id
                    ORDER BY settlement.step DESC
                    LIMIT 1), 0) = 0
            LIMIT \(alikeMax)
        ) AS twin
        """
    }

    private var donors: [Identifier] = []
    private var days: [CivilDate] = []
    private var amounts: [Int64] = []

    /// - Parameter gifts: each with its donor, where there is one.
    init(_ gifts: some Sequence<(DonationDraft, Identifier?)>) {
        for (draft, donor) in gifts {
            // Of what is known less exactly nobody can say that it is the same.
            guard let donor, let amount = draft.amount, draft.donatedOn.precision == .day
            else { continue }
            donors.append(donor)
            days.append(draft.donatedOn.date)
            amounts.append(amount.amount)
        }
    }

    var isEmpty: Bool { donors.isEmpty }

    struct Row: Sendable {
        /// As asked.
        let donor: Identifier
        let day: CivilDate
        let amount: Won
        let recipient: Int16
        /// Of the donation that was found.
        let id: Identifier
        let number: Int64
        let recordedAt: Instant

        var no: String { Entry.no(.donation, recordedAt: recordedAt, number: number) }
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
        parameters.append(days)
        parameters.append(amounts)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            donor: try row.next(), day: try row.next(), amount: Won(try row.next()),
            recipient: try row.next(), id: try row.next(), number: try row.next(),
            recordedAt: try row.next())
    }

    /// Twins among the donors' own donations alone, which is all while no donors are joined.
    struct Own: Statement {
        static let sql = FindTwins.query(of: "SELECT asked.donor_id")
        let all: FindTwins

        func bind(to parameters: inout Parameters) { all.bind(to: &parameters) }

        static func decode(_ row: inout RowReader) throws -> Row { try FindTwins.decode(&row) }
    }
}
