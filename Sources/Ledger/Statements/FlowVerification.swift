/// 흐름 검증. Questions that find what is wrong in the roll-up of flows, each answered by one line of
/// text or none. All are asked in one snapshot, so that what waits for the fold is seen as it is.
enum FlowVerification {
    static let questions = [strangeHead, strangeDays, strangeSums, strangeMends]

    /// More is folded than the log holds.
    private static let strangeHead = """
        COPY (
            SELECT log_size FROM flow_head, tree_head WHERE log_size > size
        ) TO STDOUT
        """

    /// The first day on which what is folded and what waits do not come to what stands.
    private static let strangeDays = """
        COPY (
            WITH \(FlowTail.sql(until: "NULL::bigint")),
            kept AS (
                SELECT starts_on AS day, giver_id, recipient_id, sum(gifts) AS gifts,
                    sum(amount) AS amount, sum(undisclosed) AS undisclosed
                FROM (
                    SELECT flow.starts_on, flow.giver_id, element.*
                    FROM flow
                    CROSS JOIN LATERAL
                        unnest(flow.recipients, flow.gifts, flow.amounts, flow.undisclosed)
                        AS element (recipient_id, gifts, amount, undisclosed)
                    WHERE flow.span = 'day'
                    UNION ALL
                    SELECT donated_on, giver_id, recipient_id, gifts, amount, undisclosed
                    FROM delta
                ) AS part
                GROUP BY starts_on, giver_id, recipient_id
                HAVING (sum(gifts), sum(amount), sum(undisclosed)) <> (0, 0, 0)
            ),
            due AS (
                SELECT donated_on AS day, giver_id, recipient_id, count(*) AS gifts,
                    coalesce(sum(amount), 0) AS amount,
                    count(*) FILTER (WHERE amount IS NULL) AS undisclosed
                FROM flow_standing
                WHERE giver_id IS NOT NULL
                GROUP BY donated_on, giver_id, recipient_id
            )
            SELECT day, giver_id, recipient_id
            FROM due
            FULL JOIN kept USING (day, giver_id, recipient_id)
            WHERE (due.gifts, due.amount, due.undisclosed)
                IS DISTINCT FROM (kept.gifts, kept.amount, kept.undisclosed)
            ORDER BY 1, 2, 3
            LIMIT 1
        ) TO STDOUT
        """

    /// The first month or year that is not the sum of its days.
    private static let strangeSums = """
        COPY (
            WITH element AS (
                SELECT span, starts_on, giver_id, part.*
                FROM flow
                CROSS JOIN LATERAL unnest(recipients, gifts, amounts, undisclosed)
                    AS part (recipient_id, gifts, amount, undisclosed)
            ),
            due AS (
                SELECT longer.span,
                    date_trunc(longer.span, starts_on::timestamp)::date AS starts_on,
                    giver_id, recipient_id, sum(gifts) AS gifts, sum(amount) AS amount,
                    sum(undisclosed) AS undisclosed
                FROM element
                CROSS JOIN unnest(ARRAY['month', 'year']) AS longer (span)
                WHERE element.span = 'day'
                GROUP BY 1, 2, 3, 4
            )
            SELECT span, starts_on, giver_id, recipient_id
            FROM due
            FULL JOIN (SELECT * FROM element WHERE span <> 'day') AS kept
                USING (span, starts_on, giver_id, recipient_id)
            WHERE (due.gifts, due.amount, due.undisclosed)
                IS DISTINCT FROM (kept.gifts, kept.amount, kept.undisclosed)
            ORDER BY 2, 1, 3, 4
            LIMIT 1
        ) TO STDOUT
        """

    /// The first donation of which another fold would take away something else than was folded.
    /// Only what was said of a donation after its own entry can differ from that.
    private static let strangeMends = """
        COPY (
            WITH \(FlowTail.sql(until: "NULL::bigint")),
            mended AS (
                SELECT entry_id FROM flow_mend
                UNION
                SELECT donation.entry_id
                FROM settlement
                JOIN donation ON donation.id = settlement.donation_id
                UNION
                SELECT donation.entry_id
                FROM leg_donation
                JOIN donation ON donation.id = leg_donation.donation_id
                WHERE leg_donation.entry_id <> donation.entry_id
            )
            SELECT mended.entry_id
            FROM mended
            LEFT JOIN flow_mend AS kept ON kept.entry_id = mended.entry_id
            LEFT JOIN flow_recorded AS said
                ON said.entry_id = mended.entry_id AND said.giver_id IS NOT NULL
            LEFT JOIN flow_standing AS now
                ON now.entry_id = mended.entry_id AND now.giver_id IS NOT NULL
            WHERE NOT EXISTS (SELECT FROM touched WHERE touched.entry_id = mended.entry_id)
                AND (CASE WHEN kept.entry_id IS NULL
                    THEN ROW (said.giver_id, said.recipient_id, said.donated_on, said.amount)
                    ELSE ROW (kept.giver_id, kept.recipient_id, kept.donated_on, kept.amount) END)
                IS DISTINCT FROM ROW (now.giver_id, now.recipient_id, now.donated_on, now.amount)
            ORDER BY 1
            LIMIT 1
        ) TO STDOUT
        """
}
