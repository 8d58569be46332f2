import Hometown
import Postgres

/// A number is given before its entry is committed, so the newest number alone would miss a slow
/// writer: that one lengthens the queue of what is to be sealed, and sealed, the log.
struct ReadBookState: Statement {
    static let sql = """
        SELECT (SELECT coalesce(max(id), 0) FROM entry), (SELECT size FROM tree_head),
            (SELECT count(*) FROM unsealed),
            (SELECT coalesce(max(id), 0) FROM schedule_change), clock_timestamp()
        """

    static func decode(_ row: inout RowReader) throws -> BookState {
        let (entries, size): (Int64, Int64) = (try row.next(), try row.next())
        let (unsealed, changes): (Int64, Int64) = (try row.next(), try row.next())
        let time: Instant = try row.next()
        return BookState(
            entries: entries, logSize: size, unsealed: unsealed, timetableChanges: changes,
            day: time.koreanDate)
    }
}
