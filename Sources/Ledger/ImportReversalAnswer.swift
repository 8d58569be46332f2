/// What came of undoing an import.
package enum ImportReversalAnswer: Sendable {
    /// Recorded, replayed, or refused for its reason.
    case answered(Answer)
    /// Nothing was to be written: a dry run.
    case tried(ImportReversalPlan)
    /// Something stands in the way; nothing was recorded.
    case blocked(ImportReversalPlan)
    /// There is no such import.
    case unknown
}
