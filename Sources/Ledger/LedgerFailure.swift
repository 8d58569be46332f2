import Logging
import Postgres

/// 장애. The ledger could not do what was asked, whatever was asked.
package enum LedgerFailure: Error, Hashable {
    /// Too much is waiting already, or this has waited too long; nothing was begun.
    case overloaded
    /// Too much of the same author is waiting already; nothing was begun.
    case tooManyAtOnce
    /// The database is away, or did not answer in time; nothing was recorded.
    case unavailable
    /// The commit's outcome is unknown. Asking again with the same id settles it.
    case commitUnknown
    /// The database belongs to a ledger with another secret.
    case wrongSecret
    /// The registry of governments was never loaded.
    case registryMissing
    /// Stored bytes are not what the ledger wrote.
    case damaged
    /// Ours. The log has the details; the caller gets none.
    case bug

    /// What an error from below is to the ledger's callers; the log keeps the rest.
    init(_ error: any Error, logger: Logger) {
        if let failure = error as? LedgerFailure {
            self = failure
            return
        }
        if error is CancellationError {
            // Whoever asked has gone, or the daemon is stopping: nothing is wrong.
            self = .unavailable
            return
        }
        logger.error("the ledger failed", metadata: ["error": "\(LedgerFailure.logText(error))"])
        guard let error = error as? PostgresError else {
            self = .bug
            return
        }
        if error.isInDoubt {
            self = .commitUnknown
        } else {
            // Others were quicker time and again: whoever comes later finds out what is left.
            let isBusy = error.isSafeToRetry || error.isYearContended
            self = error.isConnectionLost || isBusy ? .unavailable : .bug
        }
    }

    /// Whether every row of a batch would meet the same error.
    static func isOutage(_ error: any Error) -> Bool {
        guard let error = error as? PostgresError else { return true }
        return error.isInDoubt || error.isConnectionLost || error.isSafeToRetry
    }

    /// Without values of personal fields: the database's errors keep them out.
    static func logText(_ error: any Error) -> String {
        (error as? PostgresError)?.logText ?? String(describing: error)
    }
}
