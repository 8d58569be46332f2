package import Hometown

/// 시도. One execution, whatever came of it.
package struct RunAttempt: Hashable, Sendable {
    /// `taken`: somebody else had filed the period first.
    package enum Outcome: String, Sendable, CaseIterable {
        case filed, taken, failed
    }

    package let attempt: Int32
    package let revision: Int32
    package let daemon: Identifier
    package let startedAt: Instant
    package let endedAt: Instant
    package let outcome: Outcome
    package let error: String?
    /// SQLSTATE, or the name of an error of ours.
    package let errorCode: String?
}

extension RunAttempt.Outcome: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .filed: RunState.filed.title
        case .taken: Bilingual("다른 데몬이 함", "taken by another")
        case .failed: RunState.failed.title
        }
    }
}
