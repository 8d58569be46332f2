import Hometown
import Postgres
package import Transparency

extension Ledger {
    /// 공표된 체크포인트. The newest one; `nil` while nothing is signed.
    /// - Throws: `LedgerFailure`.
    package func checkpoint() async throws -> StoredCheckpoint? {
        try await ask(ReadCheckpoint()).first
    }

    /// The head of the tree, once it is sure that the log only grew since `last` was signed and
    /// that its tiles prove it.
    ///
    /// The head is read after its commit, in a transaction of its own, so it is durable here; what
    /// a standby still owes is waited for by the commit that keeps the signature, before which
    /// nobody sees it.
    /// - Parameter last: what was signed last, by memory outside the database.
    /// - Throws: `SigningRefusal`; `LedgerFailure`.
    package func headToSign(after last: TreeHead?) async throws -> TreeHead {
        let result: Result<TreeHead, SigningRefusal> = try await read { transaction in
            let head = try await treeHead(in: transaction)
            if let last {
                guard head.size >= last.size else {
                    return .failure(.smaller(signed: last.size, now: head.size))
                }
                guard try await root(at: last.size, in: transaction) == last.root else {
                    return .failure(.anotherHistory(size: last.size))
                }
            }
            guard try await root(at: head.size, in: transaction) == head.root else {
                return .failure(.unprovable(size: head.size))
            }
            return .success(head)
        }
        return try result.get()
    }

    /// Keeps a signed checkpoint, from when on it is published; not behind one of a larger log
    /// that another daemon published meanwhile.
    /// - Throws: `LedgerFailure`.
    package func keep(_ note: SignedNote, of head: TreeHead) async throws {
        do {
            try await pool.transaction { transaction in
                _ = try await transaction.run(TakeLocks(numbers: [Ledger.checkpointLock]))
                let newest = try await transaction.run(ReadCheckpoint()).first
                guard newest?.size ?? 0 <= head.size else { return }
                let text = String(decoding: note.bytes, as: UTF8.self)
                _ = try await transaction.run(InsertCheckpoint(head: head, note: text))
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}
