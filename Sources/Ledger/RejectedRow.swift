package import Hometown

/// 반려 행. A row that was not recorded, to be written down for whoever mends it. A cell with a
/// resident number is empty: a mask would come back as what it stands for.
package struct RejectedRow: Hashable, Sendable {
    /// What it is recognised by when it comes back.
    package let id: Identifier
    package let cells: [String]
    package let problems: [RowProblem]
}
