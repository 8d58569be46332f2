package import Hometown
import Postgres

/// 토큰. Who may use the interface, in which role and until when. The token itself is not kept.
package struct RecordedToken: Hashable, Sendable {
    package let id: Identifier
    package let role: String
    /// What for, of one that an account made for itself.
    package let label: String?
    package let madeAt: Instant
    package let expiresAt: Instant
    package let revokedAt: Instant?
    /// When it last worked, to the minute; `nil` while it never did.
    package let usedAt: Instant?
    package let author: Author

    init(row: inout RowReader) throws {
        id = try row.next()
        role = try row.next()
        label = try row.next()
        madeAt = try row.next()
        expiresAt = try row.next()
        revokedAt = try row.next()
        usedAt = try row.next()
        author = try Author(row: &row)
    }
}
