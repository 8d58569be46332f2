import Hometown
import Postgres

/// What stands, by public persons and by everybody else. Whose name was erased is private again.
///
/// Everybody may ask, so nobody's gifts are added up for it but those of public persons, who are
/// few: all that stands is what is rolled up by year, with what the log gained since. From that the
/// public persons' part is taken away.
struct CountGifts: Statement {
    static let sql = """
        WITH \(StandingGifts.tail), \(standing), \(published)
        SELECT published.gifts, published.amount, published.undisclosed,
            standing.gifts - published.gifts, standing.amount - published.amount,
            standing.undisclosed - published.undisclosed, published.disputed
        FROM standing
        CROSS JOIN published
        """

    private static let standing = """
        standing AS MATERIALIZED (
            SELECT coalesce(sum(gifts), 0)::bigint AS gifts,
                coalesce(sum(amount), 0)::bigint AS amount,
                coalesce(sum(undisclosed), 0)::bigint AS undisclosed
            FROM (
                \(StandingGifts.folded(TakingsReading.all))
                UNION ALL
                SELECT NULL, gifts, amount, undisclosed FROM change
            ) AS part
        )
        """

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
                    AND \(NamedGift.holds)
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
            AND \(NamedGift.holds)
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
