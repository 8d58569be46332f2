import Hometown
import Postgres

extension Ledger {
    /// 접속기록 쓰기. Writes the oldest rows that wait in a book. One call at a time.
    ///
    /// If we die before the commit, what waited is lost with whoever asked. If the commit's
    /// outcome is lost, the same rows with the same times and ids are sent again, and are there
    /// once.
    /// - Returns: how many rows; zero when nothing waits.
    /// - Throws: `LedgerFailure`; the rows then still wait.
    package func write(_ book: AccessBook) async throws -> Int {
        guard book.waitingCount > 0 else { return 0 }
        let now = try await now()
        let rows = book.rows(at: now) { randomness.identifier(at: $0) }
        try await insert(rows)
        book.settle()
        return rows.count
    }

    /// Writes rows now, before what they tell of happens.
    /// - Throws: `LedgerFailure`.
    package func write(_ rows: [Access]) async throws {
        let now = try await now()
        let stamped = rows.enumerated().map { place, row in
            let at = Instant(microseconds: now.microseconds + Int64(place))
            return StampedAccess(at: at, id: randomness.identifier(at: at), access: row)
        }
        for first in stride(from: 0, to: rows.count, by: AccessBook.rowsMax) {
            try await insert(
                Array(stamped[first..<min(first + AccessBook.rowsMax, rows.count)]))
        }
    }

    private func insert(_ rows: [StampedAccess]) async throws {
        do {
            try await pool.settling { transaction, isSettling in
                _ = try await transaction.pipeline(
                    KeepAccessMonths(times: rows.map(\.at)), InsertAccesses(rows: rows))
                if isSettling { _ = try await transaction.run(WriteMark()) }
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 원장 검증 결과. The newest that was written down, if any.
    /// - Throws: `LedgerFailure`.
    package func lastVerification() async throws -> AuditRecord? {
        let filter = AuditFilter(deed: .access(.verified))
        return try await ask(ReadAccesses(filter: filter, before: nil, rowsMax: 1))
            .first.map(AuditRecord.init)
    }
}
