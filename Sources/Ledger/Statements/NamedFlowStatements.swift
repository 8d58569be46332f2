import Hometown
import Postgres

/// 이름이 공개된 기부. How much of what governments gave each other came from people who are named in
/// public, by the part of the log that a report sees. A date counts where the takings count it: in
/// a time that holds all it may stand for.
struct CountNamedFlows: Statement {
    static let sql = """
        SELECT gift.giver_id, gift.recipient_id, count(*) FILTER (WHERE gift.first >= $2::date),
            count(*)
        FROM (
            SELECT coalesce(
                    (SELECT leg.giver_id
                        FROM leg
                        WHERE leg.id = (
                            SELECT leg_donation.leg_id
                            FROM leg_donation
                            WHERE leg_donation.donation_id = given.id
                                AND \(LogPart.holds("leg_donation.entry_id", until: "$1::bigint"))
                            ORDER BY leg_donation.revision DESC
                            LIMIT 1)),
                    given.giver_id) AS giver_id,
                given.recipient_id, span.first, (span.first + span.length)::date - 1 AS last
            FROM person
            CROSS JOIN LATERAL (
                SELECT donation.id, donation.giver_id, donation.recipient_id, donation.donated_on,
                    donation.date_precision
                FROM donation
                WHERE donation.donor_id = person.donor_id
                    AND \(NamedGift.holds)
                    AND donation.donated_on <= $3::date
                    AND ($4::smallint[] IS NULL
                        OR donation.recipient_id = ANY ($4::smallint[])
                            AND donation.origin = 'intake')
                    AND donation.disputed IS NULL AND donation.unlawful_ground IS NULL
                    AND \(LogPart.holds("donation.entry_id", until: "$1::bigint"))
                    AND \(Settlement.isEven(until: "$1::bigint"))
                OFFSET 0
            ) AS given
            CROSS JOIN LATERAL (
                SELECT date_trunc(unit, given.donated_on::timestamp)::date AS first,
                    ('1 ' || unit)::interval AS length
                FROM (VALUES (\(TakingsDelta.finestSpan))) AS known (unit)
            ) AS span
            WHERE \(LogPart.holds("person.entry_id", until: "$1::bigint"))
        ) AS gift
        WHERE gift.giver_id IS NOT NULL AND gift.last <= $3::date
        GROUP BY gift.giver_id, gift.recipient_id
        """
    let logSize: Int64
    let days: ClosedRange<CivilDate>
    /// What these governments took in themselves; `nil` for everything.
    let governments: [Int16]?

    struct Row: Sendable {
        let giver: Int16
        let recipient: Int16
        /// In the days asked for, and to the end of them.
        let added: Int64
        let total: Int64
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(days.lowerBound)
        parameters.append(days.upperBound)
        parameters.append(array: governments)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            giver: try row.next(), recipient: try row.next(), added: try row.next(),
            total: try row.next())
    }
}
