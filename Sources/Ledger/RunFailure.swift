import Hometown
import Postgres

/// 실행 실패. Why an execution came to nothing, as the history tells it.
struct RunFailure: Hashable, Sendable {
    /// Without values of personal fields.
    let text: String
    /// SQLSTATE, or the name of an error of ours.
    let code: String
    /// Trying again cannot help: a rule of the database, a bad value, a bug.
    let isPermanent: Bool
    /// Everything else would meet it, too.
    let isOutage: Bool

    private static let charactersMax = 2_000

    /// 이상 발견. Trying again would find the same.
    init(_ finding: RunFinding) {
        text = ([finding.text.english] + finding.items.prefix(1)).joined(separator: " ")
        code = finding.fault ?? "finding"
        isPermanent = true
        isOutage = false
    }

    init(_ error: any Error) {
        text = String(LedgerFailure.logText(error).prefix(RunFailure.charactersMax))
        switch error {
        case let error as PostgresError:
            code = error.sqlState?.code ?? "\(error.cause)"
            isOutage = error.isConnectionLost || error.isInDoubt || error.isStorageFault
            isPermanent = !isOutage && !error.isSafeToRetry
        case is CancellationError:
            (code, isOutage, isPermanent) = ("cancelled", true, false)
        case ScheduleProblem.homeMissing:
            (code, isOutage, isPermanent) = ("home_missing", false, true)
        case LedgerFailure.unavailable, LedgerFailure.overloaded, LedgerFailure.tooManyAtOnce,
            LedgerFailure.commitUnknown:
            // What a check asks of the ledger meets outages as everybody does: they pass.
            (code, isOutage, isPermanent) = ("\(error)", false, false)
        default:
            (code, isOutage, isPermanent) = ("\(type(of: error))", false, true)
        }
    }
}
