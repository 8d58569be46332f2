import Hometown

/// 접히지 않은 기부. What has become of the donations that stand since takings were folded, as SQL.
/// With what is folded of the years it says what stands now, without a look at every donation.
enum GiftTail {
    /// The common table expressions of `LogTail`, and `change (sign, project_id, amount)`: a
    /// donation that was recorded since counts as it stands; one that was folded, and of which
    /// something was said since, as it stands less as it stood.
    static let sql = """
        \(LogTail.sql(from: "(SELECT log_size FROM takings_head)", until: "NULL::bigint")),
        change (sign, project_id, amount) AS MATERIALIZED (
            SELECT 1::bigint, gift.project_id, gift.amount
            FROM bounds
            CROSS JOIN LATERAL (
                SELECT donation.entry_id, donation.project_id, donation.amount
                FROM donation
                WHERE donation.entry_id BETWEEN bounds.first AND bounds.last
                    AND \(counts) AND \(Settlement.isEven())
                OFFSET 0
            ) AS gift
            WHERE gift.entry_id IN (SELECT entry_id FROM waiting)
            UNION ALL
            SELECT step.after - step.before, gift.project_id, gift.amount
            FROM (
                SELECT DISTINCT settled.donation_id
                FROM bounds
                CROSS JOIN LATERAL (
                    SELECT settlement.entry_id, settlement.donation_id
                    FROM settlement
                    WHERE settlement.entry_id BETWEEN bounds.first AND bounds.last
                    OFFSET 0
                ) AS settled
                WHERE settled.entry_id IN (SELECT entry_id FROM waiting)
            ) AS said
            CROSS JOIN LATERAL (
                SELECT donation.entry_id, donation.id, donation.project_id, donation.amount
                FROM donation
                WHERE donation.id = said.donation_id AND \(counts)
                LIMIT 1
            ) AS gift
            CROSS JOIN LATERAL (
                SELECT 1 - count(*) % 2 AS after,
                    1 - count(*) FILTER (WHERE settlement.entry_id
                        NOT IN (SELECT entry_id FROM waiting)) % 2 AS before
                FROM settlement
                WHERE settlement.donation_id = gift.id
            ) AS step
            WHERE gift.entry_id NOT IN (SELECT entry_id FROM waiting)
        )
        """

    private static let counts = "donation.disputed IS NULL AND donation.unlawful_ground IS NULL"
}
