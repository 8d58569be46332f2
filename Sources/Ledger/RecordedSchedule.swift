package import Hometown
package import Timetable
package import Transparency

/// A schedule as stored.
package struct RecordedSchedule: Hashable, Sendable {
    let id: Int16
    package let job: String
    package let schedule: Schedule
}

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
    package let cause: String?
    package let origin: RunOrigin
    package let reason: String?
    package let scheduledFor: Instant
    package let startedAt: Instant
    package let filedAt: Instant
    package let summary: Identifier?

    /// How long after it was due the run began, in seconds.
    package var lagSeconds: Int64 {
        max(0, (startedAt.microseconds - scheduledFor.microseconds) / 1_000_000)
    }
}

/// 요약 보고. A filed summary.
package struct RecordedSummary: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let schedule: String
    package let period: String
    package let revision: Int32
    package let origin: RunOrigin
    package let scheduledFor: Instant
    package let logSize: Int64
    package let renderer: Int32
    package let title: Bilingual

    package var no: String { Entry.no(.summary, recordedAt: recordedAt, number: number) }
}

/// One file of a summary.
package struct SummaryFile: Hashable, Sendable {
    package let name: String
    package let mediaType: String
    package let sha256: Hash256
    package let byteCount: Int32
}
