/// The address of a perfect subtree: `level` 0 is a leaf, the node covers the leaves
/// `index << level ..< (index + 1) << level`. Such a node never changes once it is complete.
package struct TreeNode: Hashable, Sendable {
    package let level: Int
    package let index: Int

    package init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }

    /// Where the hashes stand from which this node's own follows: the level and number of a tile,
    /// and which of its hashes. Tiles hold every eighth level, so none needs more than one.
    package var tilePlace: (level: Int, index: Int, hashes: Range<Int>) {
        let height = level % 8
        let first = index << height
        let start = first % Tile.widthMax
        return (level / 8, first / Tile.widthMax, start..<start + (1 << height))
    }

    /// The perfect subtrees that cover `leaves` from left to right, as a tree of RFC 6962 cuts it:
    /// the lower bound must be a multiple of the largest power of two in the range.
    static func covering(_ leaves: Range<Int>) -> [TreeNode] {
        var nodes: [TreeNode] = []
        var start = leaves.lowerBound
        while start < leaves.upperBound {
            let level = Int.bitWidth - 1 - (leaves.upperBound - start).leadingZeroBitCount
            nodes.append(TreeNode(level: level, index: start >> level))
            start += 1 << level
        }
        return nodes
    }
}

/// The largest power of two smaller than `count`, which is at least two: where a tree is split.
func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
}

/// Joins the roots of subtrees of falling size, as `TreeNode.covering` lists them.
func joined(_ hashes: some BidirectionalCollection<Hash256>) -> Hash256 {
    guard var root = hashes.last else { return .emptyTree }
    for left in hashes.dropLast().reversed() { root = .node(left, root) }
    return root
}
