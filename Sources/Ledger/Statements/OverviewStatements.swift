import Hometown
import Postgres

/// What stands, by public persons and by everybody else. Whose name was erased is private again.
///
/// Everybody may ask, so nobody's gifts are added up for it but those of public persons, who are
/// few: all that stands is what is rolled up by year, with what the log gained since. From that the
/// public persons' part is taken away.
struct CountGifts: Statement {
    static let sql = """
        WITH \(LogTail.sql(from: "(SELECT log_size FROM takings_head)", until: "NULL::bigint")),
        \(standing), \(published)
        SELECT published.gifts, published.amount, published.undisclosed,
            standing.gifts - published.gifts, standing.amount - published.amount,
            standing.undisclosed - published.undisclosed, published.disputed
        FROM standing
        CROSS JOIN published
        """

    /// A donation that was recorded since the fold counts as it stands; one that was folded, and of
    /// which something was said since, as it stands less as it stood.
    private static let standing = """
        standing AS MATERIALIZED (
            SELECT coalesce(sum(gifts), 0)::bigint AS gifts,
                coalesce(sum(amount), 0)::bigint AS amount,
                coalesce(sum(undisclosed), 0)::bigint AS undisclosed
            FROM (
                SELECT element.gifts::bigint, element.amount, element.undisclosed::bigint
                FROM takings
                CROSS JOIN LATERAL unnest(
                    takings.facets, takings.gifts, takings.amounts, takings.undisclosed)
                    AS element (facet, gifts, amount, undisclosed)
                WHERE takings.span = 'year' AND takings.recipient_id = 0 AND element.facet = 0
                UNION ALL
                SELECT change.sign, change.sign * coalesce(change.amount, 0),
                    CASE WHEN change.amount IS NULL THEN change.sign ELSE 0 END
                FROM (
                    SELECT 1 AS sign, gift.amount
                    FROM bounds
                    CROSS JOIN LATERAL (
                        SELECT donation.entry_id, donation.amount
                        FROM donation
                        WHERE donation.entry_id BETWEEN bounds.first AND bounds.last
                            AND \(counts) AND \(Settlement.isEven())
                        OFFSET 0
                    ) AS gift
                    WHERE gift.entry_id IN (SELECT entry_id FROM waiting)
                    UNION ALL
                    SELECT step.after - step.before, gift.amount
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
                        SELECT donation.entry_id, donation.id, donation.amount
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
                ) AS change
            ) AS part
        )
        """

    private static let counts = "donation.disputed IS NULL AND donation.unlawful_ground IS NULL"

    private static let published = """
        published AS MATERIALIZED (
            SELECT count(*) FILTER (WHERE gift.disputed IS NULL) AS gifts,
                coalesce(sum(gift.amount) FILTER (WHERE gift.disputed IS NULL), 0)::bigint
                    AS amount,
                count(*) FILTER (WHERE gift.disputed IS NULL AND gift.amount IS NULL)
                    AS undisclosed,
                count(*) FILTER (WHERE gift.disputed IS NOT NULL) AS disputed
            FROM person
            JOIN personal ON personal.entry_id = person.entry_id
            CROSS JOIN LATERAL (
                SELECT donation.amount, donation.disputed
                FROM donation
                WHERE donation.donor_id = person.donor_id
                    AND (person.id = person.donor_id OR donation.origin = 'reported')
                    AND donation.unlawful_ground IS NULL AND \(Settlement.isEven())
                OFFSET 0
            ) AS gift
            WHERE personal.fields ? 'name_ko'
        )
        """

    static func decode(_ row: inout RowReader) throws -> Overview.Gifts {
        Overview.Gifts(
            published: try tally(&row), personal: try tally(&row), disputed: try row.next())
    }

    private static func tally(_ row: inout RowReader) throws -> Facts.Tally {
        Facts.Tally(
            count: try row.next(), amount: Won(try row.next()), undisclosed: try row.next())
    }
}

/// Tables of hundreds of rows, which nobody counts twice while the book stays the same.
struct CountBook: Statement {
    static let sql = """
        SELECT (SELECT count(*) FROM agreement), (SELECT count(*) FROM exchange),
            (SELECT count(*) FROM participation),
            (SELECT count(*) FROM followed_nomination
                WHERE answered_by IS NULL AND coalesce(reply, 'accepted') = 'accepted')
        """

    static func decode(_ row: inout RowReader) throws -> Overview.Counts {
        Overview.Counts(
            agreements: try row.next(), exchanges: try row.next(), runs: try row.next(),
            openNominations: try row.next())
    }
}

/// Which of these donations are of public persons whose names stand.
struct FindPublished: Statement {
    static let sql = """
        SELECT donation.id
        FROM donation
        JOIN person ON person.donor_id = donation.donor_id
            AND (person.id = person.donor_id OR donation.origin = 'reported')
        JOIN personal ON personal.entry_id = person.entry_id
        WHERE donation.id = ANY ($1::uuid[]) AND personal.fields ? 'name_ko'
        """
    let donations: [Identifier]

    func bind(to parameters: inout Parameters) {
        parameters.append(donations)
    }

    static func decode(_ row: inout RowReader) throws -> Identifier {
        try row.next()
    }
}
