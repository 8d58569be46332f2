import Hometown
import Timetable

/// 실행 지시. One period to be run, and on whose word.
struct RunOrder: Sendable {
    let recorded: RecordedSchedule
    let occurrence: Occurrence
    let origin: RunOrigin
    var reason: String?
    var revision: Int32 = 0
    /// The row of `run_request` that it settles.
    var request: Int64?
    /// Whose answer is kept where it is done.
    var errand: Errand<ManualRun>?
    /// Whether it came due a while ago, so that its place in the order matters.
    let isLate: Bool

    init(
        _ recorded: RecordedSchedule, _ occurrence: Occurrence, origin: RunOrigin,
        at now: Instant
    ) {
        self.recorded = recorded
        self.occurrence = occurrence
        self.origin = origin
        let late = now.microseconds - occurrence.scheduledFor.microseconds
        isLate = late > Schedule.lateSecondsMax * 1_000_000
    }

    /// Held by whoever makes it where only one may at a time.
    var lockAlone: Int64 { Ledger.runLocks + Int64(recorded.id) }

    /// Runs of a schedule follow one another; only where overlapping is allowed may one that is
    /// on time go beside another.
    var lock: Int64? {
        recorded.schedule.overlap == .allow && !isLate ? nil : lockAlone
    }
}
