import Hometown
import Postgres
import Synchronization

/// 알림. Tells whoever follows the ledger that it has grown: followers in this process by a call
/// once the commit is durable, those in others by NOTIFY. A NOTIFY makes commits take turns and
/// wakes every session that listens, so a busy ledger sends two a second and not one a batch.
///
/// What others have not heard of, this process has: its own sealer finds it. If we die in that half
/// second, another daemon finds it when it looks by itself.
final class Announcements: Sendable {
    /// Between two announcements to other processes, by the database's clock.
    private static let pauseMicroseconds: Int64 = 500_000

    private struct State {
        var last: Instant?
        var followers: [Int: AsyncStream<Void>.Continuation] = [:]
        var followersEver = 0
    }

    private let state = Mutex(State())

    /// Whether a transaction of this time is to announce itself to other processes.
    func isDue(at now: Instant) -> Bool {
        state.withLock { state in
            // A clock that was set back must not silence us.
            if let last = state.last,
                (now.microseconds - last.microseconds).magnitude
                    < UInt64(Announcements.pauseMicroseconds)
            {
                return false
            }
            state.last = now
            return true
        }
    }

    /// Gives a mark for what is told here and for each notification from elsewhere, until the
    /// stream ends. Whoever keeps one mark and is busy is not woken for the next.
    func follow(
        with mark: AsyncStream<Void>.Continuation,
        and elsewhere: some AsyncSequence<Notification, Never> & Sendable
    ) {
        let number = state.withLock { state in
            state.followersEver += 1
            state.followers[state.followersEver] = mark
            return state.followersEver
        }
        let listening = Task {
            for await _ in elsewhere { mark.yield() }
        }
        mark.onTermination = { [weak self] _ in
            listening.cancel()
            self?.state.withLock { state in
                _ = state.followers.removeValue(forKey: number)
            }
        }
    }

    /// Something was recorded here and is durable.
    func tell() {
        for follower in state.withLock({ Array($0.followers.values) }) { follower.yield() }
    }
}
