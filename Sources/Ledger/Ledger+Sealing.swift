import Hometown
import Postgres
import Transparency

extension Ledger {
    /// Batches looked at in one statement: each is unpacked to see how long it is.
    private static let takenBatchesMax: Int32 = 128
    /// Batches sealed in one transaction: enough to catch up quickly, few enough to let others in.
    private static let sealedBatchesMax = 4_096
    /// Entries sealed in one transaction, give or take a batch: about half a second's work.
    private static let sealedEntriesMax = 32_768
    /// A pass that stopped at either limit has sealed so many at least.
    package static let fullPassEntriesMin = min(sealedBatchesMax, sealedEntriesMax)

    /// 봉인. Gives waiting entries their places in the log, oldest batch first, and grows the tree.
    ///
    /// Work is found by presence in `unsealed`. If we die before the commit, the rows are still
    /// there; a second sealer waits for the tree head's row and then finds them gone.
    /// - Returns: how many entries got a place; zero when nothing waits.
    /// - Throws: `LedgerFailure`.
    package func seal() async throws -> Int {
        do {
            return try await pool.transaction { transaction in
                let head = try await transaction.pipeline(LockTreeHead(), JoinWhole()).0[0]
                let (numbers, hashes) = try await Ledger.takeUnsealed(in: transaction)
                guard !numbers.isEmpty else { return 0 }
                var frontier = try Ledger.frontier(size: head.size, bytes: head.frontier)
                var growth = TileGrowth()
                for hash in hashes { frontier.append(hash) { growth.add($0, $1) } }
                let leaves = InsertLeaves.copy(firstIndex: head.size, numbers: numbers)
                _ = try await transaction.copyIn(InsertLeaves.copySQL) {
                    try await $0.write(leaves)
                }
                try await transaction.commit(
                    after: InsertTileRuns(runs: growth.runs),
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

    /// Takes batches until there is enough to do, or nothing left.
    /// - Returns: entries with their leaf hashes, in the order of their batches.
    private static func takeUnsealed(
        in transaction: Transaction
    ) async throws -> (numbers: [Int64], hashes: [Hash256]) {
        var numbers: [Int64] = []
        var hashes: [Hash256] = []
        var batches = 0
        var last = Int64.min
        while numbers.count < sealedEntriesMax, batches < sealedBatchesMax {
            let taken = try await transaction.run(
                TakeUnsealed(
                    after: last, batchesMax: takenBatchesMax,
                    entriesMax: Int64(sealedEntriesMax - numbers.count)))
            for row in taken {
                guard row.leafHashes.count == row.entries.count * Hash256.byteCount,
                    let found = Hash256.all(in: row.leafHashes)
                else { throw LedgerFailure.damaged }
                numbers += row.entries
                hashes += found
            }
            batches += taken.count
            guard taken.count == takenBatchesMax, let end = taken.last else { break }
            last = end.batch
        }
        return (numbers, hashes)
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
        guard let hashes = Hash256.all(in: bytes),
            let frontier = Frontier(size: Int(size), hashes: hashes)
        else { throw LedgerFailure.damaged }
        return frontier
    }
}
