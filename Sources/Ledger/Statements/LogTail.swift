/// 미반영분. The entries that a roll-up does not hold yet, as SQL: those sealed behind its size of the
/// log, and those that wait to be sealed. In a rush a hundred thousand of them wait, and after a
/// great import a million: nothing is looked for among all that wait.
struct LogTail {
    /// The size of the log that is rolled up; SQL of one value.
    let from: String
    /// The place in the log before which entries are looked at; SQL of one value. NULL takes
    /// everything, sealed or not.
    let until: String

    /// The common table expression `bounds (first, last)`. Not every number between them waits:
    /// numbers are drawn before their turn in the log.
    var bounds: String {
        """
        bounds AS MATERIALIZED (
            SELECT min(entry_id) AS first, max(entry_id) AS last
            FROM (
                SELECT entry_id
                FROM leaf
                WHERE log_index >= \(from) AND (\(until) IS NULL OR log_index < \(until))
                UNION ALL
                SELECT unnest(entry_ids)
                FROM unsealed
                WHERE \(until) IS NULL
            ) AS waiting
        )
        """
    }

    /// Whether an entry waits, by its number; an entry that is not in the log waits to be sealed.
    /// - Parameter entry: SQL of an entry's number.
    func holds(_ entry: String) -> String {
        """
        coalesce(
            (SELECT log_index >= \(from) AND (\(until) IS NULL OR log_index < \(until))
                FROM leaf
                WHERE leaf.entry_id = \(entry)),
            \(until) IS NULL)
        """
    }
}
