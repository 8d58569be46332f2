package import Hometown

/// 장부의 상태. While it is the same, a page of the book reads the same: what was recorded, what of
/// it is sealed, how the timetable stands, and which day it is.
package struct BookState: Hashable, Sendable {
    package let entries: Int64
    package let logSize: Int64
    /// Batches that wait to be sealed: whatever is committed adds one, even where its number is not
    /// the newest.
    package let unsealed: Int64
    package let timetableChanges: Int64
    package let day: CivilDate
}
