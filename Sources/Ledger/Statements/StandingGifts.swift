/// 유효 기부. What stands at this moment, as SQL, without a look at every donation: what is folded of
/// the years of the takings, and what has become of the donations since.
enum StandingGifts {
    /// Rows of `(member, gifts, amount, undisclosed)`, one for each year and member of a facet.
    static func folded(_ facet: Int32) -> String {
        """
        SELECT element.member, element.gifts::bigint, element.amount, element.undisclosed::bigint
        FROM takings
        CROSS JOIN LATERAL unnest(
            takings.facets, takings.members, takings.gifts, takings.amounts, takings.undisclosed)
            AS element (facet, member, gifts, amount, undisclosed)
        WHERE takings.span = 'year' AND takings.recipient_id = 0
            AND element.facet = \(facet)
        """
    }

    private static let fresh = LogTail(
        from: "(SELECT log_size FROM takings_head)", until: "NULL::bigint")

    /// The common table expressions of `LogTail`, and
    /// `change (project_id, gifts, amount, undisclosed)`: donations that were recorded since the
    /// fold, and what was said since of any, as the step between what it was and what it is.
    static let tail = """
        \(fresh.bounds),
        change (project_id, gifts, amount, undisclosed) AS MATERIALIZED (
            SELECT gift.project_id, count(*), coalesce(sum(gift.amount), 0)::bigint,
                count(*) - count(gift.amount)
            FROM bounds
            CROSS JOIN LATERAL (
                SELECT donation.project_id, donation.amount
                FROM donation
                WHERE donation.entry_id BETWEEN bounds.first AND bounds.last
                    AND \(counts) AND \(fresh.holds("donation.entry_id"))
                OFFSET 0
            ) AS gift
            GROUP BY gift.project_id
            UNION ALL
            SELECT gift.project_id, step.gifts, step.gifts * coalesce(gift.amount, 0),
                CASE WHEN gift.amount IS NULL THEN step.gifts ELSE 0 END
            FROM (
                SELECT DISTINCT settled.donation_id
                FROM bounds
                CROSS JOIN LATERAL (
                    SELECT settlement.donation_id
                    FROM settlement
                    WHERE settlement.entry_id BETWEEN bounds.first AND bounds.last
                        AND \(fresh.holds("settlement.entry_id"))
                    OFFSET 0
                ) AS settled
            ) AS said
            CROSS JOIN LATERAL (
                SELECT donation.id, donation.project_id, donation.amount
                FROM donation
                WHERE donation.id = said.donation_id AND \(counts)
                LIMIT 1
            ) AS gift
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE NOT \(fresh.holds("settlement.entry_id"))) % 2
                    - count(*) % 2 AS gifts
                FROM settlement
                WHERE settlement.donation_id = gift.id
            ) AS step
        )
        """

    private static let counts = "donation.disputed IS NULL AND donation.unlawful_ground IS NULL"
}
