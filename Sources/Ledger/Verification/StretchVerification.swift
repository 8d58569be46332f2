import Hometown
import Postgres
import Transparency

/// One stretch of the log: its entries hashed, its two lowest levels of tiles compared, and the
/// signatures of the checkpoints within it.
struct StretchVerification: Sendable {
    let range: Range<Int>
    /// Of the whole log.
    let size: Int
    let keys: [VerifierKey]
    let outside: [Checkpoint]

    /// - Throws: `LedgerFault`.
    func verify(in transaction: Transaction) async throws -> Stretch {
        var pending = try await roots(in: transaction).sorted { $0.size < $1.size }[...]
        let end = range.upperBound == size ? nil : Int64(range.upperBound)
        var leaves = LeafHashes(range: range)
        var reader = CopyRowReader()
        _ = try await transaction.copyOut(VerificationSQL.leaves(range)) { chunk in
            try reader.read(chunk) { try leaves.append(&$0) }
        }
        guard leaves.hashes.count == range.count else {
            throw LedgerFault(.placesBroken, index: Int64(range.lowerBound + leaves.hashes.count))
        }
        let (leafRuns, tileRuns) = try await transaction.pipeline(
            ReadLevelRuns(level: 0, from: Int64(range.lowerBound), to: end),
            ReadLevelRuns(level: 1, from: Int64(range.lowerBound / 256), to: end.map { $0 / 256 }))
        var tree = Frontier()
        var tiles: [Hash256] = []
        var said: [Stretch.SaidRoot] = []
        for hash in leaves.hashes {
            tree.append(hash) { node, hash in if node.level == 8 { tiles.append(hash) } }
            while let root = pending.first, root.size == range.lowerBound + tree.size {
                said.append(.init(tree: tree, root: root.root, cause: root.cause))
                pending = pending.dropFirst()
            }
        }
        do {
            try LogVerification.compare(
                leafRuns, with: leaves.hashes[...], level: 0, from: range.lowerBound)
        } catch let fault as LedgerFault {
            throw leaves.naming(fault)
        }
        try LogVerification.compare(
            tileRuns, with: tiles[...], level: 1, from: range.lowerBound / 256)
        return Stretch(tree: tree, roots: said)
    }

    private typealias Due = (size: Int, root: Hash256, cause: LedgerFault.Cause)

    /// The checkpoints whose last leaf is in this stretch, each held against its own note.
    private func roots(in transaction: Transaction) async throws -> [Due] {
        var due: [Due] = outside.filter {
            $0.size > range.lowerBound && $0.size <= range.upperBound
        }
        .map { ($0.size, $0.root, .outsideDiffers(size: Int64($0.size))) }
        // Beyond the last leaf and before the first there should be none; whoever reads the ends
        // of the log finds them.
        let checkpoints = try await transaction.run(
            ReadCheckpoints(
                beyond: range.lowerBound == 0 ? -1 : Int64(range.lowerBound),
                upTo: range.upperBound == size ? .max : Int64(range.upperBound)))
        for checkpoint in checkpoints {
            guard isGenuine(checkpoint) else {
                throw LedgerFault(.checkpointForged(no: checkpoint.no))
            }
            let cause = LedgerFault.Cause.checkpointDiffers(no: checkpoint.no)
            guard checkpoint.size > 0, checkpoint.size <= size else { throw LedgerFault(cause) }
            due.append((Int(checkpoint.size), checkpoint.root, cause))
        }
        return due
    }

    private func isGenuine(_ checkpoint: StoredCheckpoint) -> Bool {
        guard let note = try? SignedNote(bytes: Array(checkpoint.note.utf8)),
            let signed = try? note.verified(by: keys), let text = Checkpoint(text: note.text)
        else { return false }
        return signed.contains { $0.key.name == text.origin }
            && text.size == checkpoint.size && text.root == checkpoint.root
    }
}

/// The hashes of a stretch's entries, computed from their bytes as they arrive.
private struct LeafHashes {
    let range: Range<Int>
    private(set) var hashes: [Hash256] = []
    private var numbers: [Int64] = []

    init(range: Range<Int>) {
        self.range = range
        hashes.reserveCapacity(range.count)
        numbers.reserveCapacity(range.count)
    }

    /// - Throws: `LedgerFault`.
    mutating func append(_ row: inout CopyRow) throws {
        let index = try row.nextInt64()
        let number = try row.nextInt64()
        let kept = try row.next()
        let bytes = try row.next()
        guard index == Int64(range.lowerBound + hashes.count) else {
            throw LedgerFault(.placesBroken, index: Int64(range.lowerBound + hashes.count))
        }
        guard let bytes, let kept else {
            throw LedgerFault(.entryMissing, entry: number, index: index)
        }
        let hash = Hash256.leaf(bytes)
        guard hash == Hash256(bytes: kept) else {
            throw LedgerFault(.bytesChanged, entry: number, index: index)
        }
        hashes.append(hash)
        numbers.append(number)
    }

    /// The fault with the entry at its place.
    func naming(_ fault: LedgerFault) -> LedgerFault {
        let offset = Int(fault.index ?? 0) - range.lowerBound
        guard numbers.indices.contains(offset) else { return fault }
        return LedgerFault(fault.cause, entry: numbers[offset], index: fault.index)
    }
}
