package import Hometown

/// 실행 미리보기. What running a period by hand would come to.
package enum RunForesight: Hashable, Sendable {
    /// What would be filed: the period's first report, or a revision.
    package struct Report: Hashable, Sendable {
        package let schedule: String
        package let period: String
        package let revision: Int32
        /// How much of the log it tells of.
        package let logSize: Int64
        package let rendered: RenderedSummary
    }

    case files(Report)
    /// It is filed already: running it looks at what stands, and files nothing.
    case stands(RecordedRun)
}
