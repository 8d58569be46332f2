import Hometown

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

    /// The common table expressions of `LogTail`, and
    /// `change (project_id, gifts, amount, undisclosed)`: a donation that was recorded since the
    /// fold counts as it stands; one that was folded, and of which something was said since, as it
    /// stands less as it stood.
    static let tail = """
        \(LogTail.sql(from: "(SELECT log_size FROM takings_head)", until: "NULL::bigint")),
        change (project_id, gifts, amount, undisclosed) AS MATERIALIZED (
            SELECT gift.project_id, 1::bigint, coalesce(gift.amount, 0),
                CASE WHEN gift.amount IS NULL THEN 1::bigint ELSE 0 END
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
            SELECT gift.project_id, step.gifts, step.gifts * coalesce(gift.amount, 0),
                CASE WHEN gift.amount IS NULL THEN step.gifts ELSE 0 END
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
                SELECT count(*) FILTER (WHERE settlement.entry_id
                        NOT IN (SELECT entry_id FROM waiting)) % 2 - count(*) % 2 AS gifts
                FROM settlement
                WHERE settlement.donation_id = gift.id
            ) AS step
            WHERE gift.entry_id NOT IN (SELECT entry_id FROM waiting)
        )
        """

    private static let counts = "donation.disputed IS NULL AND donation.unlawful_ground IS NULL"
}
