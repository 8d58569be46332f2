import Synchronization

/// The server's disk is full or fails: nothing can be recorded until somebody has made room, and
/// whoever asks for work has to be told elsewhere than in each answer.
package final class StorageAlarm: Sendable {
    private struct Raised {
        let error: PostgresError
        /// On the database's clock, when writing was first seen to succeed since.
        var quietSinceMicroseconds: Int64?
    }

    private let raised = Mutex<Raised?>(nil)

    package var error: PostgresError? { raised.withLock { $0?.error } }

    /// - Returns: whether it was silent before.
    func raise(_ error: PostgresError) -> Bool {
        raised.withLock { raised in
            defer { raised = Raised(error: error) }
            return raised == nil
        }
    }

    /// Writing succeeded at this moment. A little is often written where much is not, so the alarm
    /// ends after it has been quiet for a while.
    /// - Returns: what still stands.
    package func settle(atMicroseconds now: Int64, quietSecondsMin: Int64) -> PostgresError? {
        raised.withLock { current in
            guard let since = current?.quietSinceMicroseconds ?? current.map({ _ in now }) else {
                return nil
            }
            guard now - since < quietSecondsMin * 1_000_000 else {
                current = nil
                return nil
            }
            current?.quietSinceMicroseconds = since
            return current?.error
        }
    }
}
