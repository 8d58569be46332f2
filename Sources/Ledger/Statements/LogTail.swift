/// 미반영분. The entries that a roll-up does not hold yet, as SQL: those sealed behind its size of the
/// log, and those that wait to be sealed.
enum LogTail {
    /// - Parameters:
    ///   - from: the size of the log that is rolled up; SQL of one value.
    ///   - until: the place in the log before which entries are looked at; SQL of one value. NULL
    ///     takes everything, sealed or not.
    /// - Returns: the common table expressions `waiting (entry_id)` and `bounds (first, last)`. Not
    ///   every number between the bounds waits: numbers are drawn before their turn in the log.
    static func sql(from: String, until: String) -> String {
        """
        waiting (entry_id) AS MATERIALIZED (
            SELECT entry_id
            FROM leaf
            WHERE log_index >= \(from) AND (\(until) IS NULL OR log_index < \(until))
            UNION ALL
            SELECT unnest(entry_ids)
            FROM unsealed
            WHERE \(until) IS NULL
        ),
        bounds AS MATERIALIZED (
            SELECT min(entry_id) AS first, max(entry_id) AS last FROM waiting
        )
        """
    }
}
