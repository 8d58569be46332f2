import Hometown
import Logging
import Postgres
package import Transparency

/// 검증. What a ledger is held against, and what was found.
package struct Verification: Sendable {
    package enum Stage: String, Sendable, CaseIterable {
        /// Leaf hashes, tree, tiles and checkpoints, from the stored bytes.
        case log
        /// Typed tables, derived once more from the entries.
        case tables
        /// What opens the commitments, and the totals.
        case openings
    }

    /// Keys by which this log may have signed: the one of today and those of earlier days.
    package var keys: [VerifierKey] = []
    /// Checkpoints kept where the database's administrator cannot write.
    package var outside: [Checkpoint] = []
    /// Those of them that were published, so that the ledger must still have one as large. What was
    /// signed last may not have come so far.
    package var published: [Checkpoint] = []
    /// How many sessions work at once.
    package var sessionsMax = 2

    package init(keys: [VerifierKey] = [], outside: [Checkpoint] = []) {
        self.keys = keys
        self.outside = outside
    }

    package struct Report: Sendable {
        /// Of the log.
        package let head: TreeHead
        /// In the log and waiting for their places.
        package let entries: Int64
        package let checkpoints: Int64
        /// `nil` when everything is as it should be.
        package let fault: LedgerFault?
    }
}

extension Ledger {
    /// 원장 검증. Computes everything once more from the stored entries, in one snapshot: leaf hashes,
    /// tree, tiles, checkpoints, typed tables, openings and totals. Stops at the first thing that
    /// is wrong.
    /// - Parameter began: hears of each stage as it begins, with the number of entries it covers.
    /// - Throws: `LedgerFailure` when the database cannot be read.
    package func verify(
        _ verification: Verification,
        began: @Sendable (Verification.Stage, Int64) -> Void = { _, _ in }
    ) async throws -> Verification.Report {
        do {
            return try await pool.transaction(isolation: .repeatableRead, readOnly: true) {
                let snapshot = try await $0.run(ShareSnapshot())[0]
                try await $0.execute(VerificationSQL.wait)
                let desk = VerificationDesk(
                    pool: pool, snapshot: snapshot, sessionsMax: verification.sessionsMax)
                return try await verify(verification, desk, $0, began)
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    private func verify(
        _ verification: Verification, _ desk: VerificationDesk, _ transaction: Transaction,
        _ began: (Verification.Stage, Int64) -> Void
    ) async throws -> Verification.Report {
        let extent = try await transaction.run(ReadExtent())[0]
        let (waiting, head) = try await transaction.pipeline(ReadWaiting(), ReadTreeHead())
        let entries = extent.leaves + Int64(waiting.count)
        let log = LogVerification(verification: verification, desk: desk, extent: extent)
        var sealed = TreeHead(size: 0, root: .emptyTree)
        var fault: LedgerFault?
        do {
            began(.log, extent.leaves)
            sealed = try await log.verify(head: head.first, waiting: waiting)
            began(.tables, entries)
            let tables = TableVerification(desk: desk, extent: extent, entries: entries)
            try await tables.verifyRows()
            try await tables.verifyRequestsAndChoices(in: transaction)
            try await verifyRegistry(in: transaction)
            began(.openings, entries)
            try await tables.verifyOpenings()
            try await tables.verifyTotals()
            try await tables.verifyFlows()
            try await tables.verifyTakings(in: transaction)
        } catch let found as LedgerFault {
            fault = found
        }
        return Verification.Report(
            head: sealed, entries: entries, checkpoints: extent.checkpoints, fault: fault)
    }
}
