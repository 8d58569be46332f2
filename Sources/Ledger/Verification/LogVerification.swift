import Hometown
import Postgres
import Transparency

/// The log from its leaves up: each stretch of 65,536 leaves by itself, then the tree above them.
struct LogVerification: Sendable {
    /// A perfect subtree, so that stretches can be hashed at once and joined afterwards.
    static let stretchLeaves = 1 << stretchLevel
    static let stretchLevel = 16

    let verification: Verification
    let desk: VerificationDesk
    let extent: ReadExtent.Row

    /// - Returns: the head that the entries lead to.
    /// - Throws: `LedgerFault`.
    func verify(
        head: ReadTreeHead.Row?, waiting: [ReadWaiting.Row]
    ) async throws -> TreeHead {
        let size = Int(extent.leaves)
        guard size == 0 || (extent.firstIndex == 0 && extent.lastIndex == extent.leaves - 1)
        else { throw LedgerFault(.placesBroken, index: extent.lastIndex) }
        // An outside checkpoint is the last word: it is heard before anything else is believed.
        if let larger = verification.outside.first(where: { $0.size > size }) {
            throw LedgerFault(.outsideDiffers(size: Int64(larger.size)))
        }
        let starts = Array(stride(from: 0, to: max(1, size), by: LogVerification.stretchLeaves))
        let stretches = try await desk.work(through: starts) { [self] start, transaction in
            let range = start..<min(start + LogVerification.stretchLeaves, size)
            return try await StretchVerification(
                range: range, size: size, keys: verification.keys, outside: verification.outside
            ).verify(in: transaction)
        }
        let frontier = try await join(stretches)
        try check(head, frontier)
        try check(waiting)
        return TreeHead(size: extent.leaves, root: frontier.root)
    }

    /// Joins the stretches, compares the tiles above them, and the roots that checkpoints say.
    private func join(_ stretches: [Stretch]) async throws -> Frontier {
        var frontier = Frontier()
        var growth = TileGrowth()
        for stretch in stretches {
            for root in stretch.roots {
                guard let tree = frontier.followed(by: root.tree), tree.root == root.root else {
                    throw LedgerFault(root.cause)
                }
            }
            if stretch.tree.size == LogVerification.stretchLeaves {
                frontier.append(
                    subtree: stretch.tree.root, level: LogVerification.stretchLevel
                ) { growth.add($0, $1) }
            } else if let whole = frontier.followed(by: stretch.tree) {
                frontier = whole
            }
        }
        let grown = growth
        _ = try await desk.work(through: Array(Int16(2)..<8)) { level, transaction in
            let runs = try await transaction.run(ReadLevelRuns(level: level, from: 0, to: nil))
            try LogVerification.compare(
                runs, with: grown.hashes(ofLevel: Int(level))[...], level: Int(level), from: 0)
        }
        return frontier
    }

    /// - Throws: `LedgerFault` naming the leaf a hash of level 0 belongs to.
    static func compare(
        _ runs: [(first: Int64, bytes: [UInt8])], with hashes: ArraySlice<Hash256>, level: Int,
        from start: Int
    ) throws {
        var place = start
        func fault() -> LedgerFault {
            LedgerFault(.tileDiffers(level: level), index: Int64(place) << (8 * Int64(level)))
        }
        for run in runs {
            guard run.first == Int64(place), let kept = Tile.hashes(run.bytes) else {
                throw fault()
            }
            for hash in kept {
                let index = hashes.startIndex + place - start
                guard hashes.indices.contains(index), hashes[index] == hash else { throw fault() }
                place += 1
            }
        }
        guard place - start == hashes.count else { throw fault() }
    }

    private func check(_ head: ReadTreeHead.Row?, _ frontier: Frontier) throws {
        guard let head, head.size == extent.leaves,
            head.frontier == frontier.hashes.flatMap(\.bytes)
        else { throw LedgerFault(.headDiffers) }
        guard extent.checkpoints == extent.lastCheckpoint ?? 0,
            extent.firstCheckpoint ?? 1 == 1
        else { throw LedgerFault(.checkpointMissing(no: extent.checkpoints)) }
        let published = verification.published.map(\.size).max() ?? 0
        guard Int(extent.largestCheckpoint ?? 0) >= published else {
            throw LedgerFault(.checkpointMissing(no: extent.checkpoints + 1))
        }
        if let no = extent.misplacedCheckpoint { throw LedgerFault(.checkpointMisplaced(no: no)) }
    }

    private func check(_ waiting: [ReadWaiting.Row]) throws {
        for entry in waiting {
            guard let bytes = entry.bytes else {
                throw LedgerFault(.entryMissing, entry: entry.number)
            }
            guard entry.leafHash == Hash256.leaf(bytes).bytes else {
                throw LedgerFault(.bytesChanged, entry: entry.number)
            }
        }
    }
}

extension TileGrowth {
    /// Those that began with the first of their level.
    func hashes(ofLevel level: Int) -> [Hash256] {
        runs.filter { Int($0.level) == level }.flatMap(\.hashes)
    }
}
