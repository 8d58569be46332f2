import Hometown
import Postgres

/// A donation on record, with the leg it goes along by the last word and the turn of the next.
struct ReadLinkableDonation: Statement {
    static let sql = """
        SELECT donation.id, donation.giver_id, donation.recipient_id, donation.donated_on,
            donation.date_precision, link.leg_id, coalesce(link.revision + 1, 0)::smallint
        FROM donation
        LEFT JOIN LATERAL (
            SELECT leg_id, revision
            FROM leg_donation
            WHERE leg_donation.donation_id = donation.id
            ORDER BY revision DESC
            LIMIT 1
        ) AS link ON true
        WHERE donation.id = $1::uuid
        """
    let id: Identifier

    struct Row: Sendable {
        let id: Identifier
        let giver: Int16?
        let recipient: Int16
        let donatedOn: EventDate
        let leg: Identifier?
        let revision: Int16
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            id: try row.next(), giver: try row.next(), recipient: try row.next(),
            donatedOn: try EventDate(row: &row), leg: try row.next(), revision: try row.next())
    }
}

/// The legs of an exchange that a donation can go along: those that no other mends, unless all are
/// asked for.
struct ReadLinkableLegs: Statement {
    static let sql = """
        SELECT leg.id, leg.giver_id, leg.recipient_id
        FROM leg
        WHERE leg.exchange_id = $1::uuid
            AND ($2::boolean OR NOT EXISTS (
                SELECT FROM leg AS later WHERE later.replaces = leg.id))
        ORDER BY leg.entry_id
        """
    let exchange: Identifier
    var all = false

    struct Row: Sendable {
        let id: Identifier
        let from: Int16
        let to: Int16
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(exchange)
        parameters.append(all)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(id: try row.next(), from: try row.next(), to: try row.next())
    }
}

/// Takes a donation's next turn; who comes second finds it taken.
struct LinkDonation: Statement {
    static let sql = """
        INSERT INTO leg_donation (leg_id, donation_id, entry_id, revision)
        VALUES ($1::uuid, $2::uuid, $3::bigint, $4::smallint)
        """
    /// `nil`: along none any more.
    let leg: Identifier?
    let donation: Identifier
    let number: Int64
    let revision: Int16

    func bind(to parameters: inout Parameters) {
        parameters.append(leg)
        parameters.append(donation)
        parameters.append(number)
        parameters.append(revision)
    }
}
