package import Hometown

/// 놓친 기간. A period that came due a while ago and has neither been filed nor skipped.
package struct OverduePeriod: Hashable, Sendable {
    package let schedule: String
    package let period: String
    package let scheduledFor: Instant
    package let lateSeconds: Int64
}
