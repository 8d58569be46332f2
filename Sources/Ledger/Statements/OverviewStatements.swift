import Hometown
import Postgres

/// What stands, by public persons and by everybody else. Whose name was erased is private again.
struct CountGifts: Statement {
    static let sql = """
        WITH gift AS (
            SELECT amount, disputed,
                named.id IS NOT NULL
                    AND (named.id = named.donor_id OR origin = 'reported') AS published
            FROM donation
            LEFT JOIN (
                SELECT person.id, person.donor_id
                FROM person
                JOIN personal ON personal.entry_id = person.entry_id
                WHERE personal.fields ? 'name_ko'
            ) AS named ON named.donor_id = donation.donor_id
            WHERE unlawful_ground IS NULL
                AND \(Settlement.isEven())
        )
        SELECT
            count(*) FILTER (WHERE published AND disputed IS NULL),
            coalesce(sum(amount) FILTER (WHERE published AND disputed IS NULL), 0)::bigint,
            count(*) FILTER (WHERE published AND disputed IS NULL AND amount IS NULL),
            count(*) FILTER (WHERE NOT published AND disputed IS NULL),
            coalesce(sum(amount) FILTER (WHERE NOT published AND disputed IS NULL), 0)::bigint,
            count(*) FILTER (WHERE NOT published AND disputed IS NULL AND amount IS NULL),
            count(*) FILTER (WHERE published AND disputed IS NOT NULL)
        FROM gift
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
