package import Hometown

/// 유출 범위. Whose data was shown or taken out in a time, and by whom: ids, numbers and logins
/// alone, by which those are found who have to be told.
package struct Breach: Hashable, Sendable {
    /// One thing as one author saw it.
    package struct Row: Hashable, Sendable {
        package let kind: Entry.Kind?
        package let id: Identifier
        /// `D-2026-000123`, where people call it so.
        package let no: String?
        /// 정보주체. The key under which its donor gives.
        package let donor: Identifier?
        /// `read` or `exported`.
        package let action: Access.Action
        package let author: Author?
        package let times: Int64
        package let firstAt: Instant
        package let lastAt: Instant
    }

    /// An export that counts what it took and does not name it: a bundle of evidence, with all that
    /// was recorded in its days.
    package struct Unnamed: Hashable, Sendable {
        package let at: Instant
        package let author: Author?
        package let count: Int32
    }

    /// More is told in parts of the time.
    package static let rowsMax = 100_000

    /// By thing, what was done and author.
    package let rows: [Row]
    /// Newest first.
    package let unnamed: [Unnamed]
    /// Since when the access log has every month. Of what was shown before, months were discarded,
    /// or nothing was written down in them: who saw it may not be known. `nil` where there is no
    /// log yet.
    package let logBegin: Instant?

    package var thingCount: Int { Set(rows.map(\.id)).count }

    /// How many people at most: whoever gives under two keys counts twice.
    package var donorCount: Int { Set(rows.compactMap(\.donor)).count }
}
