/// What became of a period.
package enum RunState: String, Sendable, CaseIterable {
    /// 성공, 건너뜀, 실패.
    case filed, skipped, failed
}
