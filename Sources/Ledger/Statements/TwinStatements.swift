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

    static let sql = """
        SELECT asked.donor_id, asked.donated_on, asked.amount, twin.recipient_id, twin.id,
            twin.entry_id, twin.recorded_at
        FROM unnest($1::uuid[], $2::date[], $3::bigint[]) AS asked (donor_id, donated_on, amount)
        CROSS JOIN LATERAL (
            SELECT asked.donor_id
            UNION ALL
            SELECT other.donor_id
            FROM joined_donor AS one
            JOIN joined_donor AS other
                ON other.person_id = one.person_id AND other.donor_id <> one.donor_id
            WHERE (SELECT EXISTS (SELECT FROM donor_joining))
                AND one.donor_id = asked.donor_id
        ) AS human (donor_id)
        CROSS JOIN LATERAL (
            \(gifts(of: "human.donor_id", on: "asked.donated_on", amount: "asked.amount"))
        ) AS twin
        """

    /// The donor's gifts of that day and amount: columns `recipient_id`, `id`, `entry_id` and
    /// `recorded_at`.
    static func gifts(of donor: String, on day: String, amount: String) -> String {
        """
        SELECT donation.recipient_id, donation.id, donation.entry_id, donation.recorded_at
        FROM donation
        WHERE donation.donor_id = \(donor)
            AND donation.donated_on + 0 = \(day)
            AND donation.amount = \(amount) AND donation.date_precision = 'day'
            AND coalesce((
                SELECT settlement.step % 2
                FROM settlement
                WHERE settlement.donation_id = donation.id
                ORDER BY settlement.step DESC
                LIMIT 1), 0) = 0
        LIMIT \(alikeMax)
        """
    }

    typealias Gift = (day: CivilDate, amount: Won)

    /// Of what is known less exactly nobody can say that it is the same.
    static func gift(of draft: DonationDraft) -> Gift? {
        guard let amount = draft.amount, draft.donatedOn.precision == .day else { return nil }
        return (draft.donatedOn.date, amount)
    }

    private var donors: [Identifier] = []
    private var days: [CivilDate] = []
    private var amounts: [Int64] = []

    /// - Parameter gifts: each with its donor, where there is one.
    init(_ gifts: some Sequence<(Gift?, Identifier?)>) {
        for (gift, donor) in gifts {
            guard let donor, let gift else { continue }
            donors.append(donor)
            days.append(gift.day)
            amounts.append(gift.amount.amount)
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
        guard let twin = try Row(of: row.next(), in: &row) else {
            preconditionFailure("a gift that was found has a day and an amount")
        }
        return twin
    }
}

extension FindTwins.Row {
    /// Reads day and amount as asked and what was found; `nil` where nothing was.
    init?(of donor: Identifier, in row: inout RowReader) throws {
        let day = try row.next(CivilDate?.self)
        let amount = try row.next(Int64?.self)
        let recipient = try row.next(Int16?.self)
        let id = try row.next(Identifier?.self)
        let number = try row.next(Int64?.self)
        let recordedAt = try row.next(Instant?.self)
        guard let day, let amount, let recipient, let id, let number, let recordedAt
        else { return nil }
        self.init(
            donor: donor, day: day, amount: Won(amount), recipient: recipient, id: id,
            number: number, recordedAt: recordedAt)
    }
}
