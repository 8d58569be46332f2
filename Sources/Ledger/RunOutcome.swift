import Hometown

/// What came of an order.
enum RunOutcome: Sendable {
    case filed(Identifier)
    /// A check was made, and something is wrong with the ledger.
    case found(Identifier, RunFinding)
    /// Somebody else has the period.
    case taken
    /// Somebody else runs this schedule at this moment.
    case busy
    case failed
}
