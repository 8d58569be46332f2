/// 말. What entries between two sizes of a log say of things that stand before them, as SQL. Such
/// entries are few: they are looked for among the numbers of what is fresh, not one by one for each
/// of those.
enum TakingsWords {
    /// Common table expressions after `bounds (low, high)` and `fresh (entry_id, log_index)`:
    /// between which numbers entries are fresh, and of which donations they say something.
    static let sql = """
        ends (first_entry, last_entry) AS MATERIALIZED (
            SELECT min(entry_id), max(entry_id) FROM fresh
        ),
        said (donation_id) AS MATERIALIZED (
            SELECT DISTINCT word.donation_id
            \(fresh(ofDonations))
        )
        """

    private static let ofDonations = """
        SELECT settlement.donation_id, settlement.entry_id
        FROM settlement
        WHERE settlement.entry_id BETWEEN ends.first_entry AND ends.last_entry
        UNION ALL
        SELECT leg_donation.donation_id, leg_donation.entry_id
        FROM leg_donation
        WHERE leg_donation.entry_id BETWEEN ends.first_entry AND ends.last_entry
        """

    /// The words of fresh entries: `FROM` and `WHERE` of what selects from `word`.
    /// - Parameter words: SQL of rows with the numbers of their entries (`entry_id`), which lie
    ///   between those of `ends`.
    static func fresh(_ words: String) -> String {
        """
        FROM bounds
        CROSS JOIN ends
        CROSS JOIN LATERAL (
            \(words)
            OFFSET 0
        ) AS word
        WHERE (
            SELECT leaf.log_index >= bounds.low AND leaf.log_index < bounds.high
            FROM leaf
            WHERE leaf.entry_id = word.entry_id)
        """
    }
}
