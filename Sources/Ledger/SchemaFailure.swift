import Postgres

/// 스키마 장애. Why a database cannot be used or migrated, and what to do about it.
package struct SchemaFailure: Error, Hashable, CustomStringConvertible {
    package enum Cause: String, Sendable {
        /// The database has migrations that this program does not know.
        case ahead
        /// The database lacks migrations, all of them if it is new.
        case behind
        /// A migration was applied with other content than this program has.
        case changed
        /// A migration failed and left nothing behind.
        case failed
        /// Somebody else has been migrating for longer than we wait.
        case locked
        /// The database did not answer; the same may work later.
        case unreachable
        /// The database answered, and said no to this account.
        case refused
    }

    package let cause: Cause
    /// What is the matter, without values of rows.
    package let text: String
    /// What an operator can do.
    package let hint: String

    package var description: String { "\(text) \(hint)" }

    /// `nil` for errors that say nothing about a schema or a database.
    init?(_ error: any Error) {
        if let error = error as? MigrationError {
            cause = SchemaFailure.cause(of: error)
            text = error.text
            hint = error.hint
        } else if let error = error as? PostgresError {
            cause = error.isSafeToRetry ? .unreachable : .refused
            text = "The database cannot be used: \(error.logText)."
            hint = error.hint ?? "Check the connection and the account."
        } else {
            return nil
        }
    }

    /// Whoever connects may not work in the ledger's role.
    init(withoutRole error: PostgresError) {
        cause = .refused
        text = "The database does not grant the role of the ledger: \(error.logText)."
        hint = "As its owner: GRANT \(LedgerDatabase.role) TO the account that connects;"
    }

    private static func cause(of error: MigrationError) -> Cause {
        switch error {
        case .ahead: .ahead
        case .behind: .behind
        case .changed: .changed
        case .failed, .misnumbered: .failed
        case .locked: .locked
        }
    }
}
