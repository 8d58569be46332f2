import Hometown
import Postgres

/// A donation that still counts with the same donor, recipient, day and amount. Every even step of
/// settling puts a donation back where it was.
struct FindTwin: Statement {
    static let sql = """
        SELECT donation.id, donation.entry_id, donation.recorded_at
        FROM donation
        WHERE donation.donor_id = $1::uuid AND donation.donated_on = $2::date
            AND donation.recipient_id = $3::smallint AND donation.amount = $4::bigint
            AND coalesce((
                SELECT settlement.step % 2
                FROM settlement
                WHERE settlement.donation_id = donation.id
                ORDER BY settlement.step DESC
                LIMIT 1), 0) = 0
        ORDER BY donation.entry_id DESC
        LIMIT 1
        """
    let donor: Identifier
    let recipient: Int16
    let day: CivilDate
    let amount: Won

    struct Row: Sendable {
        let id: Identifier
        let number: Int64
        let recordedAt: Instant
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(donor)
        parameters.append(day)
        parameters.append(recipient)
        parameters.append(amount.amount)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(id: try row.next(), number: try row.next(), recordedAt: try row.next())
    }
}
