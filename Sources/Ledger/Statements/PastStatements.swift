import Hometown
import Postgres

/// 이력. What the ledger has of donors who are one human each: what stands in the years asked
/// about, and gifts that are like theirs (`FindTwins`). A donor of whom it has no donation at all,
/// as nearly every donor of a busy day, is looked up once and not once for each. While no donors
/// are joined it says all that `ReadStandings` and `FindTwins` would.
struct ReadPasts: Statement {
    static let sql = """
        SELECT asked.donor_id, ($2::smallint[])[asked.i], standing.total, standing.undisclosed,
            ($3::date[])[asked.i], ($4::bigint[])[asked.i], twin.recipient_id, twin.id,
            twin.entry_id, twin.recorded_at
        FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (donor_id, i)
        CROSS JOIN LATERAL (
            SELECT FROM donation WHERE donation.donor_id = asked.donor_id LIMIT 1
        ) AS known
        LEFT JOIN LATERAL (
            \(ReadStandings.standing(of: "asked.donor_id", in: "($2::smallint[])[asked.i]"))
        ) AS standing ON true
        LEFT JOIN LATERAL (
            \(FindTwins.gifts(
                of: "asked.donor_id", on: "($3::date[])[asked.i]",
                amount: "($4::bigint[])[asked.i]"))
        ) AS twin ON true
        """
    private var donors: [Identifier] = []
    private var years: [Int16] = []
    private var days: [CivilDate?] = []
    private var amounts: [Int64?] = []

    /// - Parameter gifts: each with the donor's years that it may come to stand in.
    init(_ gifts: some Sequence<(FindTwins.Gift?, [DonationSitting.DonorYear])>) {
        for (gift, asked) in gifts {
            for year in asked {
                donors.append(year.donor)
                years.append(year.year)
                days.append(gift?.day)
                amounts.append(gift?.amount.amount)
            }
        }
    }

    struct Row: Sendable {
        /// `nil` where the year is not on record.
        let standing: ReadStandings.Row?
        /// `nil` where no gift is like the one asked about.
        let twin: FindTwins.Row?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(donors)
        parameters.append(years)
        parameters.append(days)
        parameters.append(amounts)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        let (donor, year): (Identifier, Int16) = (try row.next(), try row.next())
        let total = try row.next(Int64?.self)
        let undisclosed = try row.next(Int32?.self)
        let standing = total.map {
            ReadStandings.Row(
                donor: donor, year: year, total: $0, undisclosed: undisclosed ?? 0, human: nil)
        }
        return Row(standing: standing, twin: try FindTwins.Row(of: donor, in: &row))
    }
}
