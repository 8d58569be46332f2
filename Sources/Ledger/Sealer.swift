import Hometown
package import Transparency
import Postgres

extension Ledger {
    /// Batches sealed in one transaction: enough to catch up quickly, few enough to let others in.
    static let sealedBatchesMax: Int32 = 4_096
    /// Entries sealed in one transaction, give or take a batch: about a second's work.
    static let sealedEntriesMax: Int64 = 32_768
    /// A pass that stopped at either limit has sealed so many at least.
    package static let fullPassEntriesMin = min(Int(sealedBatchesMax), Int(sealedEntriesMax))

    /// 봉인. Gives waiting entries their places in the log, oldest batch first, and grows the tree.
    ///
    /// Work is found by presence in `unsealed`. If we die before the commit, the rows are still
    /// there; a second sealer waits for the tree head's row and then finds them gone.
    /// - Returns: how many entries got a place; zero when nothing waits.
    /// - Throws: `LedgerFailure`.
    package func seal() async throws -> Int {
        do {
            return try await pool.transaction { transaction in
                let head = try await transaction.run(LockTreeHead())[0]
                let batches = try await transaction.run(
                    TakeUnsealed(
                        batchesMax: Ledger.sealedBatchesMax, entriesMax: Ledger.sealedEntriesMax))
                let numbers = batches.sorted { $0.batch < $1.batch }.flatMap(\.entries)
                guard !numbers.isEmpty else { return 0 }
                var frontier = try Ledger.frontier(size: head.size, bytes: head.frontier)
                let hashes = try await transaction.run(ReadLeafHashes(numbers: numbers))
                guard hashes.count == numbers.count else { throw LedgerFailure.damaged }
                var growth = TileGrowth()
                for hash in hashes { frontier.append(hash) { growth.add($0, $1) } }
                _ = try await transaction.pipeline(
                    InsertLeaves(firstIndex: head.size, numbers: numbers),
                    InsertTileRuns(runs: growth.runs),
                    MoveTreeHead(
                        size: Int64(frontier.size),
                        frontier: PostgresBytes(frontier.hashes.flatMap(\.bytes))),
                    TellSealed())
                return numbers.count
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 원장 크기. How many entries have a place in the log, and the root of their tree.
    /// - Throws: `LedgerFailure`.
    package func treeHead() async throws -> TreeHead {
        try await read { try await treeHead(in: $0) }
    }

    func treeHead(in transaction: Transaction) async throws -> TreeHead {
        let head = try await transaction.run(ReadTreeHead())[0]
        let frontier = try Ledger.frontier(size: head.size, bytes: head.frontier)
        return TreeHead(size: head.size, root: frontier.root)
    }

    private static func frontier(size: Int64, bytes: [UInt8]) throws -> Frontier {
        let hashes = stride(from: 0, to: bytes.count, by: Hash256.byteCount).compactMap {
            Hash256(bytes: bytes[$0..<min($0 + Hash256.byteCount, bytes.count)])
        }
        guard let frontier = Frontier(size: Int(size), hashes: hashes) else {
            throw LedgerFailure.damaged
        }
        return frontier
    }
}

/// 나무 머리. The size and root of the log's tree.
package struct TreeHead: Hashable, Sendable {
    package let size: Int64
    package let root: Hash256

    package init(size: Int64, root: Hash256) {
        self.size = size
        self.root = root
    }
}
