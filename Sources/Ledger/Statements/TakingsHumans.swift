/// 한 사람. Which donors are one human at two sizes of a log, as SQL. A donor who was joined to a
/// person is that human from the joining to its parting, and his own before and after; of several
/// joinings the first that holds counts. A human who is several donors bears the name of the
/// person's own.
enum TakingsHumans {
    /// Common table expressions after `bounds (low, high)`, `ends` and `sides`, the last of which
    /// is `donor (id, was, human)`: whose gifts are touched, and who was joined or parted between
    /// the two sizes, with everybody who is the same human at either. Who is among them but changed
    /// in nothing is in it on both sides and adds nothing.
    static let sql = """
        moved (id) AS MATERIALIZED (
            SELECT donor_id FROM sides
            UNION
            SELECT word.donor_id
            \(TakingsWords.fresh(ofDonors))
            UNION
            SELECT donor_joining.donor_id
            FROM bounds
            JOIN donor_parting ON donor_parting.counts_from >= bounds.low
                AND donor_parting.counts_from < bounds.high
            JOIN donor_joining ON donor_joining.id = donor_parting.joining_id
        ),
        placed (id, was, human) AS MATERIALIZED (
            SELECT moved.id, \(human(of: "moved.id", at: "bounds.low")),
                \(human(of: "moved.id", at: "bounds.high"))
            FROM moved
            CROSS JOIN bounds
        ),
        humans (id) AS MATERIALIZED (
            SELECT was FROM placed UNION SELECT human FROM placed
        ),
        near (id) AS MATERIALIZED (
            SELECT id FROM humans WHERE \(anyJoining)
            UNION
            SELECT joined.donor_id
            FROM humans
            CROSS JOIN LATERAL (
                SELECT donor_joining.donor_id
                FROM person
                JOIN donor_joining ON donor_joining.person_id = person.id
                WHERE person.donor_id = humans.id
                OFFSET 0
            ) AS joined
            WHERE \(anyJoining)
            EXCEPT
            SELECT id FROM placed WHERE \(anyJoining)
        ),
        donor (id, was, human) AS MATERIALIZED (
            SELECT id, was, human FROM placed
            UNION ALL
            SELECT near.id, \(human(of: "near.id", at: "bounds.low")),
                \(human(of: "near.id", at: "bounds.high"))
            FROM near
            CROSS JOIN bounds
        )
        """

    private static let ofDonors = """
        SELECT donor_joining.donor_id, donor_joining.entry_id
        FROM donor_joining
        WHERE donor_joining.entry_id BETWEEN ends.first_entry AND ends.last_entry
        UNION ALL
        SELECT donor_joining.donor_id, donor_parting.entry_id
        FROM donor_parting
        JOIN donor_joining ON donor_joining.id = donor_parting.joining_id
        WHERE donor_parting.entry_id BETWEEN ends.first_entry AND ends.last_entry
        """

    /// Asked once a statement: where nobody was ever joined, nothing is looked up for anybody.
    private static let anyJoining = "(SELECT EXISTS (SELECT FROM donor_joining))"

    /// - Parameters:
    ///   - donor: SQL of a donor's id.
    ///   - size: SQL of a size of the log.
    private static func human(of donor: String, at size: String) -> String {
        """
        CASE WHEN \(anyJoining) THEN coalesce(
            (SELECT person.donor_id
                FROM donor_joining AS joining
                JOIN person ON person.id = joining.person_id
                WHERE joining.donor_id = \(donor)
                    AND (SELECT leaf.log_index FROM leaf
                        WHERE leaf.entry_id = joining.entry_id) < \(size)
                    AND NOT EXISTS (
                        SELECT FROM donor_parting AS parting
                        WHERE parting.joining_id = joining.id
                            AND (parting.counts_from < \(size)) IS NOT FALSE
                            AND (SELECT leaf.log_index FROM leaf
                                WHERE leaf.entry_id = parting.entry_id) < \(size))
                ORDER BY joining.turn
                LIMIT 1), \(donor))
            ELSE \(donor) END
        """
    }
}
