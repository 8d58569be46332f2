/// A run with every attempt at it, oldest first.
package struct RunRecord: Hashable, Sendable {
    package let run: RecordedRun
    package let attempts: [RunAttempt]
    /// Of a check.
    package let finding: RunFinding?
}
