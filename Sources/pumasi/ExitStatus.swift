import ArgumentParser
import Foundation

/// How the command line says what became of it, for scripts.
enum ExitStatus: Int32, CaseIterable {
    case success = 0
    case failure = 1
    case usage = 2
    case notFound = 3
    case notAllowed = 4
    /// By a rule; or rows of an import.
    case rejected = 5
    /// Changed meanwhile, or a closed period.
    case conflict = 6
    /// The ledger does not hold what it claims.
    case integrity = 7
    /// The database is away; the same command may work later (sysexits.h, EX_TEMPFAIL).
    case tryLater = 75
    case interrupted = 130

    static let discussion = """
        Exit codes: 0 ok, 1 failure, 2 usage, 3 not found, 4 not allowed, 5 rejected by rules, \
        6 conflict, 7 integrity problem, 75 try later, 130 interrupted.
        """

    /// ArgumentParser knows success, failure and its own 64 for usage.
    init(parsing code: ExitCode) {
        switch code {
        case .success: self = .success
        case .validationFailure: self = .usage
        default: self = ExitStatus(rawValue: code.rawValue) ?? .failure
        }
    }

    static func end(_ status: ExitStatus) -> Never {
        exit(status.rawValue)
    }
}
