import Postgres

/// 수치. What rows say to whoever watches: it is the same in every daemon and after a restart.
package struct LedgerFigures: Hashable, Sendable {
    /// How old the newest checkpoint is; `nil` while nothing was signed.
    package let checkpointAgeSeconds: Double?
    /// Rows of lists that were taken in, that were refused, and that were known already.
    package let importRows: ImportRows

    package struct ImportRows: Hashable, Sendable {
        package var recorded: Int64 = 0
        package var refused: Int64 = 0
        package var known: Int64 = 0

        package init() {}

        init(row: inout RowReader) throws {
            recorded = try row.next()
            refused = try row.next()
            known = try row.next()
        }
    }
}
