package import Hometown
package import Transparency

/// 실행. One period of one schedule, and what became of it.
package struct RecordedRun: Hashable, Sendable {
    package let id: Identifier
    package let schedule: String
    package let period: String
    package let revision: Int32
    package let state: RunState
    /// Why it was skipped or given up.
    package let cause: String?
    /// The same, where it was filed by hand afterwards.
    package let formerCause: String?
    package let origin: RunOrigin
    package let reason: String?
    package let author: String
    package let scheduledFor: Instant
    package let startedAt: Instant
    package let filedAt: Instant
    package let logSize: Int64?
    /// SHA-256 of what it was made from, and of what it made.
    package let inputHash: Hash256?
    package let outputHash: Hash256?
    /// Executions of this revision, those that failed or came second among them.
    package internal(set) var attempts: Int64
    package let summary: Identifier?

    /// How long after it was due the run began, in seconds.
    package var lagSeconds: Int64 {
        max(0, (startedAt.microseconds - scheduledFor.microseconds) / 1_000_000)
    }

    package var durationMicroseconds: Int64 { filedAt.microseconds - startedAt.microseconds }
}
