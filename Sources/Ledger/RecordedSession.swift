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

/// 세션의 사람. Whose session it is, and how long it holds from now if nothing more is done in it.
package struct SessionHolder: Hashable, Sendable {
    package let account: RecordedAccount
    package let secondsLeft: Int32
}

/// 세션 수명. How long a sign-in holds.
package struct SessionLife: Hashable, Sendable {
    /// Without anything done.
    package var idleSeconds: Int
    /// In all.
    package var secondsMax: Int

    /// Half an hour and twelve hours.
    package init(idleSeconds: Int = 1_800, secondsMax: Int = 43_200) {
        self.idleSeconds = idleSeconds
        self.secondsMax = secondsMax
    }
}
