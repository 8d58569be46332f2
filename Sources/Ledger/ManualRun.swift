/// 지금 실행의 결과.
package enum ManualRun: Hashable, Sendable {
    /// A row of its own: the period's first, or a revision.
    case filed(RecordedRun)
    /// It stood already, and was looked at.
    case rechecked(Recheck)
}
