/// What a proof consists of before its hashes are read: a shape and the perfect subtrees it needs.
/// A store reads `nodes` in one go; `proof` folds them.
package struct TreeProofPlan: Hashable, Sendable {
    /// Perfect subtrees whose hashes are needed, in the order `proof` takes them.
    package let nodes: [TreeNode]
    /// How many of them each hash of the proof is joined from.
    private let counts: [Int]

    fileprivate init(_ ranges: [Range<Int>]) {
        let covers = ranges.map(TreeNode.covering)
        nodes = covers.flatMap { $0 }
        counts = covers.map(\.count)
    }

    /// Hashes from the leaf to the root.
    /// - Parameter hashes: of `nodes`, in the same order; another number is a programming error.
    package func proof(_ hashes: [Hash256]) -> [Hash256] {
        precondition(hashes.count == nodes.count, "a plan needs the hashes of all its nodes")
        var start = 0
        return counts.map { count in
            defer { start += count }
            return joined(hashes[start..<start + count])
        }
    }

    /// Proves that the leaf `index` stands in the tree of `size` leaves (RFC 6962, 2.1.1).
    /// `nil` unless `0 ≤ index < size`.
    package static func inclusion(of index: Int, in size: Int) -> TreeProofPlan? {
        guard (0..<max(0, size)).contains(index) else { return nil }
        var ranges: [Range<Int>] = []
        var tree = 0..<size
        while tree.count > 1 {
            let middle = tree.lowerBound + split(tree.count)
            let left = tree.lowerBound..<middle
            let right = middle..<tree.upperBound
            ranges.append(index < middle ? right : left)
            tree = index < middle ? left : right
        }
        return TreeProofPlan(ranges.reversed())
    }

    /// Proves that the first `old` of `size` leaves are those of the earlier tree (RFC 6962,
    /// 2.1.2). Empty for equal sizes, and for `old` 0, where it proves nothing. `nil` unless
    /// `0 ≤ old ≤ size`.
    package static func consistency(from old: Int, to size: Int) -> TreeProofPlan? {
        guard old >= 0, old <= size else { return nil }
        guard old > 0, old < size else { return TreeProofPlan([]) }
        var ranges: [Range<Int>] = []
        var tree = 0..<size
        // A subtree that is the whole old tree is known to whoever checks: it is left out.
        while old < tree.upperBound {
            let middle = tree.lowerBound + split(tree.count)
            let left = tree.lowerBound..<middle
            let right = middle..<tree.upperBound
            ranges.append(old <= middle ? right : left)
            tree = old <= middle ? left : right
        }
        if tree.lowerBound > 0 { ranges.append(tree) }
        return TreeProofPlan(ranges.reversed())
    }
}

/// Why a proof is refused.
package enum TreeProofError: Error, Hashable, Sendable {
    /// The leaf is not in a tree of this size, or the earlier tree is the larger one.
    case outOfRange
    /// A proof for these sizes has another number of hashes.
    case wrongLength
    /// The hashes lead to another root.
    case rootMismatch
}

/// Checks proofs. Always against index, size and root together: a root alone would let a proof for
/// one tree pass for another.
package enum TreeProof {
    /// Passes when `leaf` is the hash at `index` of the tree of `size` leaves with `root`
    /// (RFC 9162, 2.1.3.2).
    package static func verifyInclusion(
        of leaf: Hash256, at index: Int, in size: Int, root: Hash256, proof: [Hash256]
    ) throws(TreeProofError) {
        guard (0..<max(0, size)).contains(index) else { throw .outOfRange }
        // Down to where the path joins the right edge every level has a sibling; above it only the
        // left siblings remain.
        let inner = Int.bitWidth - (index ^ (size - 1)).leadingZeroBitCount
        let border = (index >> inner).nonzeroBitCount
        guard proof.count == inner + border else { throw .wrongLength }
        var hash = leaf
        for (level, sibling) in proof.enumerated() {
            let isRight = level >= inner || index >> level & 1 == 1
            hash = isRight ? .node(sibling, hash) : .node(hash, sibling)
        }
        guard hash == root else { throw .rootMismatch }
    }

    /// Passes when the tree of `old` leaves with `oldRoot` is the beginning of the tree of `size`
    /// leaves with `root` (RFC 9162, 2.1.4.2). From the empty tree an empty proof passes, and says
    /// nothing about the later tree: everything begins with nothing.
    package static func verifyConsistency(
        from old: Int, oldRoot: Hash256, to size: Int, root: Hash256, proof: [Hash256]
    ) throws(TreeProofError) {
        guard old >= 0, old <= size else { throw .outOfRange }
        guard old > 0, old < size else {
            guard proof.isEmpty else { throw .wrongLength }
            guard oldRoot == (old == 0 ? .emptyTree : root) else { throw .rootMismatch }
            return
        }
        // The old tree ends in a perfect subtree of this height, at this place.
        let shift = old.trailingZeroBitCount
        let place = (old - 1) >> shift
        let inner = Int.bitWidth - ((old - 1) ^ (size - 1)).leadingZeroBitCount - shift
        let border = ((old - 1) >> (shift + inner)).nonzeroBitCount
        // A power of two: the old tree is one perfect subtree, and its root is the seed.
        let isPerfect = old == 1 << shift
        guard proof.count == inner + border + (isPerfect ? 0 : 1) else { throw .wrongLength }
        var oldHash = isPerfect ? oldRoot : proof[0]
        var hash = oldHash
        for (level, sibling) in proof.dropFirst(isPerfect ? 0 : 1).enumerated() {
            if level >= inner || place >> level & 1 == 1 {
                oldHash = .node(sibling, oldHash)
                hash = .node(sibling, hash)
            } else {
                hash = .node(hash, sibling)
            }
        }
        guard oldHash == oldRoot, hash == root else { throw .rootMismatch }
    }
}
