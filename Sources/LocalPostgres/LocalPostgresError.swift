/// Why the private server could not be found, made, started or stopped.
///
/// `description` is for the operator: what happened, what to do, and the end of the server's own
/// log where there is one. It names directories and accounts, so it is not for a browser.
package struct LocalPostgresError: Error, Sendable {
    package enum Kind: Sendable, Equatable {
        /// No PostgreSQL of any version was found.
        case missing
        /// PostgreSQL was found, but none that this program or this cluster can use.
        case unsuitableVersion
        /// The directory holds something that is not ours.
        case foreignDirectory
        /// The directory or the server belongs to another account.
        case wrongOwner
        /// The account the server runs as cannot enter the directory.
        case unreachable
        /// The socket could not be made.
        case socket
        /// The disk is full.
        case diskFull
        /// The server did not start, for the reason its log gives.
        case startFailed
        /// The server did not stop in time.
        case stopFailed
        /// A call of the operating system failed.
        case system
    }

    package let kind: Kind
    package let message: String
    /// What the operator can do about it.
    package let hint: String
    /// The last lines of the server's log, or nothing.
    package let log: String

    init(_ kind: Kind, _ message: String, hint: String, log: String = "") {
        self.kind = kind
        self.message = message
        self.hint = hint
        self.log = log
    }
}

extension LocalPostgresError: CustomStringConvertible {
    package var description: String {
        let text = "\(message)\n\(hint)"
        return log.isEmpty ? text : "\(text)\nThe server's log ends with:\n\(log)"
    }
}
