import Hometown
import Postgres

/// Donations along no leg, each with the unanswered gifts the other way that lie near it: legs that
/// were given and to which no leg of their exchange answers, and donations that belong to none.
/// Governments are followed through mergers. A pair of donations is told once, the later answering.
struct ReadCandidates: Statement {
    static let sql = """
        WITH RECURSIVE later (id, heir) AS (
            SELECT id, id FROM government
            UNION
            SELECT later.id, government_successor.successor_id
            FROM later
            JOIN government_successor ON government_successor.government_id = later.heir
        ),
        line (id, units) AS MATERIALIZED (
            SELECT id, array_agg(DISTINCT unit)
            FROM (SELECT id, heir FROM later UNION ALL SELECT heir, id FROM later)
                AS kin (id, unit)
            GROUP BY id
        ),
        loose AS (
            SELECT donation.*
            FROM donation
            WHERE donation.giver_id IS NOT NULL
                AND ($3::uuid IS NULL OR donation.id = $3::uuid)
                AND (SELECT entry_id FROM flow_standing
                    WHERE flow_standing.entry_id = donation.entry_id) IS NOT NULL
                AND (SELECT leg_id FROM leg_donation
                    WHERE leg_donation.donation_id = donation.id
                    ORDER BY revision DESC
                    LIMIT 1) IS NULL
        )
        SELECT gift.leg_id, gift.exchange_id, gift.exchange_number, gift.exchange_recorded_at,
            gift.donation_id, gift.donation_number, gift.donation_recorded_at, gift.giver_id,
            gift.recipient_id, gift.given_on, loose.id, loose.entry_id, loose.recorded_at,
            loose.giver_id, loose.recipient_id, loose.donated_on, loose.date_precision,
            loose.amount
        FROM loose
        JOIN line AS givers ON givers.id = loose.giver_id
        JOIN line AS recipients ON recipients.id = loose.recipient_id
        CROSS JOIN LATERAL (
            SELECT given.leg_id, given.exchange_id, exchange.entry_id AS exchange_number,
                exchange.recorded_at AS exchange_recorded_at, NULL::uuid AS donation_id,
                NULL::bigint AS donation_number, NULL::timestamptz AS donation_recorded_at,
                given.giver_id, given.recipient_id, given.given_on
            FROM (
                SELECT leg.id AS leg_id, leg.exchange_id, leg.giver_id, leg.recipient_id,
                    coalesce(leg.happened_on, (\(given(along: "leg")))) AS given_on
                FROM leg
                WHERE leg.giver_id = ANY (recipients.units)
                    AND leg.recipient_id = ANY (givers.units)
                    AND ($2::uuid IS NULL OR leg.exchange_id = $2::uuid)
                    AND NOT EXISTS (SELECT FROM leg AS mend WHERE mend.replaces = leg.id)
                    AND NOT EXISTS (
                        SELECT FROM leg AS answer
                        WHERE answer.exchange_id = leg.exchange_id
                            AND answer.giver_id = ANY (givers.units)
                            AND answer.recipient_id = ANY (recipients.units)
                            AND NOT EXISTS (SELECT FROM leg AS mend WHERE mend.replaces = answer.id)
                            AND (answer.happened_on IS NOT NULL
                                OR (\(given(along: "answer"))) IS NOT NULL))
            ) AS given
            JOIN exchange ON exchange.id = given.exchange_id
            WHERE abs(loose.donated_on - given.given_on) <= $1::int
            UNION ALL
            SELECT NULL, NULL, NULL, NULL, other.id, other.entry_id, other.recorded_at,
                other.giver_id, other.recipient_id, other.donated_on
            FROM donation AS other
            WHERE $2::uuid IS NULL
                AND other.giver_id = ANY (recipients.units)
                AND other.recipient_id = ANY (givers.units)
                AND other.donated_on BETWEEN loose.donated_on - $1::int AND loose.donated_on
                AND (other.donated_on < loose.donated_on OR other.entry_id < loose.entry_id)
                AND (SELECT entry_id FROM flow_standing
                    WHERE flow_standing.entry_id = other.entry_id) IS NOT NULL
                AND (SELECT leg_id FROM leg_donation
                    WHERE leg_donation.donation_id = other.id
                    ORDER BY revision DESC
                    LIMIT 1) IS NULL
        ) AS gift
        ORDER BY loose.entry_id DESC, abs(loose.donated_on - gift.given_on),
            gift.leg_id, gift.donation_id
        OFFSET $5::int
        LIMIT $4::int
        """
    let filter: CandidateFilter
    let after: Int32
    let rowsMax: Int32

    /// The first day on which something that stands went along a leg.
    private static func given(along leg: String) -> String {
        """
        SELECT min(gift.donated_on)
        FROM leg_donation AS link
        JOIN donation AS gift ON gift.id = link.donation_id
        WHERE link.leg_id = \(leg).id
            AND NOT EXISTS (
                SELECT FROM leg_donation AS newer
                WHERE newer.donation_id = link.donation_id AND newer.revision > link.revision)
            AND (SELECT entry_id FROM flow_standing
                WHERE flow_standing.entry_id = gift.entry_id) IS NOT NULL
        """
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(Int32(clamping: filter.daysMax))
        parameters.append(filter.exchange)
        parameters.append(filter.donation)
        parameters.append(rowsMax)
        parameters.append(after)
    }

    static func decode(_ row: inout RowReader) throws -> AnswerCandidate {
        let leg: Identifier? = try row.next()
        let exchange: Identifier? = try row.next()
        let exchangeNumber: Int64? = try row.next()
        let exchangeTime: Instant? = try row.next()
        let donation: Identifier? = try row.next()
        let donationNumber: Int64? = try row.next()
        let donationTime: Instant? = try row.next()
        let gift: AnswerCandidate.Gift
        if let leg, let exchange, let exchangeNumber, let exchangeTime {
            gift = .leg(
                leg, exchange: exchange,
                exchangeNo: Entry.no(.exchange, recordedAt: exchangeTime, number: exchangeNumber))
        } else if let donation, let donationNumber, let donationTime {
            gift = .donation(
                donation,
                no: Entry.no(.donation, recordedAt: donationTime, number: donationNumber))
        } else {
            throw LedgerFailure.damaged
        }
        return AnswerCandidate(
            gift: gift, from: try row.next(), to: try row.next(), givenOn: try row.next(),
            answer: try row.next(), answerNumber: try row.next(),
            answerRecordedAt: try row.next(), answerGiver: try row.next(),
            answerRecipient: try row.next(), answeredOn: try EventDate(row: &row),
            amount: try row.next(Int64?.self).map { Won($0) })
    }
}
