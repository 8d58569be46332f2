/// 나무 앞선. The right edge of a growing tree: the roots of its largest perfect subtrees, at most
/// 63 hashes. It is all a sealer must keep to append leaves and to know the root.
package struct Frontier: Hashable, Sendable {
    /// Number of leaves.
    package private(set) var size: Int
    /// Roots of the subtrees that `nodes(of: size)` names, largest first.
    package private(set) var hashes: [Hash256]

    /// The tree without leaves.
    package init() {
        size = 0
        hashes = []
    }

    /// A tree of `size` leaves whose edge was stored; `nil` when the number of hashes does not fit.
    package init?(size: Int, hashes: [Hash256]) {
        guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.hashes = hashes
    }

    /// Where the hashes of a frontier stand in the tree.
    package static func nodes(of size: Int) -> [TreeNode] {
        TreeNode.covering(0..<size)
    }

    package var root: Hash256 { joined(hashes) }

    /// Appends one leaf.
    /// - Parameter completed: hears of every perfect subtree that is complete from now on, the leaf
    ///   itself first. On average there are two.
    package mutating func append(
        _ leaf: Hash256, completed: (TreeNode, Hash256) -> Void = { _, _ in }
    ) {
        append(subtree: leaf, level: 0, completed: completed)
    }

    /// Appends a perfect subtree of `1 << level` leaves by its root alone. It must begin where one
    /// of its size can: another place is a programming error.
    package mutating func append(
        subtree root: Hash256, level: Int, completed: (TreeNode, Hash256) -> Void = { _, _ in }
    ) {
        precondition(size & ((1 << level) - 1) == 0, "a subtree begins at a multiple of its size")
        var hash = root
        var level = level
        completed(TreeNode(level: level, index: size >> level), hash)
        let end = size + (1 << level)
        while size >> level & 1 == 1 {
            hash = .node(hashes.removeLast(), hash)
            level += 1
            completed(TreeNode(level: level, index: size >> level), hash)
        }
        hashes.append(hash)
        size = end
    }

    /// This tree with a smaller one behind it, which must begin at a multiple of more leaves than
    /// it has.
    package func followed(by tail: Frontier) -> Frontier? {
        Frontier(size: size + tail.size, hashes: hashes + tail.hashes)
    }
}

extension Hash256 {
    /// The root over leaf hashes in order (RFC 6962, 2.1).
    package static func root(of leaves: some Sequence<Hash256>) -> Hash256 {
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }
}
