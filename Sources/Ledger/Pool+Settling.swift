import Postgres

extension Pool {
    /// How often work whose commit is in doubt is asked for again before the caller is told.
    private static var settlingAttemptsMax: Int { 5 }

    /// 확정. Runs a transaction until its outcome is known. One whose commit is in doubt runs again
    /// with the same ids: if the first attempt committed, the body finds its answer; if it still
    /// lives, claiming the ids waits for it; if not, it happens now.
    /// - Parameters:
    ///   - onItsThread, deliver: as in `transaction`.
    ///   - body: told whether it settles an earlier attempt. Then, before it answers what it found,
    ///     it writes something (`WriteMark`), so that its commit waits for all commits before it.
    ///   - mayRepeat: further errors after which the work is worth another attempt.
    /// - Throws: what the body throws; `LedgerFailure.commitUnknown` when nobody could say.
    nonisolated(nonsending) func settling<Value: Sendable>(
        onItsThread: Bool = false, delivering deliver: (Value) -> Void = { _ in },
        orRepeatingAfter mayRepeat: (PostgresError) -> Bool = { _ in false },
        _ body: nonisolated(nonsending) (Transaction, _ isSettling: Bool) async throws -> Value
    ) async throws -> Value {
        var isSettling = false
        var attempt = 1
        while true {
            do {
                if attempt > 1 {
                    try await Task.sleep(for: .milliseconds(100 * (attempt - 1)))
                }
                let isAsking = isSettling
                return try await transaction(onItsThread: onItsThread, delivering: deliver) {
                    try await body($0, isAsking)
                }
            } catch is CancellationError where isSettling {
                // Whoever asked has gone; that nothing happened nobody can say.
                throw LedgerFailure.commitUnknown
            } catch let error as PostgresError {
                // A constraint speaks only after the ids were claimed anew: nothing had happened.
                let isOpen = error.isInDoubt || isSettling && error.constraintName == nil
                guard isOpen || mayRepeat(error) else { throw error }
                guard attempt < Pool.settlingAttemptsMax else {
                    throw isOpen ? LedgerFailure.commitUnknown : error
                }
                isSettling = isSettling || isOpen
                attempt += 1
            }
        }
    }
}
