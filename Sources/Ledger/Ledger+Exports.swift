import Hometown
package import Interchange
import Postgres

extension Ledger {
    /// Rows read at a time.
    private static let exportedRowsMax: Int32 = 2000

    /// 내려받기. Gives donations as rows, in the order of their entries, some thousands at a time: what
    /// is recorded meanwhile comes at the end.
    /// - Parameters:
    ///   - origin: who takes them, and where to. The access log says so before the first row goes,
    ///     and names the donations of each part before that part goes.
    ///   - reason: why; personal data leaves the ledger (R26). Without one nothing goes.
    ///   - receive: takes the rows; slow takers slow the reading.
    /// - Returns: what the rows come to.
    /// - Throws: `LedgerFailure`; what `receive` throws.
    @discardableResult
    package func exportDonations(
        filter: DonationFilter = DonationFilter(), origin: AccessOrigin, reason: String,
        _ receive: ([[CellValue]]) async throws -> Void
    ) async throws -> DonationExport.Tally {
        var tally = DonationExport.Tally()
        try await write([
            Access(
                .exportBegun, author: origin.author, address: origin.address, kind: .donation,
                scope: origin.scope, reason: reason)
        ])
        let search = try await read { transaction in
            var search = DonationSearch(
                filter, candidatesMax: DonationSearch.allCandidatesMax, in: transaction)
            try await search.resolve()
            return (search.isEmpty ? nil : search.conditions)
        }
        guard let conditions = search else { return tally }
        var after: Int64 = 0
        while true {
            let (rows, governments) = try await read { [after] transaction in
                let governments = try await registry.current(in: transaction)
                let (_, rows) = try await transaction.pipeline(
                    PlanForValues(),
                    ReadExport(
                        conditions: conditions, after: after, rowsMax: Ledger.exportedRowsMax))
                return (rows, governments)
            }
            guard let last = rows.last else { return tally }
            after = last.number
            for row in rows { tally.add(row) }
            let donations = rows.filter { $0.line.kind == .donation }.map(\.id)
            try await write(
                Access.rows(.exported, .donation, donations, by: origin, reason: reason))
            try await receive(rows.map { $0.cells(governments) })
        }
    }
}
