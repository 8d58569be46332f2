package import Hometown
package import Timetable
package import Transparency

/// What became of a period.
package enum RunState: String, Sendable, CaseIterable {
    /// 성공, 건너뜀, 실패.
    case filed, skipped, failed
}

/// Why a run took place.
package enum RunOrigin: String, Sendable, CaseIterable {
    case scheduled
    case catchUp = "catch_up"
    case manual, backfill
}

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

/// A run with every attempt at it, oldest first.
package struct RunRecord: Hashable, Sendable {
    package let run: RecordedRun
    package let attempts: [RunAttempt]
    /// Of a check.
    package let finding: RunFinding?
}

/// 지금 실행의 결과.
package enum ManualRun: Hashable, Sendable {
    /// A row of its own: the period's first, or a revision.
    case filed(RecordedRun)
    /// It stood already, and was looked at.
    case rechecked(Recheck)
}

/// 기간 채우기. What a backfill would run, or has asked for.
package struct Backfill: Hashable, Sendable {
    /// In order; those that are filed already are left out.
    package let periods: [PeriodKey]
    /// How many were filed already.
    package let filedCount: Int
}
