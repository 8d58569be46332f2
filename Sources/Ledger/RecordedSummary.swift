package import Hometown
import Timetable
package import Transparency

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
    /// 기준 시각. When it was due or, if the log had grown since, when its last entry was recorded.
    package let asOf: Instant
    package let logSize: Int64
    package let renderer: Int32
    package let title: Bilingual
    /// What a second person said of it; `nil` while nobody has.
    package var isApproved: Bool?

    package var no: String { Entry.no(.summary, recordedAt: recordedAt, number: number) }
}

/// One file of a summary.
package struct SummaryFile: Hashable, Sendable {
    package let name: String
    package let mediaType: String
    package let sha256: Hash256
    package let byteCount: Int32
}
