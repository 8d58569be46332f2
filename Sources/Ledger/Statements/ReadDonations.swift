import Hometown
import Postgres

/// Donations by the numbers of their entries or by their ids, newest entry first.
struct ReadDonations: Statement {
    static let sql = """
        SELECT donation.id, donation.entry_id, donation.recorded_at, leaf.log_index,
            donation.origin, person.id, personal.fields ->> 'name', donation.recipient_id,
            donation.amount, donation.donated_on, donation.date_precision, donation.channel,
            donation.channel_name, leg.id, leg.exchange_id,
            participation_donation.participation_id, donation.disputed, donation.interest,
            donation.purpose, donation.project_id, donation.gift_kind, donation.gift_value,
            donation.gift_wanted, donation.checks::text, donation.official_receipt_no,
            donation.unlawful_ground, last.step, last.outcome, last.correction_id,
            last.replacement_id, replaced.donation_id
        FROM (
            SELECT unnest($1::bigint[]) AS entry_id
            UNION
            SELECT (SELECT donation.entry_id FROM donation WHERE donation.id = named.id)
            FROM unnest($2::uuid[]) AS named (id)
        ) AS asked
        -- OFFSET 0 keeps it from being joined the other way round, from all donations to those
        -- asked for, as a plan made while there are few would.
        CROSS JOIN LATERAL (
            SELECT * FROM donation WHERE donation.entry_id = asked.entry_id OFFSET 0
        ) AS donation
        LEFT JOIN leaf ON leaf.entry_id = donation.entry_id
        -- Under a donor's key a public person also gives in private, which nobody published.
        LEFT JOIN person ON person.donor_id = donation.donor_id
            AND \(NamedGift.holds)
        LEFT JOIN personal ON personal.entry_id = donation.entry_id
        LEFT JOIN LATERAL (
            SELECT leg.id, leg.exchange_id
            FROM leg
            WHERE leg.id = (
                SELECT leg_donation.leg_id
                FROM leg_donation
                WHERE leg_donation.donation_id = donation.id
                    AND \(LogPart.holds("leg_donation.entry_id", until: "$3::bigint"))
                ORDER BY leg_donation.revision DESC
                LIMIT 1)
            LIMIT 1
        ) AS leg ON true
        LEFT JOIN participation_donation ON participation_donation.donation_id = donation.id
        LEFT JOIN settlement AS replaced ON replaced.replacement_id = donation.id
        LEFT JOIN LATERAL (
            SELECT step, outcome, correction_id, replacement_id
            FROM settlement
            WHERE settlement.donation_id = donation.id
                AND \(LogPart.holds("settlement.entry_id", until: "$3::bigint"))
            ORDER BY step DESC
            LIMIT 1
        ) AS last ON true
        ORDER BY donation.entry_id DESC
        """
    var numbers: [Int64] = []
    var ids: [Identifier] = []
    /// Only what the first so many leaves of the log say of them; `nil`: all that is recorded.
    var logSize: Int64?

    struct Row: Sendable {
        let id: Identifier
        let number: Int64
        let recordedAt: Instant
        let logIndex: Int64?
        let origin: Origin
        let person: Identifier?
        let privateName: String?
        let recipient: Int16
        let amount: Won?
        let donatedOn: EventDate
        let channel: Channel?
        let channelName: String?
        let leg: Identifier?
        let exchange: Identifier?
        let participation: Identifier?
        let disputed: String?
        var receiving = RecordedReceiving()
        var returnGround: ReturnGround?
        var settlement = Settlement.untouched
        var replaces: Identifier?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(numbers)
        parameters.append(ids)
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            id: try row.next(), number: try row.next(), recordedAt: try row.next(),
            logIndex: try row.next(), origin: Origin(rawValue: try row.next()) ?? .reported,
            person: try row.next(), privateName: try row.next(), recipient: try row.next(),
            amount: try row.next(Int64?.self).map { Won($0) },
            donatedOn: try EventDate(row: &row),
            channel: try row.next(String?.self).flatMap { Channel(rawValue: $0) },
            channelName: try row.next(), leg: try row.next(), exchange: try row.next(),
            participation: try row.next(), disputed: try row.next(),
            receiving: try RecordedReceiving(row: &row),
            returnGround: try row.next(Int16?.self).flatMap { ReturnGround(rawValue: $0) },
            settlement: try Settlement.optional(in: &row), replaces: try row.next())
    }
}

extension RecordedReceiving {
    init(row: inout RowReader) throws {
        hasInterest = try row.next()
        purpose = try row.next(Int16?.self).flatMap(Purpose.init)
        project = try row.next()
        gift = ReturnGift(
            kind: try row.next(String?.self).flatMap(ReturnGift.Kind.init),
            value: try row.next(Int64?.self).map { Won($0) }, isWanted: try row.next())
        let text: String? = try row.next()
        checks = try text.map { Checks(try CanonicalValue(parsing: Array($0.utf8))) }
        officialReceiptNo = try row.next()
    }
}

extension EventDate {
    /// Reads a date and its precision from two columns.
    init(row: inout RowReader) throws {
        let date: CivilDate = try row.next()
        self.init(date, precision: Precision(rawValue: try row.next()) ?? .day)
    }

    /// The same where both columns may be NULL.
    static func optional(in row: inout RowReader) throws -> EventDate? {
        let date: CivilDate? = try row.next()
        let precision: String? = try row.next()
        return date.map { EventDate($0, precision: precision.flatMap(Precision.init) ?? .day) }
    }
}
