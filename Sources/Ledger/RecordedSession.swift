package import Hometown
import Postgres
package import Transparency

/// 세션. One sign-in that still holds: known by the hash of its id, which only the browser has.
package struct RecordedSession: Hashable, Sendable {
    package let hash: Hash256
    package let begunAt: Instant
    /// When somebody last did something in it, within half a minute.
    package let seenAt: Instant
    /// When it ends whatever is done.
    package let endsAt: Instant
    package let address: String?
    package let agent: String?

    init(row: inout RowReader) throws {
        hash = try row.next()
        begunAt = try row.next()
        seenAt = try row.next()
        endsAt = try row.next()
        address = try row.next()
        agent = try row.next()
    }
}
