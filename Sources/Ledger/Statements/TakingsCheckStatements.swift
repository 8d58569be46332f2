import Hometown
import Postgres

/// 집계 점검. The roll-up of the folded size held against the donations themselves: every figure is
/// aggregated once more, table by table, by a text that shares nothing with the one that folds.
///
/// The fold goes from entry to entry and looks each up by its key. Of a whole ledger that would be
/// as many look-ups as there are donations, so here whole tables are joined and grouped.
struct CheckTakings: Statement {
    /// Room for the hash tables of a few million donations; what is more goes to disk.
    static let workMemory = "64MB"

    static let sql = """
        WITH head AS MATERIALIZED (SELECT log_size FROM takings_head),
        \(gifts), \(parts), \(people), \(wanted), \(kept),
        compared AS (
            SELECT span, starts_on, recipient_id, facet, member, sum(gifts) AS gifts,
                sum(amount) AS amount, sum(undisclosed) AS undisclosed
            FROM (
                SELECT wanted.* FROM wanted
                UNION ALL
                SELECT span, starts_on, recipient_id, facet, member, -gifts, -amount, -undisclosed
                FROM kept
            ) AS both_sides
            GROUP BY span, starts_on, recipient_id, facet, member
        ),
        wrong AS MATERIALIZED (
            SELECT span, starts_on, recipient_id, facet, member, gifts, amount, undisclosed
            FROM compared
            WHERE gifts <> 0 OR amount <> 0 OR undisclosed <> 0
        )
        SELECT head.log_size, (SELECT count(*) FROM kept), (SELECT count(*) FROM wrong),
            first.span, first.starts_on, first.recipient_id, first.facet, first.member,
            first.gifts::bigint, first.amount::bigint, first.undisclosed::bigint
        FROM head
        LEFT JOIN LATERAL (
            SELECT wrong.*
            FROM wrong
            ORDER BY starts_on, span, recipient_id, facet, member
            LIMIT 1
        ) AS first ON true
        """

    /// Donations that stand: in the log, lawful, undisputed and settled an even number of times.
    private static let gifts = """
        sealed AS MATERIALIZED (
            SELECT leaf.entry_id, leaf.log_index
            FROM leaf
            WHERE leaf.log_index < (SELECT log_size FROM head)
        ),
        edition AS MATERIALIZED (
            SELECT entry_id AS number,
                CASE WHEN row_number() OVER placed > 1
                    THEN coalesce(log_index, \(Int64.max)) END AS after,
                lead(log_index) OVER placed AS through
            FROM government_edition
            LEFT JOIN leaf USING (entry_id)
            WINDOW placed AS (ORDER BY log_index, entry_id)
        ),
        gone AS MATERIALIZED (
            SELECT settlement.donation_id
            FROM settlement
            JOIN sealed USING (entry_id)
            GROUP BY settlement.donation_id
            HAVING count(*) % 2 = 1
        ),
        linked AS MATERIALIZED (
            SELECT DISTINCT ON (leg_donation.donation_id) leg_donation.donation_id,
                leg.giver_id
            FROM leg_donation
            JOIN sealed USING (entry_id)
            LEFT JOIN leg ON leg.id = leg_donation.leg_id
            ORDER BY leg_donation.donation_id, leg_donation.revision DESC
        ),
        parted AS MATERIALIZED (
            SELECT donor_parting.joining_id
            FROM donor_parting
            JOIN sealed USING (entry_id)
            WHERE (counts_from >= (SELECT log_size FROM head)) IS NOT TRUE
        ),
        joined AS MATERIALIZED (
            SELECT DISTINCT ON (donor_joining.donor_id) donor_joining.donor_id,
                person.donor_id AS human
            FROM donor_joining
            JOIN sealed USING (entry_id)
            JOIN person ON person.id = donor_joining.person_id
            LEFT JOIN parted ON parted.joining_id = donor_joining.id
            WHERE parted.joining_id IS NULL
            ORDER BY donor_joining.donor_id, donor_joining.turn
        ),
        gift AS MATERIALIZED (
            SELECT coalesce(joined.human, donation.donor_id) AS human,
                donation.recipient_id, donation.donated_on,
                array_position(ARRAY['day', NULL, 'month', NULL, 'year', 'on_or_before'],
                    donation.date_precision) AS known, donation.amount, donation.channel,
                CASE donation.channel WHEN 'private_platform' THEN
                    CASE WHEN donation.channel_name IS NULL THEN 0
                        ELSE platform_number(donation.channel_name) END END AS platform,
                coalesce(donation.purpose, project.purpose, 0) AS purpose,
                project.entry_id AS project,
                CASE
                    WHEN personal.fields ->> 'residence' = 'none' THEN -1
                    WHEN coalesce(residence.id, region_kept.region_id, 0) > 0 THEN
                        metropolitan_on(
                            coalesce(residence.id, region_kept.region_id), donation.donated_on,
                            edition.number)
                    ELSE coalesce(region_kept.region_id, 0)
                    END AS region,
                coalesce(linked.giver_id, donation.giver_id) AS giver,
                CASE
                    WHEN donation.gift_kind = 'local_product' THEN 1
                    WHEN donation.gift_kind = 'local_voucher' THEN 2
                    WHEN donation.gift_kind = 'by_ordinance' THEN 3
                    WHEN donation.gift_kind IS NOT NULL THEN 4
                    WHEN coalesce(donation.gift_value, 0) <> 0 THEN 4
                    WHEN donation.gift_wanted IS FALSE THEN 9
                    END AS gift,
                coalesce(donation.gift_value, 0) AS gift_value
            FROM donation
            JOIN sealed USING (entry_id)
            LEFT JOIN edition ON (sealed.log_index > edition.after) IS NOT FALSE
                AND (sealed.log_index <= edition.through) IS NOT FALSE
            LEFT JOIN gone ON gone.donation_id = donation.id
            LEFT JOIN linked ON linked.donation_id = donation.id
            LEFT JOIN joined ON joined.donor_id = donation.donor_id
            LEFT JOIN project ON project.id = donation.project_id
            LEFT JOIN personal ON personal.entry_id = donation.entry_id
            LEFT JOIN region_kept ON region_kept.entry_id = donation.entry_id
            LEFT JOIN government AS residence
                ON residence.code = personal.fields ->> 'residence'
            WHERE gone.donation_id IS NULL AND donation.disputed IS NULL
                AND donation.unlawful_ground IS NULL
        )
        """

    /// Sums of a day, facet by facet: a government by itself has its total and its givers.
    private static let parts = """
        daily AS MATERIALIZED (
            SELECT donated_on, known, recipient_id, 0 AS facet, 0::bigint AS member,
                count(*) AS gifts, coalesce(sum(amount), 0) AS amount,
                count(*) - count(amount) AS undisclosed
            FROM gift
            GROUP BY donated_on, known, recipient_id
            UNION ALL
            SELECT donated_on, known, recipient_id, 6, giver, count(*), coalesce(sum(amount), 0),
                count(*) - count(amount)
            FROM gift
            WHERE giver IS NOT NULL
            GROUP BY donated_on, known, recipient_id, giver
            UNION ALL
            SELECT donated_on, known, 0, 1,
                coalesce(array_position(
                    ARRAY['state_system', 'bank_counter', 'private_platform', 'public_place'],
                    channel), 0),
                count(*), coalesce(sum(amount), 0), count(*) - count(amount)
            FROM gift
            GROUP BY donated_on, known, 5
            UNION ALL
            SELECT donated_on, known, 0, 2, purpose, count(*), coalesce(sum(amount), 0),
                count(*) - count(amount)
            FROM gift
            GROUP BY donated_on, known, purpose
            UNION ALL
            SELECT donated_on, known, 0, 3, project, count(*), coalesce(sum(amount), 0),
                count(*) - count(amount)
            FROM gift
            WHERE project IS NOT NULL
            GROUP BY donated_on, known, project
            UNION ALL
            SELECT donated_on, known, 0, 4,
                coalesce(1 + width_bucket(
                    amount, ARRAY[100000, 100001, 200001, 1000000, 5000000]::bigint[]), 0),
                count(*), coalesce(sum(amount), 0), count(*) - count(amount)
            FROM gift
            GROUP BY donated_on, known, 5
            UNION ALL
            SELECT donated_on, known, 0, 5, region, count(*), coalesce(sum(amount), 0),
                count(*) - count(amount)
            FROM gift
            GROUP BY donated_on, known, region
            UNION ALL
            SELECT donated_on, known, 0, 7, gift, count(*), sum(gift_value), 0
            FROM gift
            WHERE gift IS NOT NULL
            GROUP BY donated_on, known, gift
            UNION ALL
            SELECT donated_on, known, 0, 9, least(known, 5), count(*), coalesce(sum(amount), 0),
                count(*) - count(amount)
            FROM gift
            WHERE known > 1
            GROUP BY donated_on, known
            UNION ALL
            SELECT donated_on, known, 0, 10, platform, count(*), coalesce(sum(amount), 0),
                count(*) - count(amount)
            FROM gift
            WHERE platform IS NOT NULL
            GROUP BY donated_on, known, platform
        )
        """

    /// Donors of a span, those whose first gift lies in it, and those at the cap of a year: a human
    /// once, under however many keys.
    private static let people = """
        presence AS MATERIALIZED (
            SELECT human, recipient_id, donated_on, known FROM gift GROUP BY 1, 2, 3, 4
        ),
        present AS MATERIALIZED (
            SELECT DISTINCT human, 0 AS recipient_id, donated_on, known FROM presence
            UNION ALL
            SELECT human, recipient_id, donated_on, known FROM presence
        ),
        donors AS (
            SELECT span, starts_on, recipient_id, 1 AS member, count(*) AS gifts
            FROM (
                SELECT DISTINCT human, recipient_id, span,
                    date_trunc(span, donated_on::timestamp)::date AS starts_on
                FROM present
                CROSS JOIN LATERAL \(spans)
            ) AS donor
            GROUP BY span, starts_on, recipient_id
            UNION ALL
            SELECT span, date_trunc(span, first_on::timestamp)::date, recipient_id, 2, count(*)
            FROM (
                SELECT DISTINCT ON (human, recipient_id) recipient_id, donated_on AS first_on,
                    known
                FROM present
                ORDER BY human, recipient_id, donated_on, least(known, 5)
            ) AS newcomer
            CROSS JOIN LATERAL \(spans)
            GROUP BY 1, 2, 3
            UNION ALL
            SELECT 'year', starts_on, 0, 3, count(*)
            FROM (
                SELECT date_trunc('year', donated_on::timestamp)::date AS starts_on
                FROM gift
                GROUP BY human, date_trunc('year', donated_on::timestamp)
                HAVING coalesce(sum(amount), 0) >= annual_cap(
                    extract(year FROM date_trunc('year', min(donated_on)::timestamp))::int)
            ) AS capped
            GROUP BY starts_on
        )
        """

    /// Spans that hold all of what is `known` of a date; see `WhatCameIn`.
    private static let spans = """
        (SELECT span
            FROM (VALUES ('day', 1), ('week', 1), ('month', 3), ('quarter', 3), ('year', 6))
                AS spans (span, most)
            WHERE known <= most) AS span
        """

    private static let wanted = """
        wanted AS (
            SELECT span, date_trunc(span, donated_on::timestamp)::date AS starts_on,
                line.recipient_id::bigint AS recipient_id, facet, member,
                sum(gifts) AS gifts, sum(amount) AS amount, sum(undisclosed) AS undisclosed
            FROM daily
            CROSS JOIN LATERAL (
                SELECT daily.recipient_id
                UNION ALL
                SELECT 0 WHERE daily.recipient_id <> 0
            ) AS line
            CROSS JOIN LATERAL \(spans)
            GROUP BY 1, 2, 3, 4, 5
            UNION ALL
            SELECT span, starts_on, recipient_id, 8, member, gifts, 0, 0 FROM donors
        )
        """

    private static let kept = """
        kept AS MATERIALIZED (
            SELECT takings.span, takings.starts_on, takings.recipient_id, element.facet,
                element.member, element.gifts, element.amount, element.undisclosed
            FROM takings
            CROSS JOIN LATERAL unnest(
                takings.facets, takings.members, takings.gifts, takings.amounts,
                takings.undisclosed) AS element (facet, member, gifts, amount, undisclosed)
        )
        """

    static func decode(_ row: inout RowReader) throws -> TakingsCheck {
        TakingsCheck(
            logSize: try row.next(), figures: try row.next(), faults: try row.next(),
            first: try TakingsCheck.Place(row: &row))
    }
}

extension TakingsCheck.Place {
    /// `nil` when no figure is wrong.
    fileprivate init?(row: inout RowReader) throws {
        let span: String? = try row.next()
        let (startsOn, recipient): (CivilDate?, Int64?) = (try row.next(), try row.next())
        let (facet, member): (Int32?, Int64?) = (try row.next(), try row.next())
        let (gifts, amount): (Int64?, Int64?) = (try row.next(), try row.next())
        let undisclosed: Int64? = try row.next()
        guard let span, let startsOn, let recipient, let facet, let member, let gifts,
            let amount, let undisclosed
        else { return nil }
        self.init(
            span: span, startsOn: startsOn, recipient: recipient, facet: facet, member: member,
            missing: Facts.Tally(count: gifts, amount: Won(amount), undisclosed: undisclosed))
    }
}
