import Logging

extension Pool {
    /// Runs the closure as a transaction, and again from its beginning when the server says that
    /// it met another one (40001, 40P01) or the connection is lost before COMMIT. So the closure
    /// must have no effects but its statements'.
    /// - Parameters:
    ///   - onItsThread: as in `withConnection`.
    ///   - deliver: is given the value as soon as the transaction has ended, before the connection
    ///     goes back and on the thread of the closure, so that whoever waits for it waits less.
    /// - Throws: what the closure throws; `PostgresError` with `isInDoubt` when COMMIT was sent
    ///   and its outcome is unknown, which only the same work under the same id can settle.
    nonisolated(nonsending) package func transaction<T: Sendable>(
        isolation: TransactionIsolation = .readCommitted, readOnly: Bool = false,
        onItsThread: Bool = false, delivering deliver: (T) -> Void = { _ in },
        _ body: nonisolated(nonsending) (Transaction) async throws -> T
    ) async throws -> T {
        try await retrying(where: \.isRetriedByPool) {
            try await withConnection(onItsThread: onItsThread) { connection in
                let value = try await connection.transaction(
                    isolation: isolation, readOnly: readOnly, body)
                deliver(value)
                return value
            }
        }
    }

    /// Asks in one flight, a journey to the server less than a transaction takes. For statements
    /// that only read, each what is committed when it begins. They are run again like a
    /// transaction's, and where an answer was lost as well.
    /// - Throws: `PostgresError`.
    nonisolated(nonsending) package func ask<each S: Statement>(
        _ statement: repeat each S
    ) async throws -> (repeat [(each S).Row]) {
        try await retrying(where: { $0.isRetriedByPool || $0.isInDoubt }) {
            try await withConnection { try await $0.pipeline(repeat each statement) }
        }
    }

    nonisolated(nonsending) private func retrying<T>(
        where isRetried: (PostgresError) -> Bool,
        _ attempt: nonisolated(nonsending) () async throws -> T
    ) async throws -> T {
        var retryCount = 0
        while true {
            do {
                return try await attempt()
            } catch let error as PostgresError {
                if error.isStorageFault, storage.raise(error) {
                    logger.critical(
                        "the database's disk takes nothing more",
                        metadata: ["error": "\(error.logText)", "hint": "\(error.hint ?? "-")"])
                }
                guard isRetried(error), retryCount < configuration.retryCountMax else {
                    throw error
                }
                retryCount += 1
                try await Task.sleep(for: .milliseconds(Pool.backoffMs(retry: retryCount)))
            }
        }
    }

    /// 10 to 500 ms, longer from try to try, and never in step with whom we met.
    static func backoffMs(retry: Int) -> Int {
        Int.random(in: 10...min(500, 20 << min(retry, 10)))
    }
}
