/// 보일 행. Which rows of a list a preview shows, the first of them in the order of the file.
package enum ImportExcerpt: String, Sendable, CaseIterable {
    /// 확인할 행. Those of which something is said.
    case problems
    /// 모든 행.
    case all

    /// More are counted, and the bad ones among them can be had as a file.
    package static let rowsMax = 200
}
