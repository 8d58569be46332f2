/// 원장의 일부. What lies within the first leaves of the log, as SQL. For a transaction that keeps to
/// one part throughout see `KeepToLog`.
enum LogPart {
    /// - Parameters:
    ///   - entry: SQL of an entry's number.
    ///   - size: SQL of a size of the log; every entry lies within NULL.
    static func holds(_ entry: String, until size: String) -> String {
        """
        (\(size) IS NULL
            OR (SELECT log_index FROM leaf WHERE leaf.entry_id = \(entry)) < \(size))
        """
    }
}
