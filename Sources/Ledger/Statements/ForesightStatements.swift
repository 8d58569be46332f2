import Hometown
import Postgres

/// Summaries that were filed for these periods out of a log beyond a place, newest first: by the
/// key of the claim, a few for each schedule.
struct ReadSummariesOfPeriods: Statement {
    /// More than anybody reads through before a correction.
    private static let rowsMax: Int32 = 100

    /// `FROM` and `WHERE` of what selects from `summary`: `$1` are the keys of the periods, `$2` is
    /// the place in the log.
    static let counting = """
        FROM unnest($1::text[]) AS asked (period_key)
        CROSS JOIN schedule
        JOIN run ON run.schedule_id = schedule.id AND run.period_key = asked.period_key
        JOIN summary ON summary.run_id = run.id
        LEFT JOIN leaf ON leaf.entry_id = summary.entry_id
        WHERE schedule.job IN ('summary', 'publication')
            AND summary.log_size > $2::bigint
        """

    static let sql = """
        SELECT \(ReadSummaries.columns)
        \(counting)
        ORDER BY summary.entry_id DESC
        LIMIT $3::int
        """
    let periods: [String]
    let beyond: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(periods)
        parameters.append(beyond)
        parameters.append(ReadSummariesOfPeriods.rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> RecordedSummary {
        try ReadSummaries.decode(&row)
    }
}
