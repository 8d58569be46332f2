import Hometown
import Postgres

extension Ledger {
    /// Entries looked up in one transaction: whoever erases a name waits for no more.
    private static let lookedUpEntriesMax: Int64 = 8_192

    /// 찾아보기 작성. Adds what the log has sealed to the index of amounts, channels and names, as far as
    /// one transaction should go.
    ///
    /// If we die before the commit nothing is added, and whoever searches looks at the rest itself.
    /// - Parameter entriesMin: fewer that wait are left for another time.
    /// - Returns: how many entries were looked at; zero when too few wait.
    /// - Throws: `LedgerFailure`.
    package func lookUpDonations(atLeast entriesMin: Int64 = 1) async throws -> Int64 {
        do {
            return try await pool.transaction { transaction in
                let head = try await transaction.pipeline(LockLookupHead(), JoinWhole()).0[0]
                guard head.sealed - head.known >= entriesMin else { return 0 }
                let end = min(head.sealed, head.known + Ledger.lookedUpEntriesMax)
                let rows = try await transaction.run(LookUpNameless(part: head.known..<end))
                _ = try await transaction.pipeline(
                    InsertLookups(rows: rows), KeepLookupHead(logSize: end))
                return end - head.known
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}
