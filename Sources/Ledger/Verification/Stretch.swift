import Transparency

/// What a stretch of the log came to.
struct Stretch: Sendable {
    /// Of its leaves alone.
    let tree: Frontier
    /// What checkpoints within it say, and the stretch's tree at their sizes.
    let roots: [SaidRoot]

    struct SaidRoot: Sendable {
        let tree: Frontier
        let root: Hash256
        /// What it means when the log has another.
        let cause: LedgerFault.Cause
    }
}
