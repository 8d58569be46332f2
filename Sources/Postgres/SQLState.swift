/// The five characters by which PostgreSQL names what happened ("PostgreSQL Error Codes",
/// appendix A of its manual). Text of errors is translated; this is not.
package struct SQLState: Hashable, Sendable, CustomStringConvertible {
    package let code: String

    /// - Parameter code: five digits or capital letters; anything else is no code and gives nil.
    package init?(_ code: String) {
        let isLetterOrDigit = code.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
        }
        guard code.utf8.count == 5, isLetterOrDigit else { return nil }
        self.code = code
    }

    private init(named code: String) {
        self.code = code
    }

    package var description: String { code }

    /// The first two characters: the class, for codes that have no rule of their own.
    package var category: String { String(code.prefix(2)) }

    // Try the transaction again.
    package static let serializationFailure = SQLState(named: "40001")
    package static let deadlockDetected = SQLState(named: "40P01")

    // The connection or the role of the server is lost.
    package static let adminShutdown = SQLState(named: "57P01")
    package static let crashShutdown = SQLState(named: "57P02")
    package static let cannotConnectNow = SQLState(named: "57P03")
    package static let readOnlyTransaction = SQLState(named: "25006")
    package static let tooManyConnections = SQLState(named: "53300")
    package static let connectionFailure = SQLState(named: "08006")

    // Our own limits.
    package static let lockNotAvailable = SQLState(named: "55P03")
    package static let queryCanceled = SQLState(named: "57014")

    // A constraint said no: what it means depends on its name.
    package static let foreignKeyViolation = SQLState(named: "23503")
    package static let uniqueViolation = SQLState(named: "23505")

    // Rights, names and passwords.
    package static let insufficientPrivilege = SQLState(named: "42501")
    package static let invalidParameterValue = SQLState(named: "22023")
    package static let undefinedTable = SQLState(named: "42P01")
    package static let invalidPassword = SQLState(named: "28P01")
    package static let invalidAuthorization = SQLState(named: "28000")
    package static let unknownDatabase = SQLState(named: "3D000")

    // Bugs of ours that a session can carry on to the next user.
    package static let invalidStatementName = SQLState(named: "26000")
    package static let featureNotSupported = SQLState(named: "0A000")
    package static let syntaxError = SQLState(named: "42601")

    // The machine: nothing more is kept until somebody has looked.
    package static let diskFull = SQLState(named: "53100")
    package static let outOfMemory = SQLState(named: "53200")
    package static let inputOutputError = SQLState(named: "58030")
}
