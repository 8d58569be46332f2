package import Hometown

/// A bar as the ledger knows it.
package struct RecordedBar: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let bar: Bar
    package let publishedOn: CivilDate?
    /// 해제일. The first day on which it bars nothing, where somebody ended it.
    package let endedOn: CivilDate?
    package let endingReason: String?

    /// `nil` where it ended before it began: it was recorded by mistake.
    package var lastDay: CivilDate? {
        let end = min(endedOn ?? bar.validTo, bar.validTo)
        return bar.validFrom < end ? end.adding(days: -1) : nil
    }

    package var no: String { Entry.no(.bar, recordedAt: recordedAt, number: number) }
}
