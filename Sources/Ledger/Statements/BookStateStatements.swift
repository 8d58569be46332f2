import Hometown
import Postgres

/// A number is given before its entry is committed, so the newest number alone would miss a slow
/// writer; the log's size moves when that one is sealed.
struct ReadBookState: Statement {
    static let sql = """
        SELECT (SELECT coalesce(max(id), 0) FROM entry), (SELECT size FROM tree_head),
            (SELECT coalesce(max(id), 0) FROM schedule_change), clock_timestamp()
        """

    static func decode(_ row: inout RowReader) throws -> BookState {
        let (entries, size): (Int64, Int64) = (try row.next(), try row.next())
        let (changes, time): (Int64, Instant) = (try row.next(), try row.next())
        return BookState(
            entries: entries, logSize: size, timetableChanges: changes, day: time.koreanDate)
    }
}
