import Postgres

/// The sessions that work on one snapshot.
struct VerificationDesk: Sendable {
    let pool: Pool
    let snapshot: String
    let sessionsMax: Int

    /// Works through pieces, several at a time, in their order.
    /// - Returns: what came of each.
    /// - Throws: the fault of the foremost piece that has one; any other error as soon as it comes.
    func work<Piece: Sendable, Outcome: Sendable>(
        through pieces: [Piece],
        _ body: @escaping @Sendable (Piece, Transaction) async throws -> Outcome
    ) async throws -> [Outcome] {
        let queue = PieceQueue<Outcome>(count: pieces.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<min(sessionsMax, pieces.count) {
                group.addTask {
                    try await session { transaction in
                        while let index = queue.next() {
                            do {
                                queue.finish(index, try await body(pieces[index], transaction))
                            } catch let fault as LedgerFault {
                                queue.stop(index, fault)
                                throw fault
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return try queue.outcomes()
    }

    /// Rows come a dozen at a time: whoever hashes them on another thread than the connection's
    /// spends as much on changing threads. A fault may have left its transaction unusable: it ends
    /// the session, and is told later.
    private func session(_ body: @Sendable (Transaction) async throws -> Void) async throws {
        do {
            try await pool.transaction(
                isolation: .repeatableRead, readOnly: true, onItsThread: true
            ) {
                try await $0.execute(VerificationSQL.adopt(snapshot))
                try await body($0)
            }
        } catch is LedgerFault {}
    }
}
