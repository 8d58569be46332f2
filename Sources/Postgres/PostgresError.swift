/// What went wrong with the database, as answers to the questions a caller has. It never holds a
/// bound value, a password or a row: the server's DETAIL and CONTEXT, which quote them, are not
/// kept at all.
package struct PostgresError: Error, Sendable, Hashable {
    /// Where the failure arose.
    package enum Cause: Sendable, Hashable {
        /// The server answered with an error and still listens.
        case server
        /// There was a connection and it is gone; nothing of this transaction was committed.
        case connectionLost
        /// No connection could be made.
        case cannotConnect
        /// COMMIT was sent and its outcome is not known, or it is known here and perhaps not on
        /// the standby (the server's warning after a cancelled synchronous wait).
        case inDoubt
        /// COMMIT was answered with ROLLBACK: a statement had failed and its error was swallowed.
        case rolledBack
        /// A result was not what the statement's type reads.
        case decoding
        /// The call itself is wrong: a transaction used after its end, a changed parameter type.
        case misuse
        /// No connection came free within `waitTimeMaxMs`.
        case poolTimeout
        /// More than `waiterCountMax` callers already wait.
        case poolQueueFull
        /// The pool is closing.
        case poolClosed
    }

    package let cause: Cause
    package internal(set) var sqlState: SQLState?
    /// The constraint that said no; its name is part of the interface of the schema.
    package internal(set) var constraintName: String?
    package internal(set) var tableName: String?
    package internal(set) var columnName: String?
    /// The type of the statement that failed.
    package internal(set) var statementName: String?
    /// Where in a script the error is: characters from its start, from 1.
    package internal(set) var position: Int?
    /// FATAL and PANIC do, and so does whatever made libpq lose the server.
    var endsSession = false
    private let message: String

    init(_ cause: Cause, _ message: String, sqlState: SQLState? = nil) {
        self.cause = cause
        self.sqlState = sqlState
        self.message = message
    }

    /// The same failure under another cause.
    func recast(as cause: Cause) -> PostgresError {
        var copy = PostgresError(cause, message, sqlState: sqlState)
        copy.constraintName = constraintName
        copy.tableName = tableName
        copy.columnName = columnName
        copy.statementName = statementName
        copy.position = position
        copy.endsSession = isConnectionLost
        return copy
    }
}

extension PostgresError {
    /// COMMIT may have happened. Only doing the same work again under the same id settles it.
    package var isInDoubt: Bool { cause == .inDoubt }

    /// The session is gone or never was.
    package var isConnectionLost: Bool {
        cause == .connectionLost || cause == .cannotConnect || endsSession
    }

    /// Nothing was committed, and the same transaction may succeed at another moment.
    package var isSafeToRetry: Bool {
        switch cause {
        case .connectionLost, .poolTimeout, .poolQueueFull: return true
        case .cannotConnect: return isTransient
        case .rolledBack: return isConflict
        case .inDoubt, .decoding, .misuse, .poolClosed: return false
        case .server: break
        }
        guard let sqlState else { return false }
        switch sqlState {
        case .lockNotAvailable, .queryCanceled, .readOnlyTransaction: return true
        default:
            return isConflict || endsSession || isStorageFault || sqlState.category == "08"
        }
    }

    /// The server has no room or its disk fails: whatever is written now meets the same, and goes
    /// well once somebody has mended it.
    package var isStorageFault: Bool {
        guard let sqlState else { return false }
        return switch sqlState {
        case .diskFull, .outOfMemory, .inputOutputError: true
        default: false
        }
    }

    /// Two transactions that could not both be.
    private var isConflict: Bool {
        sqlState == .serializationFailure || sqlState == .deadlockDetected
    }

    /// Whether the pool itself runs the transaction again at once, on the same or a new
    /// connection. Our own timeouts are left to the caller, who has waited long enough.
    var isRetriedByPool: Bool {
        switch cause {
        case .connectionLost: true
        case .server: isConflict || endsSession
        case .rolledBack: isConflict
        default: false
        }
    }

    /// Whether a refused connection may be granted a little later: the server starts, stops, is
    /// full or does not answer. A wrong password or name stays wrong.
    var isTransient: Bool {
        guard let sqlState else { return true }
        return switch sqlState {
        case .cannotConnectNow, .adminShutdown, .crashShutdown, .tooManyConnections,
            .connectionFailure, .readOnlyTransaction:
            true
        default: false
        }
    }

    /// All that is known without any value of a row or a parameter.
    package var logText: String {
        var parts = ["\(cause)"]
        if let sqlState { parts.append("SQLSTATE \(sqlState.code)") }
        if !message.isEmpty { parts.append(message) }
        if let statementName { parts.append("statement \(statementName)") }
        if let constraintName { parts.append("constraint \(constraintName)") }
        if let tableName { parts.append("table \(tableName)") }
        if let columnName { parts.append("column \(columnName)") }
        if let position { parts.append("at character \(position)") }
        return parts.joined(separator: "; ")
    }
}

extension PostgresError: CustomStringConvertible {
    package var description: String { logText }
}

extension PostgresError {
    @usableFromInline
    static func decoding(_ message: String) -> PostgresError {
        PostgresError(.decoding, message)
    }

    static func mismatch(of name: String, _ type: PostgresType, _ length: Int) -> PostgresError {
        PostgresError(.decoding, "\(name) cannot be read from type \(type.oid), \(length) bytes")
    }

    static func misuse(_ message: String) -> PostgresError {
        PostgresError(.misuse, message)
    }
}
