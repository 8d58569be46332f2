package import Hometown
package import Interchange

/// 미리보기. What a list comes to: the same whether it was tried or recorded.
package struct ImportReport: Hashable, Sendable {
    /// More are counted and handed to whoever listens, but not kept.
    package static let problemsMax = 200

    package var counts = ImportCounts()
    package var sums = ImportSums()
    /// The first of them, in the order of the file.
    package var problems: [RowProblem] = []
    /// Those that a preview asked to see, in the order of the file.
    package var rows: [JudgedRow] = []
    /// `nil` of a workbook, and of what was not read.
    package var encoding: TextEncoding?
    /// What the columns were taken for, in their order.
    package var columns: DonationColumns?
    /// The number of the import that took the same file in before.
    package var earlier: String?
    /// 숨긴 것. What is recorded although the workbook does not show it.
    package var hidden = HiddenParts()

    package init() {}

    mutating func add(_ batch: ImportBatch) {
        counts.add(batch.counts)
        sums.add(batch.sums)
        problems += batch.problems.prefix(ImportReport.problemsMax - problems.count)
        rows += batch.shown
        hidden.rows.add(batch.hidden)
    }
}
