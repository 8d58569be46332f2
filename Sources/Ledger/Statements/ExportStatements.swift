import Hometown
import Postgres

/// Donations in the order of their entries, with everything that a list of them holds; each is
/// followed by the steps that took it out of the totals or put it back.
struct ReadExport: Statement {
    static let sql = """
        SELECT donation.entry_id, line.outcome, line.kind, line.entry_id, line.recorded_at,
            leaf.log_index, donation.id,
            donation.origin, person.id, donation.donor_id, personal.fields ->> 'name',
            personal.fields ->> 'residence', donation.natural_person, donation.own_name,
            donation.interest, donation.recipient_id, donation.amount, donation.donated_on,
            donation.date_precision, donation.channel, donation.channel_name, donation.purpose,
            donation.project_id, donation.gift_kind, donation.gift_value, donation.gift_wanted,
            donation.checks::text, donation.official_receipt_no, leg.exchange_id, leg.id,
            participation_donation.participation_id, donation.disputed,
            donation.unlawful_ground, \(DonationConditions.status)
        FROM (
            SELECT donation.entry_id
            FROM donation
            WHERE \(DonationConditions.sql)
                AND donation.entry_id > $\(DonationConditions.parametersCount + 1)::bigint
            ORDER BY donation.entry_id
            LIMIT $\(DonationConditions.parametersCount + 2)::int
        ) AS chosen
        JOIN donation ON donation.entry_id = chosen.entry_id
        CROSS JOIN LATERAL (
            SELECT 0 AS step, NULL AS outcome, 'donation' AS kind, donation.entry_id,
                donation.recorded_at
            UNION ALL
            SELECT settlement.step, settlement.outcome, entry.kind, settlement.entry_id,
                settlement.recorded_at
            FROM settlement
            JOIN entry ON entry.id = settlement.entry_id
            WHERE settlement.donation_id = donation.id
                AND \(LogPart.holds("settlement.entry_id", until: DonationConditions.size))
        ) AS line
        LEFT JOIN leaf ON leaf.entry_id = line.entry_id
        LEFT JOIN person ON person.donor_id = donation.donor_id
        LEFT JOIN personal ON personal.entry_id = donation.entry_id
        LEFT JOIN leg ON leg.id = (
            SELECT leg_donation.leg_id
            FROM leg_donation
            WHERE leg_donation.donation_id = donation.id
                AND \(LogPart.holds("leg_donation.entry_id", until: DonationConditions.size))
            ORDER BY leg_donation.revision DESC
            LIMIT 1)
        LEFT JOIN participation_donation ON participation_donation.donation_id = donation.id
        ORDER BY donation.entry_id, line.step
        """
    let conditions: DonationConditions
    let after: Int64
    let rowsMax: Int32

    struct Row: Sendable {
        /// Of the donation's entry.
        let number: Int64
        let line: Line
        let id: Identifier
        let origin: String
        let person: Identifier?
        let donor: Identifier
        let name: String?
        let residence: String?
        let isNaturalPerson: Bool
        let isInOwnName: Bool?
        let hasInterest: Bool?
        let recipient: Int16
        let amount: Int64?
        let donatedOn: EventDate
        let channel: String?
        let channelName: String?
        let purpose: Int16?
        let project: Identifier?
        let giftKind: String?
        let giftValue: Int64?
        let isGiftWanted: Bool?
        let checks: Checks?
        let officialReceiptNo: String?
        let exchange: Identifier?
        let leg: Identifier?
        let participation: Identifier?
        let disputed: String?
        let unlawfulGround: Int16?
        let status: String
    }

    /// What a row tells of, and the entry that says so.
    struct Line: Sendable {
        let kind: DonationRowKind
        let entryKind: Entry.Kind
        let number: Int64
        let recordedAt: Instant
        let logIndex: Int64?

        var no: String { Entry.no(entryKind, recordedAt: recordedAt, number: number) }

        init(row: inout RowReader) throws {
            let outcome: String? = try row.next()
            switch outcome.flatMap(Settlement.Outcome.init) {
            case nil: kind = .donation
            case .reversed: kind = .reversal
            case .returned: kind = .return
            case .open: kind = .restoration
            }
            entryKind = Entry.Kind(rawValue: try row.next()) ?? .donation
            number = try row.next()
            recordedAt = try row.next()
            logIndex = try row.next()
        }
    }

    func bind(to parameters: inout Parameters) {
        conditions.bind(to: &parameters)
        parameters.append(after)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            number: try row.next(), line: try Line(row: &row), id: try row.next(),
            origin: try row.next(), person: try row.next(),
            donor: try row.next(), name: try row.next(), residence: try row.next(),
            isNaturalPerson: try row.next(), isInOwnName: try row.next(),
            hasInterest: try row.next(), recipient: try row.next(), amount: try row.next(),
            donatedOn: try EventDate(row: &row), channel: try row.next(),
            channelName: try row.next(), purpose: try row.next(), project: try row.next(),
            giftKind: try row.next(), giftValue: try row.next(), isGiftWanted: try row.next(),
            checks: try row.next(String?.self).map {
                Checks(try CanonicalValue(parsing: Array($0.utf8)))
            },
            officialReceiptNo: try row.next(), exchange: try row.next(), leg: try row.next(),
            participation: try row.next(), disputed: try row.next(),
            unlawfulGround: try row.next(), status: try row.next())
    }
}
